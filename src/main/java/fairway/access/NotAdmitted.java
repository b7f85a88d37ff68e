package fairway.access;

import org.springframework.security.core.AuthenticationException;

/** Somebody signed in at the provider or directory, but cannot come in with that. */
class NotAdmitted extends AuthenticationException {

    private final Reason reason;

    NotAdmitted(Reason reason) {
        super(reason.inWords);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Why, and what to do about it. */
    enum Reason {
        NO_ROLE("noRole", "The Trust knows you, but no group of yours opens Fairway. Ask the Trust’s Fairway administrator which group you need to be in, then sign in again."),
        USER_NAME("userName", "The Trust’s sign-in service sent no user name that Fairway can use: it takes letters, digits, dots, hyphens, underscores and @. "
                + "Ask the Trust’s Fairway administrator."),
        SPELLING("spelling", "The staff list has your user name in another spelling: capital letters are not the same as small ones there. Ask HR to put your user name on the staff "
                + "list exactly as you sign in, then sign in again."),
        OTHER_ACCOUNT("otherAccount", "Your user name belongs to another account in Fairway: somebody else had it before you, or a program has it. "
                + "Ask the Trust’s Fairway administrator.");

        private final String code;
        private final String inWords;

        Reason(String code, String inWords) {
            this.code = code;
            this.inWords = inWords;
        }

        /** As it stands in the address of the log-in page. */
        String code() {
            return code;
        }

        String inWords() {
            return inWords;
        }
    }
}
