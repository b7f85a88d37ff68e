package fairway.process.doors;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * What a password has to be: long, not made of the user's own name, not one that everybody tries. Nothing is asked of its letters and signs,
 * which only makes people choose predictable ones. The engine holds to it wherever a password is set.
 */
enum PasswordRule {
    LENGTH(PasswordPolicyLengthRuleImpl.PLACEHOLDER, "passwordTooShort") {
        @Override
        String message(Map<String, String> parameters) {
            return "Use at least " + parameters.get("minLength") + " characters. Three words that do not belong together are easy to remember.";
        }
    },
    USER_DATA(PasswordPolicyUserDataRuleImpl.PLACEHOLDER, "passwordHoldsName") {
        @Override
        String message(Map<String, String> parameters) {
            return "Leave your own name, user name and e-mail address out of the password.";
        }
    },
    COMMON("PASSWORD_POLICY_COMMON", "passwordTooCommon") {
        @Override
        String message(Map<String, String> parameters) {
            return "Choose another password. This one is among the first that attackers try.";
        }
    },
    LONGEST("PASSWORD_POLICY_LONGEST", "passwordTooLong") {
        @Override
        String message(Map<String, String> parameters) {
            return "Use at most " + LONGEST_PASSWORD + " characters.";
        }
    };

    private static final int LONGEST_PASSWORD = 200;
    /** What is left of a password when digits and signs are taken away, compared with what everybody tries. */
    private static final Set<String> TRIED_FIRST = Set.of("", "password", "passwort", "welcome", "letmein", "qwerty", "qwertyuiop", "abc", "abcdef",
            "abcdefgh", "admin", "administrator", "fairway", "changeme", "secret", "hospital", "trust", "nhs", "iloveyou", "football", "liverpool",
            "arsenal", "chelsea", "monday", "summer", "winter", "spring", "autumn", "january", "passwordpassword", "camunda", "demo", "test", "user");

    private final String placeholder;
    private final String rule;

    PasswordRule(String placeholder, String rule) {
        this.placeholder = placeholder;
        this.rule = rule;
    }

    String placeholder() {
        return placeholder;
    }

    /** Name of the rule in a refusal. */
    String rule() {
        return rule;
    }

    abstract String message(Map<String, String> parameters);

    /** The policy for the engine, with that many characters at least. */
    static PasswordPolicy policy(int shortest) {
        List<PasswordPolicyRule> rules = List.of(new PasswordPolicyLengthRuleImpl(shortest), new PasswordPolicyUserDataRuleImpl(), new NotCommon(),
                new NotEndless());
        return () -> rules;
    }

    private static final class NotCommon implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return COMMON.placeholder;
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return execute(password, null);
        }

        @Override
        public boolean execute(String password, User user) {
            String letters = password.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            return !TRIED_FIRST.contains(letters) && password.chars().distinct().count() > 3;
        }
    }

    private static final class NotEndless implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return LONGEST.placeholder;
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return password.length() <= LONGEST_PASSWORD;
        }

        @Override
        public boolean execute(String password, User user) {
            return execute(password);
        }
    }
}
