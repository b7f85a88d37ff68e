package fairway.correspondence;

import java.time.LocalDateTime;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** Another date of the meeting ahead, as the colleague asks for it. */
record ProposeOtherDate(@NotNull(message = "Enter the date and the time that would suit you.") LocalDateTime start,
                        @NotBlank(message = "Say why another date would suit you. You need not say anything about your health.") String reason) {
}
