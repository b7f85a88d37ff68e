package fairway.access;

/** A setting of the sign-in is missing, wrong or contradicts another: Fairway does not start. Its message holds no secret. */
public class SignInRefused extends IllegalStateException {

    private final String setting;
    private final String reason;

    SignInRefused(String setting, String reason) {
        super(setting + ": " + reason);
        this.setting = setting;
        this.reason = reason;
    }

    String setting() {
        return setting;
    }

    String reason() {
        return reason;
    }
}
