package fairway.onetoone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The form {@code recordOneToOne} (OTO-05 to OTO-08, OTO-10). */
public record RecordOneToOne(
        @NotNull(message = "Say whether the one-to-one took place.") Outcome outcome,
        LocalDate heldOn,
        @Valid List<Task> tasks,
        String vitalStats,
        @Valid List<GivenSupport> supportGiven,
        boolean wellbeingDiscussed,
        @Valid List<ObservedExample> examples,
        @Valid List<Action> actions,
        LocalDateTime postponedTo,
        String reason) {

    /** What became of it. */
    public enum Outcome {
        held, postponed, notAttended
    }

    /** An allocated task and how it stands (OTO-05). */
    public record Task(
            @NotBlank(message = "Name the task or project.") String task,
            @NotNull(message = "Choose how the task stands.") TaskState state,
            String comment) {
    }

    /** An action agreed (OTO-10). */
    public record Action(
            @NotBlank(message = "Say what was agreed.") String action,
            @NotNull(message = "Choose who does it.") ActionOwner owner,
            @NotNull(message = "Enter the day by which it is done.") LocalDate due) {
    }
}
