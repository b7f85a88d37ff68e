package fairway.process.doors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import fairway.access.Identities;
import fairway.access.Identity;
import fairway.form.Refusal;
import fairway.form.RefusedField;
import fairway.process.AsEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Users and groups as the engine's identity service keeps them. */
@Component
class EngineIdentities implements Identities {

    private final IdentityService identity;
    private final AsEngine asEngine;

    EngineIdentities(IdentityService identity, AsEngine asEngine) {
        this.identity = identity;
        this.asEngine = asEngine;
    }

    @Override
    public Optional<Identity> find(String userId) {
        if (userId == null || userId.isBlank()) {
            return Optional.empty();
        }
        return asEngine.call(() -> Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult()).map(user -> new Identity(user.getId(),
                name(user), identity.createGroupQuery().groupMember(user.getId()).list().stream().map(Group::getId).collect(Collectors.toSet()))));
    }

    /** The engine slows down wrong passwords by itself: a user who has to wait is answered like a wrong password. */
    @Override
    public boolean passwordIsRight(String userId, String password) {
        return asEngine.call(() -> identity.checkPassword(userId, password));
    }

    @Override
    public void changePassword(String userId, String newPassword) {
        asEngine.call(() -> {
            User user = identity.createUserQuery().userId(userId).singleResult();
            PasswordPolicyResult result = identity.checkPasswordAgainstPolicy(newPassword, user);
            if (!result.isValid()) {
                throw new Refusal(refused(result));
            }
            user.setPassword(newPassword);
            identity.saveUser(user);
            return null;
        });
    }

    /** What is wrong with a password, as a person reads it. */
    static List<RefusedField> refused(PasswordPolicyResult result) {
        return result.getViolatedRules().stream().map(EngineIdentities::refused).toList();
    }

    private static RefusedField refused(PasswordPolicyRule rule) {
        return Arrays.stream(PasswordRule.values()).filter(r -> r.placeholder().equals(rule.getPlaceholder())).findFirst()
                .map(r -> new RefusedField("newPassword", r.rule(), "", r.message(rule.getParameters())))
                .orElseGet(() -> new RefusedField("newPassword", "password", "", "Choose another password."));
    }

    private static String name(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " " + (user.getLastName() == null ? "" : user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }
}
