package fairway.records;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * The start form {@code receiveSubjectAccessRequest}.
 *
 * @param person          staff number of whoever asks
 * @param receivedOn      when the request came in: the month begins
 * @param identityChecked how it was made sure that it is them
 * @param scope           what they asked for; empty for everything
 */
public record ReceiveSubjectAccessRequest(
        @NotBlank(message = "Enter the staff number of the person who asks.") String person,
        @NotNull(message = "Enter the day on which the request came in.") LocalDate receivedOn,
        @NotBlank(message = "Say how you made sure that it is them.") String identityChecked,
        String scope) {
}
