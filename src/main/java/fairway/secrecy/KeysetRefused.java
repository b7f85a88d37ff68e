package fairway.secrecy;

/** The keys to health texts are missing, cannot be read, or are not those of this database: Fairway does not start. Its message holds no key. */
public class KeysetRefused extends IllegalStateException {

    private final String setting;
    private final String reason;

    KeysetRefused(String setting, String reason) {
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
