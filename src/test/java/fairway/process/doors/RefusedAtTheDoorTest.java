package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fairway.support.Doors;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is refused before anything else is looked at, and what the record says of it. */
@FairwayTest
class RefusedAtTheDoorTest {

    private static final String OTHER_SPELLING = "Manager3";
    private static final String PASSWORD = "three unrelated words";

    @Autowired
    Doors doors;
    @Autowired
    IdentityService identity;
    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void takeAway() {
        identity.deleteUser(OTHER_SPELLING);
    }

    /** The token is looked at before the request knows its user. */
    @Test
    void theRecordSaysWhoseRequestHadNoToken() {
        WebSession session = WebSession.of(doors.base(), "manager");
        String cookies = "Cookie: JSESSIONID=" + session.cookie("JSESSIONID") + "; FAIRWAY-XSRF-TOKEN=" + session.cookie("FAIRWAY-XSRF-TOKEN");
        for (String path : List.of("/password", "/api/tasks/1/draft")) {
            assertThat(RawHttp.send(doors.base(), "POST", path, List.of(cookies, "X-XSRF-TOKEN: wrong"), "x").status()).isEqualTo(403);
            assertThat(RawHttp.send(doors.base(), "POST", path, List.of(), "x").status()).as("nobody").isIn(401, 403);
        }
        assertThat(jdbc.queryForList("select subject || ' ' || coalesce(user_id, '-') from access_log where what = 'without-token'", String.class))
                .contains("POST /password manager", "POST /api/tasks/1/draft manager", "POST /password -");
    }

    @Test
    void nobodyUploadsAnythingWithoutASignIn() {
        String type = "Content-Type: multipart/form-data; boundary=x";
        assertThat(RawHttp.send(doors.base(), "POST", "/staff/import", List.of(type), "--x--\r\n").status()).isEqualTo(415);
        String signedIn = "Cookie: JSESSIONID=" + WebSession.of(doors.base(), "hr").cookie("JSESSIONID");
        assertThat(RawHttp.send(doors.base(), "POST", "/staff/import", List.of(signedIn, type), "--x--\r\n").status()).as("its token is missing").isEqualTo(403);
    }

    @Test
    void ofManyAttemptsAtOnceOnlyTheFreeOnesAreLookedAt() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> answers = many.invokeAll(Collections.nCopies(48, () -> basic("nobody.at.all", "wrong")));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(401, 429).filteredOn(status -> status == 401).as("looked at").hasSize(3);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void aProgramSendsManyRightOnesAtOnce() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> answers = many.invokeAll(Collections.nCopies(48, () -> basic("manager", "fairway")));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            many.shutdownNow();
        }
    }

    /** Under a name that the staff list spells otherwise somebody would be nobody there, and in no conflict with any case. */
    @Test
    void aNameThatTheStaffListSpellsOtherwiseDoesNotComeIn() {
        User user = identity.newUser(OTHER_SPELLING);
        user.setPassword(PASSWORD);
        ((IdentityServiceImpl) identity).saveUser(user, true);
        assertThatThrownBy(() -> WebSession.signIn(doors.base(), OTHER_SPELLING, PASSWORD)).hasMessageContaining("/login?error=spelling");
        assertThat(RawHttp.get(doors.base(), "/login?error=spelling").body()).contains("in another spelling").contains("exactly as you sign in");
        RawHttp.Answer rest = RawHttp.send(doors.base(), "GET", "/engine-rest/engine", List.of(RawHttp.basic(OTHER_SPELLING, PASSWORD)), "");
        assertThat(rest.status()).isEqualTo(401);
        assertThat(rest.body()).contains("in another spelling");
        assertThat(jdbc.queryForList("select subject from access_log where outcome = 'refused' and what = 'sign-in-other-spelling'", String.class)).contains("user:" + OTHER_SPELLING);
    }

    private int basic(String user, String password) {
        return RawHttp.send(doors.base(), "GET", "/engine-rest/engine", List.of(RawHttp.basic(user, password)), "").status();
    }
}
