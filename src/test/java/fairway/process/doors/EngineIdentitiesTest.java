package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import fairway.access.SignInSettings;
import fairway.process.AsEngine;
import fairway.support.FairwayTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where a password is worked out: beside the engine, which holds a connection to the database as long as it is busy. */
@FairwayTest
class EngineIdentitiesTest {

    private static final String USER = "visitor";
    private static final String PASSWORD = "three unrelated words";

    @Autowired
    IdentityService identity;
    @Autowired
    AsEngine asEngine;
    @Autowired
    SignInSettings settings;
    @Autowired
    JdbcTemplate jdbc;

    private IdentityService asked;
    private EngineIdentities identities;

    @BeforeEach
    void create() {
        User user = identity.newUser(USER);
        user.setPassword(PASSWORD);
        ((IdentityServiceImpl) identity).saveUser(user, true);
        asked = mock(IdentityServiceImpl.class, delegatesTo(identity));
        identities = new EngineIdentities(asked, asEngine, settings);
    }

    @AfterEach
    void takeAway() {
        identity.deleteUser(USER);
    }

    @Test
    void theEngineDoesNotWorkOutASlowHash() {
        assertThat(identities.passwordIsRight(USER, "wrong")).isFalse();
        assertThat(identities.passwordIsRight(USER, PASSWORD)).isTrue();
        assertThat(identities.passwordIsRight("nobody", PASSWORD)).isFalse();
        verify(asked, never()).checkPassword(any(), any());
    }

    @Test
    void whatAnEarlierVersionKeptIsTheEngines() {
        String salt = jdbc.queryForObject("select salt_ from act_id_user where id_ = ?", String.class, USER);
        jdbc.update("update act_id_user set pwd_ = ? where id_ = ?", "{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + salt), USER);
        assertThat(identities.passwordIsRight(USER, "wrong")).isFalse();
        assertThat(identities.passwordIsRight(USER, PASSWORD)).isTrue();
        verify(asked).checkPassword(USER, PASSWORD);
        assertThat(jdbc.queryForObject("select pwd_ from act_id_user where id_ = ?", String.class, USER)).as("kept anew").startsWith("{PBKDF2}");
        assertThat(identities.passwordIsRight(USER, PASSWORD)).isTrue();
        assertThat(identities.passwordIsRight(USER, "wrong")).isFalse();
    }
}
