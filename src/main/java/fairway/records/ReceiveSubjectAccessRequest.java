package fairway.records;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * The start form {@code receiveSubjectAccessRequest}.
 *
 * @param person          staff number of whoever asks
 * @param receivedOn      when the request came in, or the proof of identity that was asked for: the month begins
 * @param identityChecked how it was made sure that it is them; empty while that is still to be done
 * @param scope           what they asked for; empty for everything
 */
public record ReceiveSubjectAccessRequest(
        @NotBlank(message = "Enter the staff number of the person who asks.") String person,
        @NotNull(message = "Enter the day on which the request came in.") LocalDate receivedOn,
        String identityChecked,
        String scope) {
}
