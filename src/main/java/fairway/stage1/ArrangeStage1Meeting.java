package fairway.stage1;

import java.time.LocalDateTime;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import jakarta.validation.Valid;

/** When and where the Stage 1 meeting is, and who comes with the colleague. */
public record ArrangeStage1Meeting(
        @NotNull(message = "Enter date and time of the meeting.") LocalDateTime start,
        @NotNull(message = "Enter how long it takes, in minutes.") @Min(value = 15, message = "Plan at least 15 minutes.")
        @Max(value = 480, message = "Plan at most 480 minutes.") Integer minutes,
        @NotBlank(message = "Enter the place of the meeting.") String place,
        boolean neutralPlace,
        boolean colleagueWorksThen,
        List<@Valid Companion> companion,
        boolean toldInPerson) {

    /** Somebody who comes with the colleague, and as what. */
    public record Companion(@NotBlank(message = "Enter the name of the companion.") String name,
            @NotBlank(message = "Enter what the companion is, for example “work colleague”.") String role) {
    }
}
