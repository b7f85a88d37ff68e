package fairway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator ({@code fairway.first-administrator.*}), made once, while there is none. Afterwards the settings are of no use and
 * should be taken away.
 *
 * @param user     user id
 * @param password a first password, to be changed at the first sign-in
 */
@ConfigurationProperties("fairway.first-administrator")
public record FirstAdministrator(String user, String password) {

    /** @throws Wrong naming the setting that is missing or wrong */
    public void check() {
        if (user == null || user.isBlank()) {
            throw new Wrong("user", "it is missing. Fairway has no administrator yet, and makes the first one from this setting");
        }
        if (!user.matches("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}")) {
            throw new Wrong("user", "it takes 2 to 64 letters, digits, dots, hyphens, underscores and @, and begins with a letter or digit");
        }
        if (password == null || password.isBlank()) {
            throw new Wrong("password", "it is missing. Fairway has no administrator yet, and makes the first one with this password");
        }
    }

    /** A setting of the first administrator is missing or wrong: Fairway does not start. */
    public static class Wrong extends IllegalStateException {

        private final String setting;
        private final String reason;

        public Wrong(String setting, String reason) {
            super("fairway.first-administrator." + setting + ": " + reason);
            this.setting = "fairway.first-administrator." + setting;
            this.reason = reason;
        }

        public String setting() {
            return setting;
        }

        public String reason() {
            return reason;
        }
    }
}
