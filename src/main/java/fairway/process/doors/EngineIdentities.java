package fairway.process.doors;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.access.Identities;
import fairway.access.Identity;
import fairway.access.Role;
import fairway.form.Refusal;
import fairway.form.RefusedField;
import fairway.process.AsEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
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
    public Set<String> members(Role role) {
        return asEngine.call(() -> identity.createUserQuery().memberOfGroup(role.group()).list().stream().map(User::getId).collect(Collectors.toSet()));
    }

    @Override
    public void changePassword(String userId, String newPassword) {
        asEngine.call(() -> {
            User user = identity.createUserQuery().userId(userId).singleResult();
            List<RefusedField> broken = PasswordRule.broken(identity, newPassword, user);
            if (!broken.isEmpty()) {
                throw new Refusal(broken);
            }
            user.setPassword(newPassword);
            identity.saveUser(user);
            return null;
        });
    }

    private static String name(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " " + (user.getLastName() == null ? "" : user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }
}
