package fairway.onetoone;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The start form {@code addEarlierOneToOne}: a one-to-one before Fairway, or held on the way, with the note that was sent then. */
public record AddEarlierOneToOne(
        @NotBlank(message = "Choose the colleague.") String colleague,
        @NotNull(message = "Enter the day on which it was held.") LocalDate heldOn,
        @NotBlank(message = "Enter the note that was sent then.") String note,
        @Valid List<GivenSupport> supportGiven,
        @Valid List<ObservedExample> examples) {
}
