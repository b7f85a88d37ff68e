package fairway.health;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The referral as manager and colleague complete it together. */
public record CompleteReferral(
        String reason,
        String questions,
        List<@Valid Shared> shared,
        boolean seenByColleague,
        @NotNull(message = "Say whether the colleague consents; nothing is sent without consent.") Consent consent) {

    public enum Consent {
        given, declined
    }

    /** Something that may be shared with Occupational Health. */
    public record Shared(@NotBlank(message = "Say what may be shared, or remove the row.") String what) {

        @Override
        public String toString() {
            return "Shared[]";
        }
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "CompleteReferral[" + consent + "]";
    }
}
