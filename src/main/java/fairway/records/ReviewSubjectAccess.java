package fairway.records;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * The form {@code reviewSubjectAccess}: what stays, what is taken out, and what the answer is.
 *
 * @param decision        what the answer is
 * @param thirdParties    everybody else who is named, each to be kept or taken out
 * @param passages        texts to take out wherever they stand, word for word
 * @param reason          of an extension, a refusal, or a withdrawal
 * @param identityChecked how it was made sure that it is them, where that was not known at the start
 * @param sendTo          mail address for the answer, where it goes to another than the staff mailbox
 */
public record ReviewSubjectAccess(
        @NotNull(message = "Choose what the answer is.") Decision decision,
        @Valid List<NamedThere> thirdParties,
        @Valid List<Passage> passages,
        String reason,
        String identityChecked,
        String sendTo) {

    /** What the answer is. */
    public enum Decision {
        issue, extend, refuse, withdrawn
    }

    /** Whether somebody's name stays. */
    public enum Handling {
        keep, redact
    }

    /** @param id as the form was given it */
    public record NamedThere(String id, Handling decision, Exemption exemption, String reason) {
    }

    /** A text that is taken out wherever it stands. */
    public record Passage(
            @NotBlank(message = "Copy the text that is taken out, word for word.") String text,
            @NotNull(message = "Choose the exemption.") Exemption exemption,
            @NotBlank(message = "Give the reason.") String reason) {
    }

    public ReviewSubjectAccess {
        thirdParties = thirdParties == null ? List.of() : thirdParties;
        passages = passages == null ? List.of() : passages;
    }
}
