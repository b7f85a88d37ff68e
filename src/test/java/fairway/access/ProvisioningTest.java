package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;

import fairway.support.FairwayTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Whose account a user name stands for, when a provider or directory says who somebody is. */
@FairwayTest
class ProvisioningTest {

    private static final String USER = "new.nurse";
    private static final String OTHER_SPELLING = "Manager3";

    @Autowired
    Identities identities;
    @Autowired
    ProvidedUsers users;
    @Autowired
    Admission admission;
    @Autowired
    AccessLog log;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    IdentityService engine;

    private Provisioning provisioning;

    @BeforeEach
    void settings() {
        SignInSettings settings = SignInSettingsTest.settings(Map.of("way", "ldap", "groups.operations", "it-operations"));
        provisioning = new Provisioning(identities, users, settings, admission, log, jdbc, transactions);
    }

    @AfterEach
    void takeAway() {
        for (String user : Set.of(USER, OTHER_SPELLING)) {
            engine.createGroupQuery().groupMember(user).list().forEach(group -> engine.deleteMembership(user, group.getId()));
            engine.deleteUser(user);
        }
    }

    @Test
    void aNameThatTheStaffListSpellsOtherwiseIsRefusedAndNoUserIsMade() {
        for (String provider : new String[]{"ldap", "openid https://id.trust.example"}) {
            assertThatThrownBy(() -> provisioning.provide(person(provider, "4711", OTHER_SPELLING))).isInstanceOfSatisfying(NotAdmitted.class,
                    refused -> assertThat(refused.reason().code()).isEqualTo("spelling"));
        }
        assertThat(engine.createUserQuery().userId(OTHER_SPELLING).count()).isZero();
        assertThat(jdbc.queryForList("select subject from access_log where outcome = 'refused' and what = 'sign-in-other-spelling'", String.class)).contains("user:" + OTHER_SPELLING);
    }

    /** Earlier versions kept the user name as who somebody is in the directory. */
    @Test
    void whoTheyAreInTheDirectoryIsTakenOverOnce() {
        provisioning.provide(person("ldap", USER, USER));
        assertThat(provisioning.provide(person("ldap", "of Nia", USER)).userId()).isEqualTo(USER);
        assertThat(provisioning.provide(person("ldap", "of Nia", USER)).userId()).isEqualTo(USER);
        assertThatThrownBy(() -> provisioning.provide(person("ldap", "of her successor", USER))).isInstanceOfSatisfying(NotAdmitted.class,
                refused -> assertThat(refused.reason()).isEqualTo(NotAdmitted.Reason.OTHER_ACCOUNT));
        assertThatThrownBy(() -> provisioning.provide(person("ldap", USER, USER))).as("nor by the name again").isInstanceOf(NotAdmitted.class);
        assertThat(jdbc.queryForObject("select subject from provided_user where user_id = ?", String.class, USER)).isEqualTo("of Nia");
    }

    @Test
    void whoTheyAreAtAnOpenIdProviderIsNeverTakenOver() {
        provisioning.provide(person("openid https://id.trust.example", USER, USER));
        assertThatThrownBy(() -> provisioning.provide(person("openid https://id.trust.example", "another", USER))).isInstanceOf(NotAdmitted.class);
    }

    private static ProvidedPerson person(String provider, String subject, String user) {
        return new ProvidedPerson(provider, subject, user, "Nia", "Barker", null, Set.of("it-operations"));
    }
}
