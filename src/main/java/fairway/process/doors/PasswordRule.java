package fairway.process.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fairway.form.RefusedField;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * What a password has to be: long, not made of the user's own name (the engine holds to these two wherever a password is set), and, where
 * people choose their own, not one that everybody tries. Nothing is asked of its letters and signs, which only makes people choose
 * predictable ones.
 */
final class PasswordRule {

    /** Most characters of a password. */
    static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_NAME = 4;
    /** What is left of a password when digits and signs are taken away, compared with what everybody tries. */
    private static final Set<String> TRIED_FIRST = Set.of("", "password", "welcome", "letmein", "qwerty", "qwertyuiop", "abc", "abcdef", "abcdefgh", "admin",
            "administrator", "fairway", "changeme", "secret", "hospital", "trust", "nhs", "iloveyou", "football", "liverpool", "arsenal", "chelsea", "monday",
            "summer", "winter", "spring", "autumn", "january", "passwordpassword", "camunda", "demo", "test", "user");

    private PasswordRule() {
    }

    /** The policy for the engine, with that many characters at least. */
    static PasswordPolicy policy(int shortest) {
        List<PasswordPolicyRule> rules = List.of(new PasswordPolicyLengthRuleImpl(shortest), new NoOwnName());
        return () -> rules;
    }

    /** What is wrong with a password that somebody chooses for themselves, as a person reads it; empty if nothing is. */
    static List<RefusedField> broken(IdentityService identity, String password, User user) {
        List<RefusedField> broken = brokenOfEngine(identity, password, user);
        if (password.length() > LONGEST) {
            broken.add(refused("passwordTooLong", "Use at most " + LONGEST + " characters."));
        }
        if (broken.isEmpty() && isTriedFirst(password)) {
            broken.add(refused("passwordTooCommon", "Choose another password. This one is among the first that attackers try."));
        }
        return broken;
    }

    /** What the engine itself would refuse. */
    static List<RefusedField> brokenOfEngine(IdentityService identity, String password, User user) {
        List<RefusedField> broken = new ArrayList<>();
        for (PasswordPolicyRule rule : identity.checkPasswordAgainstPolicy(password, user).getViolatedRules()) {
            broken.add(rule.getPlaceholder().equals(PasswordPolicyUserDataRuleImpl.PLACEHOLDER)
                    ? refused("passwordHoldsName", "Leave your own name, user name and e-mail address out of the password.")
                    : refused("passwordTooShort", "Use at least " + parameters(rule).get("minLength")
                    + " characters. Three words that do not belong together are easy to remember."));
        }
        return broken;
    }

    /** The engine's rule without names so short that any password holds them. */
    private static final class NoOwnName extends PasswordPolicyUserDataRuleImpl {

        @Override
        public boolean execute(String password, User user) {
            String lower = password.toLowerCase(Locale.ROOT);
            return user == null || Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                    .filter(name -> name != null && name.length() >= SHORTEST_NAME).noneMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean isTriedFirst(String password) {
        return TRIED_FIRST.contains(password.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) || password.chars().distinct().count() < FEWEST_DIFFERENT;
    }

    private static Map<String, String> parameters(PasswordPolicyRule rule) {
        return rule.getParameters() == null ? Map.of() : rule.getParameters();
    }

    private static RefusedField refused(String rule, String message) {
        return new RefusedField("newPassword", rule, "", message);
    }
}
