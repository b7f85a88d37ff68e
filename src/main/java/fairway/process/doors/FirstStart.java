package fairway.process.doors;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.access.FirstAdministrator;
import fairway.access.ProvidedPerson;
import fairway.access.ProvidedUsers;
import fairway.access.Role;
import fairway.access.SignInSettings;
import fairway.access.SignIns;
import fairway.form.RefusedField;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the first request is answered: the groups of the five roles with what they may do as a whole, Tasklist's filters, and, while there
 * is no administrator and Fairway keeps its users itself, the first one from the settings. Several nodes that start at once wait for each other.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final long ONE_AT_A_TIME = 4_611_232_001L;
    private static final String ANY = Authorization.ANY;

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TasklistFilters filters;
    private final FirstAdministrator settings;
    private final ProvidedUsers identities;
    private final SignInSettings signIn;
    private final SignIns signIns;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    FirstStart(IdentityService identity, AuthorizationService authorizations, TasklistFilters filters, FirstAdministrator settings, ProvidedUsers identities,
               SignInSettings signIn, SignIns signIns, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.settings = settings;
        this.identities = identities;
        this.signIn = signIn;
        this.signIns = signIns;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One thing that a group may do as a whole. */
    private record Grant(Role role, Resource resource, String id, Set<Permission> permissions) {
    }

    private static final List<Grant> GRANTS = List.of(
            new Grant(Role.MANAGER, Resources.PROCESS_INSTANCE, ANY, Set.of(Permissions.CREATE)),
            new Grant(Role.MANAGER, Resources.PROCESS_DEFINITION, "performanceCase", Set.of(Permissions.CREATE_INSTANCE)),
            new Grant(Role.MANAGER, Resources.PROCESS_DEFINITION, "earlierOneToOne", Set.of(Permissions.CREATE_INSTANCE)),
            new Grant(Role.MANAGER, Resources.PROCESS_DEFINITION, ANY, Set.of(Permissions.READ)),
            new Grant(Role.HR, Resources.PROCESS_DEFINITION, ANY, Set.of(Permissions.READ)),
            new Grant(Role.HR, Resources.PROCESS_INSTANCE, ANY, Set.of(Permissions.CREATE)),
            new Grant(Role.HR, Resources.PROCESS_DEFINITION, "subjectAccessRequest", Set.of(Permissions.CREATE_INSTANCE)),
            new Grant(Role.PROCESS_OWNER, Resources.PROCESS_DEFINITION, ANY, Set.of(Permissions.READ, Permissions.READ_INSTANCE, Permissions.READ_HISTORY)),
            new Grant(Role.PROCESS_OWNER, Resources.DECISION_DEFINITION, ANY, Set.of(Permissions.READ)),
            new Grant(Role.PROCESS_OWNER, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Set.of(Permissions.READ)),
            new Grant(Role.OPERATIONS, Resources.PROCESS_DEFINITION, ANY, Set.of(Permissions.READ, Permissions.READ_INSTANCE, Permissions.READ_HISTORY,
                    ProcessDefinitionPermissions.RETRY_JOB, ProcessDefinitionPermissions.SUSPEND_INSTANCE)),
            new Grant(Role.OPERATIONS, Resources.DECISION_DEFINITION, ANY, Set.of(Permissions.READ)),
            new Grant(Role.OPERATIONS, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Set.of(Permissions.READ)),
            new Grant(Role.OPERATIONS, Resources.DEPLOYMENT, ANY, Set.of(Permissions.READ)),
            new Grant(Role.ADMINISTRATOR, Resources.USER, ANY, Set.of(Permissions.ALL)),
            new Grant(Role.ADMINISTRATOR, Resources.GROUP, ANY, Set.of(Permissions.ALL)),
            new Grant(Role.ADMINISTRATOR, Resources.GROUP_MEMBERSHIP, ANY, Set.of(Permissions.ALL)),
            new Grant(Role.ADMINISTRATOR, Resources.AUTHORIZATION, ANY, Set.of(Permissions.ALL)));

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", rows -> { }, ONE_AT_A_TIME);
            groups();
            GRANTS.forEach(this::grant);
            Arrays.stream(Webapp.values()).forEach(app -> app.roles().forEach(role ->
                    grant(new Grant(role, Resources.APPLICATION, app.id(), Set.of(Permissions.ACCESS)))));
            filters.keep();
            nobody();
            firstAdministrator();
        });
    }

    private void groups() {
        for (Role role : Role.values()) {
            if (identity.createGroupQuery().groupId(role.group()).count() == 0) {
                Group group = identity.newGroup(role.group());
                group.setName(role.title());
                group.setType("SYSTEM");
                identity.saveGroup(group);
            }
        }
    }

    private void grant(Grant grant) {
        Authorization row = authorizations.createAuthorizationQuery().groupIdIn(grant.role().group()).resourceType(grant.resource())
                .resourceId(grant.id()).authorizationType(Authorization.AUTH_TYPE_GRANT).list().stream().findFirst().orElse(null);
        if (row == null) {
            row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(grant.role().group());
            row.setResource(grant.resource());
            row.setResourceId(grant.id());
        }
        Authorization kept = row;
        Permission[] before = kept.getPermissions(grant.permissions().toArray(Permission[]::new));
        if (kept.getId() == null || !Set.of(before).containsAll(grant.permissions())) {
            grant.permissions().forEach(kept::addPermission);
            authorizations.saveAuthorization(kept);
        }
    }

    /** Until the first administrator comes from the provider or directory, and after the last one: see {@link ProvidedUsers#NOBODY}. */
    private void nobody() {
        boolean isThere = identity.createUserQuery().userId(ProvidedUsers.NOBODY).count() > 0;
        if (signIn.isEmbedded() && isThere) {
            identity.deleteUser(ProvidedUsers.NOBODY);
        } else if (!signIn.isEmbedded() && !isThere) {
            identities.provide(new ProvidedPerson("nobody", "nobody", ProvidedUsers.NOBODY, null, null, null, Set.of()), Set.of(Role.ADMINISTRATOR), true);
        }
    }

    private void firstAdministrator() {
        if (!signIn.isEmbedded() || hasAdministrator()) {
            return;
        }
        settings.check();
        if (identity.createUserQuery().userId(settings.user()).count() > 0) {
            throw new FirstAdministrator.Wrong("user", "there is a user " + settings.user() + " already, who is no administrator; name another one");
        }
        User user = identity.newUser(settings.user());
        List<RefusedField> broken = PasswordRule.broken(identity, settings.password(), user);
        if (!broken.isEmpty()) {
            throw new FirstAdministrator.Wrong("password", "it breaks the rules for passwords: "
                    + broken.stream().map(RefusedField::message).collect(Collectors.joining(" ")));
        }
        user.setPassword(settings.password());
        identity.saveUser(user);
        identity.createMembership(settings.user(), Role.ADMINISTRATOR.group());
        signIns.passwordWasGiven(settings.user());
        LOG.info("First administrator {} is there; the password has to be changed at the first sign-in", settings.user());
    }

    /** Those who came from a provider or directory have no password here: where people sign in by password now, they are none. */
    private boolean hasAdministrator() {
        return identity.createUserQuery().memberOfGroup(Role.ADMINISTRATOR.group()).list().stream().map(User::getId)
                .anyMatch(user -> jdbc.queryForList("select 1 from provided_user where user_id = ?", user).isEmpty());
    }
}
