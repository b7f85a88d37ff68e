package fairway.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps users and roles as the provider or directory has them: at each sign-in, and each time that roles are taken anew. Roles that somebody's
 * groups give no more are theirs no more, in every session of theirs at once. A user name stays with the account that had it first.
 */
@Component
class Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);
    static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}");

    private final Identities identities;
    private final ProvidedUsers users;
    private final SignInSettings settings;
    private final Admission admission;
    private final AccessLog log;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Provisioning(Identities identities, ProvidedUsers users, SignInSettings settings, Admission admission, AccessLog log, JdbcTemplate jdbc,
                 PlatformTransactionManager transactions) {
        this.identities = identities;
        this.users = users;
        this.settings = settings;
        this.admission = admission;
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whose account a user name stands for. */
    private record Account(String provider, String subject) {
    }

    /**
     * Takes over name and roles.
     *
     * @return the user with the roles of now
     * @throws NotAdmitted    when they cannot be a user of Fairway, or have no role; roles they had are gone then
     * @throws NotOnStaffList when they are a manager whom the staff list does not know
     */
    Identity provide(ProvidedPerson person) {
        String userId = person.userName();
        if (userId == null || !USER_NAME.matcher(userId).matches()) {
            LOG.warn("Somebody signed in whose user name cannot be one of Fairway's: the claim or attribute of the user name is missing or has other characters");
            log.refused("sign-in-user-name", "user:" + userId, null);
            throw new NotAdmitted(NotAdmitted.Reason.USER_NAME);
        }
        admission.refuseOtherSpelling(userId);
        Account account = new Account(person.provider(), person.subject());
        Identity now = isReserved(userId) ? null : transaction.execute(status -> takeOver(userId, account, person));
        if (now == null) {
            LOG.warn("User name {} belongs to another account, or to a program", userId);
            log.refused("sign-in-other-account", "user:" + userId, null);
            throw new NotAdmitted(NotAdmitted.Reason.OTHER_ACCOUNT);
        }
        if (now.groups().isEmpty()) {
            log.refused("sign-in-without-role", "user:" + userId, userId);
            throw new NotAdmitted(NotAdmitted.Reason.NO_ROLE);
        }
        admission.admit(now);
        return now;
    }

    private boolean isReserved(String userId) {
        return settings.programs().contains(userId) || ProvidedUsers.NOBODY.equals(userId);
    }

    /** As earlier versions kept who somebody is in the directory: what they are there is taken over at their next sign-in. */
    private static boolean isKeptByName(Account known, String userId) {
        return LdapDirectory.PROVIDER.equals(known.provider()) && known.subject().equals(userId);
    }

    /** The user as they are now; null when the user name is another account's. */
    private Identity takeOver(String userId, Account account, ProvidedPerson person) {
        jdbc.query("select pg_advisory_xact_lock(hashtext(?))", rows -> { }, "fairway.user:" + userId);
        Account known = jdbc.query("select provider, subject from provided_user where user_id = ?", (row, i) -> new Account(row.getString(1), row.getString(2)), userId)
                .stream().findFirst().orElse(null);
        Identity before = identities.find(userId).orElse(null);
        if (before != null && known != null && known.provider().equals(account.provider()) && !known.subject().equals(account.subject()) && !isKeptByName(known, userId)) {
            return null;
        }
        Set<Role> roles = settings.groups().rolesOf(person.groups());
        if (before == null && roles.isEmpty()) {
            return new Identity(userId, userId, Set.of());
        }
        users.provide(person, roles, before == null || !account.equals(known));
        jdbc.update("""
                insert into provided_user (user_id, provider, subject) values (?, ?, ?)
                on conflict (user_id) do update set provider = excluded.provider, subject = excluded.subject""", userId, account.provider(), account.subject());
        Set<String> groups = roles.stream().map(Role::group).collect(Collectors.toCollection(TreeSet::new));
        if (before == null || !before.groups().equals(groups)) {
            log.done("role-change", "user:" + userId + ": " + String.join(", ", groups), userId);
        }
        return identities.find(userId).orElseThrow();
    }
}
