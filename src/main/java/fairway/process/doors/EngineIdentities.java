package fairway.process.doors;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.access.Identities;
import fairway.access.Identity;
import fairway.access.ProvidedPerson;
import fairway.access.ProvidedUsers;
import fairway.access.Role;
import fairway.access.SignInSettings;
import fairway.form.Refusal;
import fairway.form.RefusedField;
import fairway.process.AsEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Users and groups as the engine's identity service keeps them. */
@Component
class EngineIdentities implements Identities, ProvidedUsers {

    private static final Logger LOG = LoggerFactory.getLogger(EngineIdentities.class);
    private static final int PASSWORD_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final IdentityService identity;
    private final AsEngine asEngine;
    private final SlowHash hash;
    private final RightPasswords rightPasswords = new RightPasswords(System::nanoTime);

    EngineIdentities(IdentityService identity, AsEngine asEngine, SignInSettings settings) {
        this.identity = identity;
        this.asEngine = asEngine;
        this.hash = new SlowHash(settings.passwordRounds());
    }

    @Override
    public Optional<Identity> find(String userId) {
        if (userId == null || userId.isBlank()) {
            return Optional.empty();
        }
        return asEngine.call(() -> Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult()).map(user -> new Identity(user.getId(),
                name(user), identity.createGroupQuery().groupMember(user.getId()).list().stream().map(Group::getId).collect(Collectors.toSet()))));
    }

    /** A slow hash is worked out here: within the engine it would hold one of few connections to the database all the while. */
    @Override
    public boolean passwordIsRight(String userId, String password) {
        UserEntity user = asEngine.call(() -> (UserEntity) identity.createUserQuery().userId(userId).singleResult());
        if (user == null) {
            // takes as long as a wrong password, so that nobody learns by it who there is
            hash.encrypt(password);
            return false;
        }
        return rightPasswords.isRight(userId, password, user.getPassword(),
                () -> SlowHash.isKeptSo(user.getPassword()) ? hash.isOf(password, user) : asEngine.call(() -> wasRightFormerly(userId, password)));
    }

    private boolean wasRightFormerly(String userId, String password) {
        boolean right = identity.checkPassword(userId, password);
        if (right) {
            keepSlowly(userId, password);
        }
        return right;
    }

    /** As an earlier version kept it, it could be tried out quickly. */
    private void keepSlowly(String userId, String password) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        user.setPassword(password);
        try {
            ((IdentityServiceImpl) identity).saveUser(user, true);
        } catch (OptimisticLockingException atOnce) {
            LOG.debug("the password of {} is being kept anew already", userId);
        }
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

    @Override
    public void provide(ProvidedPerson person, Set<Role> roles, boolean withoutPassword) {
        asEngine.run(() -> {
            keepUser(person, withoutPassword);
            Set<String> before = identity.createGroupQuery().groupMember(person.userName()).list().stream().map(Group::getId).collect(Collectors.toSet());
            Set<String> now = roles.stream().map(Role::group).collect(Collectors.toSet());
            before.stream().filter(group -> !now.contains(group)).forEach(group -> identity.deleteMembership(person.userName(), group));
            now.stream().filter(group -> !before.contains(group)).forEach(group -> identity.createMembership(person.userName(), group));
        });
    }

    private void keepUser(ProvidedPerson person, boolean withoutPassword) {
        User known = identity.createUserQuery().userId(person.userName()).singleResult();
        User user = known != null ? known : identity.newUser(person.userName());
        if (known != null && !withoutPassword && Objects.equals(user.getFirstName(), person.firstName()) && Objects.equals(user.getLastName(), person.lastName())
                && Objects.equals(user.getEmail(), person.mail())) {
            return;
        }
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.mail());
        if (withoutPassword) {
            // no user of the engine is without one; nobody knows this
            byte[] unknown = new byte[PASSWORD_BYTES];
            random.nextBytes(unknown);
            user.setPassword(HexFormat.of().formatHex(unknown));
        }
        identity.saveUser(user);
    }

    private static String name(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " " + (user.getLastName() == null ? "" : user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }
}
