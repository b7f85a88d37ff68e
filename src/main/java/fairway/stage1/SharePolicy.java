package fairway.stage1;

import java.time.LocalDateTime;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The policy is shared with the colleague, and the purpose of the meeting set out. */
public record SharePolicy(
        @NotNull(message = "Enter when the policy is shared.") LocalDateTime sharedAt,
        @NotNull(message = "Choose how the policy is shared.") PolicyChannel how,
        @NotBlank(message = "Set out the purpose of the meeting.") String purpose) {
}
