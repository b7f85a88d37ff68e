package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fairway.access.AccessLog;
import fairway.access.FirstAdministrator;
import fairway.access.ManagersNotOnStaffList;
import fairway.access.ProvidedUsers;
import fairway.access.SignInSettings;
import fairway.access.SignIns;
import fairway.support.Doors;
import fairway.support.EveryTable;
import fairway.support.FairwayTest;
import fairway.support.TestClock;
import fairway.support.WebSession;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Signing in and out, roles as they are now, first passwords, the first administrator, and what the pages' own doors hold to. */
@FairwayTest
class SignInTest {

    private static final String NEW_PASSWORD = "three unrelated words";

    @Autowired
    Doors doors;
    @Autowired
    IdentityService identity;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    FilterService filters;
    @Autowired
    TasklistFilters tasklistFilters;
    @Autowired
    ProvidedUsers providedUsers;
    @Autowired
    SignInSettings signInSettings;
    @Autowired
    SignIns signIns;
    @Autowired
    AccessLog log;
    @Autowired
    ManagersNotOnStaffList managersNotOnStaffList;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    EveryTable everyTable;
    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void takeAway() {
        List.of("visitor", "boss", "second").forEach(user -> {
            identity.createGroupQuery().groupMember(user).list().forEach(group -> identity.deleteMembership(user, group.getId()));
            identity.deleteUser(user);
        });
    }

    @Test
    void aWrongPasswordIsRefusedAndKept() {
        assertThatThrownBy(() -> WebSession.signIn(doors.base(), "manager3", "wrong")).hasMessageContaining("/login?error=password");
        assertThatThrownBy(() -> WebSession.signIn(doors.base(), "nobody", "wrong")).hasMessageContaining("/login?error=password");
        assertThat(logged("refused", "sign-in")).contains("user:manager3", "user:unknown 6382");
    }

    /** People type their password into the field for the name, and the record is never forgotten. */
    @Test
    void whatNobodyIsCalledIsNotKept() {
        String password = "correct horse battery staple 42";
        assertThatThrownBy(() -> WebSession.signIn(doors.base(), password, "x")).hasMessageContaining("/login?error=password");
        for (int i = 0; i < 3; i++) {
            basic(password, "x", "/engine-rest/engine");
        }
        assertThatThrownBy(() -> WebSession.signIn(doors.base(), password, "x")).as("too early").hasMessageContaining("/login?error=wait");
        assertThat(logged("refused", "sign-in")).hasSizeGreaterThan(2).allMatch(kept -> kept.matches("user:unknown [0-9a-f]{4}")).as("the same each time").containsOnly(logged("refused", "sign-in").get(0));
        assertThat(logged("refused", "sign-in-too-early")).isNotEmpty().containsOnly(logged("refused", "sign-in").get(0));
        assertThat(everyTable.rowsWith("battery staple")).isEmpty();
    }

    @Test
    void passwordsAreKeptSoThatTheyTakeTimeToTryAndFormerOnesStayGood() {
        create("visitor", NEW_PASSWORD);
        identity.createMembership("visitor", "operations");
        assertThat(kept("visitor")).startsWith("{PBKDF2}1000$").doesNotContain(NEW_PASSWORD);
        String salt = jdbc.queryForObject("select salt_ from act_id_user where id_ = 'visitor'", String.class);
        jdbc.update("update act_id_user set pwd_ = ? where id_ = 'visitor'", "{SHA-512}" + new Sha512HashDigest().encrypt(NEW_PASSWORD + salt));
        assertThat(basic("visitor", "wrong", "/engine-rest/engine")).isEqualTo(401);
        assertThat(kept("visitor")).startsWith("{SHA-512}");
        assertThat(basic("visitor", NEW_PASSWORD, "/engine-rest/engine")).as("as an earlier version kept it").isEqualTo(200);
        assertThat(kept("visitor")).as("anew at the first sign-in").startsWith("{PBKDF2}1000$");
        assertThat(basic("visitor", NEW_PASSWORD, "/engine-rest/engine")).isEqualTo(200);
    }

    private String kept(String user) {
        return jdbc.queryForObject("select pwd_ from act_id_user where id_ = ?", String.class, user);
    }

    @Test
    void afterWrongPasswordsTheRightOneHasToWaitLongerEachTime() {
        create("visitor", NEW_PASSWORD);
        identity.createMembership("visitor", "operations");
        for (int i = 0; i < 2; i++) {
            assertThat(basic("visitor", "wrong", "/engine-rest/engine")).isEqualTo(401);
        }
        assertThat(basic("visitor", NEW_PASSWORD, "/engine-rest/engine")).as("two slips are free").isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            assertThat(basic("visitor", "wrong", "/engine-rest/engine")).isEqualTo(401);
        }
        RawHttp.Answer early = RawHttp.send(doors.base(), "GET", "/engine-rest/engine", List.of(RawHttp.basic("Visitor ", NEW_PASSWORD)), "");
        assertThat(early.status()).as("the right one, however the name is written").isEqualTo(429);
        assertThat(early.header("Retry-After")).isEqualTo("Mon, 5 Oct 2026 09:00:06 GMT");
        assertThat(early.body()).contains("Try again from 10:00:05 on");
        assertThat(logged("refused", "sign-in-too-early")).as("who it is, however the name is written").contains("user:visitor");

        TestClock.set(TestClock.START.plusSeconds(5));
        assertThat(basic("visitor", "wrong", "/engine-rest/engine")).as("one more attempt").isEqualTo(401);
        TestClock.set(TestClock.START.plusSeconds(14));
        assertThat(basic("visitor", NEW_PASSWORD, "/engine-rest/engine")).as("twice as long").isEqualTo(429);
        TestClock.set(TestClock.START.plusSeconds(15));
        assertThat(basic("visitor", NEW_PASSWORD, "/engine-rest/engine")).isEqualTo(200);
        assertThat(basic("visitor", "wrong", "/engine-rest/engine")).as("nothing is held against them any more").isEqualTo(401);
        assertThat(basic("visitor", NEW_PASSWORD, "/engine-rest/engine")).isEqualTo(200);
    }

    @Test
    void whoeverHasToWaitIsToldUntilWhenWhetherThereIsSuchAUserOrNot() {
        for (String user : List.of("manager3", "nobody.at.all")) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> WebSession.signIn(doors.base(), user, "wrong")).hasMessageContaining("/login?error=password");
            }
            long until = TestClock.START.plusSeconds(5).atZone(WorkingDays.LONDON).toEpochSecond();
            assertThatThrownBy(() -> WebSession.signIn(doors.base(), user, "fairway")).hasMessageContaining("/login?error=wait&until=" + until);
            assertThat(RawHttp.get(doors.base(), "/login?error=wait&until=" + until).body()).contains("Try again from 10:00:06 on");
        }
        assertThat(RawHttp.get(doors.base(), "/login?error=wait&until=1").body()).contains("You can try again now");
        assertThat(jdbc.queryForList("select subject from wrong_password", String.class)).hasSizeGreaterThan(2).noneMatch(kept -> kept.contains("nobody"));
    }

    @Test
    void manyWrongPasswordsFromOneAddressMakeItWaitWhateverTheNames() {
        for (int i = 0; i < 50; i++) {
            assertThat(basic("nobody" + i, "wrong", "/engine-rest/engine")).isEqualTo(401);
        }
        assertThat(basic("manager", "fairway", "/engine-rest/engine")).isEqualTo(429);
        TestClock.set(TestClock.START.plusSeconds(5));
        assertThat(basic("manager", "fairway", "/engine-rest/engine")).isEqualTo(200);
        assertThat(basic("manager", "fairway", "/engine-rest/engine")).as("a right one does not wait for another").isEqualTo(200);
        assertThat(basic("nobody", "wrong", "/engine-rest/engine")).isEqualTo(401);
        assertThat(basic("manager", "fairway", "/engine-rest/engine")).isEqualTo(429);
        TestClock.set(TestClock.START.plusMinutes(2));
        assertThat(basic("nobody", "wrong", "/engine-rest/engine")).isEqualTo(401);
        assertThat(basic("manager", "fairway", "/engine-rest/engine")).as("with time an address is forgiven").isEqualTo(200);
    }

    /** Whoever tries many at once is not past the wait: while a name has to wait, attempts are counted before the password is looked at. */
    @Test
    void manyAttemptsAtOnceAreNoWayAroundTheWait() throws Exception {
        create("visitor", NEW_PASSWORD);
        for (int i = 0; i < 3; i++) {
            basic("visitor", "wrong", "/engine-rest/engine");
        }
        TestClock.set(TestClock.START.plusSeconds(6));
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = many.invokeAll(Collections.nCopies(16, () -> basic("visitor", "wrong", "/engine-rest/engine")));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(401, 429).filteredOn(status -> status == 401).as("looked at").hasSize(1);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void redirectsNameNoHostWhateverTheRequestSays() {
        RawHttp.Answer toLogIn = RawHttp.send(doors.base(), "GET", "/cases", List.of("X-Forwarded-Host: elsewhere.example", "X-Forwarded-Proto: https"), "");
        assertThat(toLogIn.header("Location")).isEqualTo("/login");
        WebSession session = WebSession.signIn(doors.base(), "manager", "fairway");
        assertThat(session.get("/login").status()).isEqualTo(302);
        assertThat(RawHttp.send(doors.base(), "GET", "/login", List.of("Cookie: JSESSIONID=" + session.cookie("JSESSIONID")), "").header("Location")).isEqualTo("/");
        assertThat(RawHttp.send(doors.base(), "GET", "/camunda", List.of(), "").header("Location")).isEqualTo("/login");
    }

    @Test
    void namesAndPasswordsOfAnyKindAreAnsweredPlainly() {
        for (String name : List.of("a\0b", "x".repeat(5_000), "' or 1=1 --", "ключ", "${7*7}", " ")) {
            assertThat(basic(name, "x", "/engine-rest/engine")).as(name).isEqualTo(401);
        }
        assertThat(basic("manager", "y".repeat(4_000), "/engine-rest/engine")).isEqualTo(401);
    }

    @Test
    void aManagerWhoIsNotOnTheStaffListIsToldSo() {
        create("boss", NEW_PASSWORD);
        identity.createMembership("boss", "manager");
        assertThatThrownBy(() -> WebSession.signIn(doors.base(), "boss", NEW_PASSWORD)).hasMessageContaining("/login?error=staffList");
        assertThat(RawHttp.get(doors.base(), "/login?error=staffList").body()).contains("staff list has nobody with your user name");
        RawHttp.Answer rest = RawHttp.send(doors.base(), "GET", "/engine-rest/engine", List.of(RawHttp.basic("boss", NEW_PASSWORD)), "");
        assertThat(rest.status()).isEqualTo(401);
        assertThat(rest.body()).contains("notOnStaffList");
        assertThat(managersNotOnStaffList.userIds()).containsExactly("boss");
        assertThat(WebSession.of(doors.base(), "hr").get("/staff").text()).contains("Managers who cannot sign in").contains("<li>boss</li>");
        assertThat(logged("refused", "sign-in-not-on-staff-list")).contains("user:boss");
    }

    @Test
    void aSessionHasTheRolesOfNow() {
        create("visitor", NEW_PASSWORD);
        WebSession session = WebSession.signIn(doors.base(), "visitor", NEW_PASSWORD);
        assertThat(session.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        identity.createMembership("visitor", "operations");
        assertThat(session.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        assertThat(session.get("/camunda/api/engine/engine/default/task/count").status()).isEqualTo(200);
        identity.deleteMembership("visitor", "operations");
        assertThat(session.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(session.get("/camunda/api/engine/engine/default/task/count").status()).isEqualTo(403);
        identity.deleteUser("visitor");
        assertThat(session.get("/camunda/api/engine/engine/default/task/count").status()).isEqualTo(401);
        assertThat(session.get("/password").status()).isEqualTo(302);
    }

    @Test
    void loggingOutEndsTheSessionOfTheWebApplicationsToo() {
        create("visitor", NEW_PASSWORD);
        identity.createMembership("visitor", "operations");
        WebSession session = WebSession.signIn(doors.base(), "visitor", NEW_PASSWORD);
        assertThat(session.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(200);
        assertThat(session.postForm("/logout", "").text()).endsWith("/login?out");
        assertThat(session.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(401);

        WebSession other = WebSession.signIn(doors.base(), "visitor", NEW_PASSWORD);
        assertThat(other.send("POST", "/camunda/api/admin/auth/user/default/logout", "{}").status()).isEqualTo(204);
        assertThat(other.get("/password").status()).isEqualTo(302);
        assertThat(logged("done", "sign-out")).contains("user:visitor");
    }

    @Test
    void signingInGivesAnotherSession() {
        String before = WebSession.signIn(doors.base(), "manager3", "fairway").cookie("JSESSIONID");
        RawHttp.Answer answer = signIn("JSESSIONID=" + before);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(cookie(answer, "JSESSIONID")).isNotNull().isNotEqualTo(before);
        assertThat(RawHttp.send(doors.base(), "GET", "/password", List.of("Cookie: JSESSIONID=" + before), "").status()).isEqualTo(302);
    }

    /** As {@code manager}, from a browser with this cookie. */
    private RawHttp.Answer signIn(String cookie) {
        String token = cookie(RawHttp.get(doors.base(), "/login"), "FAIRWAY-XSRF-TOKEN");
        RawHttp.Answer answer = RawHttp.send(doors.base(), "POST", "/login", List.of("Cookie: " + cookie + "; FAIRWAY-XSRF-TOKEN=" + token,
                "X-XSRF-TOKEN: " + token, "Content-Type: application/x-www-form-urlencoded"), "username=manager&password=fairway");
        assertThat(answer.status()).isEqualTo(302);
        return answer;
    }

    @Test
    void strangersHaveNoSessionAndComeToThePageThatTheyWantedAllTheSame() {
        for (String path : List.of("/staff?page=2", "/camunda/app/tasklist/default/", "/" + "a".repeat(2_000))) {
            RawHttp.Answer page = RawHttp.get(doors.base(), path);
            assertThat(page.status()).isEqualTo(302);
            assertThat(page.headersNamed("Set-Cookie")).as(path).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }
        assertThat(RawHttp.get(doors.base(), "/" + "a".repeat(2_000)).headersNamed("Set-Cookie")).as("too long to keep").noneMatch(cookie -> cookie.startsWith("FAIRWAY-WANTED"));
        RawHttp.Answer page = RawHttp.get(doors.base(), "/staff?page=2");
        assertThat(page.headersNamed("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("FAIRWAY-WANTED") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
        String wanted = "FAIRWAY-WANTED=" + cookie(page, "FAIRWAY-WANTED");
        RawHttp.Answer in = signIn(wanted);
        assertThat(in.header("Location")).isEqualTo("/staff?page=2");
        RawHttp.Answer there = RawHttp.send(doors.base(), "GET", "/staff?page=2", List.of("Cookie: " + wanted + "; JSESSIONID=" + cookie(in, "JSESSIONID")), "");
        assertThat(there.headersNamed("Set-Cookie")).as("it is forgotten").anyMatch(cookie -> cookie.startsWith("FAIRWAY-WANTED=;") && cookie.contains("Max-Age=0"));
        for (String script : List.of("X-Requested-With: XMLHttpRequest", "Accept: application/json", "Sec-Fetch-Mode: no-cors")) {
            assertThat(RawHttp.send(doors.base(), "GET", "/staff", List.of(script), "").headersNamed("Set-Cookie")).as(script).noneMatch(cookie -> cookie.startsWith("FAIRWAY-WANTED"));
        }
    }

    @Test
    void nobodyIsLedToAnotherServerAfterTheSignIn() {
        for (String elsewhere : List.of("//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "/a\r\nX: y", "staff", "")) {
            String wanted = Base64.getUrlEncoder().withoutPadding().encodeToString(elsewhere.getBytes(StandardCharsets.UTF_8));
            assertThat(signIn("FAIRWAY-WANTED=" + wanted).header("Location")).as(elsewhere).isEqualTo("/");
        }
        assertThat(signIn("FAIRWAY-WANTED=!!").header("Location")).isEqualTo("/");
    }

    @Test
    void everyChangeNeedsItsToken() {
        WebSession session = WebSession.signIn(doors.base(), "manager", "fairway");
        String cookies = "Cookie: JSESSIONID=" + session.cookie("JSESSIONID") + "; FAIRWAY-XSRF-TOKEN=" + session.cookie("FAIRWAY-XSRF-TOKEN");
        for (String path : List.of("/password", "/logout", "/cases", "/api/tasks/1/draft", "/api/tasks/1/preview", "/api/cases/PC-2026-000001/actions/withdraw", "/my/token/receipt")) {
            for (List<String> headers : List.of(List.of(cookies), List.of(cookies, "X-XSRF-TOKEN: wrong"), List.of(cookies, "Content-Type: application/x-www-form-urlencoded"))) {
                assertThat(RawHttp.send(doors.base(), "POST", path, headers, "_csrf=wrong").status()).as(path + headers).isEqualTo(403);
            }
        }
        assertThat(RawHttp.send(doors.base(), "POST", "/login", List.of("Content-Type: application/x-www-form-urlencoded"), "username=manager&password=fairway").header("Location"))
                .endsWith("/login?error=stale");
        assertThat(RawHttp.send(doors.base(), "POST", "/camunda/api/engine/engine/default/task/count", List.of(cookies, "Content-Type: application/json"), "{}").status()).isEqualTo(403);
    }

    @Test
    void anotherSiteCannotUseARememberedPassword() {
        for (String from : List.of("cross-site", "same-site")) {
            for (String path : List.of("/engine-rest/task/count", "/api/start-forms/raiseConcern")) {
                assertThat(RawHttp.send(doors.base(), "GET", path, List.of(RawHttp.basic("manager", "fairway"), "Sec-Fetch-Site: " + from), "").status()).isEqualTo(403);
            }
        }
    }

    @Test
    void basicLeavesNoSession() {
        for (String path : List.of("/engine-rest/task/count", "/api/start-forms/raiseConcern")) {
            RawHttp.Answer answer = RawHttp.send(doors.base(), "GET", path, List.of(RawHttp.basic("manager", "fairway")), "");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headersNamed("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }
    }

    @Test
    void pagesCarryTheirHeaders() {
        RawHttp.Answer page = RawHttp.get(doors.base(), "/login");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe", "http");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
        assertThat(page.headersNamed("Set-Cookie")).allMatch(cookie -> cookie.contains("SameSite=Lax"));
        assertThat(RawHttp.get(doors.base(), "/password").headersNamed("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));

        WebSession session = WebSession.of(doors.base(), "manager");
        RawHttp.Answer tasklist = RawHttp.send(doors.base(), "GET", "/camunda/app/tasklist/default/", List.of("Cookie: JSESSIONID=" + session.cookie("JSESSIONID")), "");
        assertThat(tasklist.headersNamed("Content-Security-Policy")).hasSize(1).allMatch(policy -> policy.contains("nonce-") && policy.contains("frame-ancestors 'none'"));
        assertThat(tasklist.headersNamed("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("FAIRWAY-XSRF-TOKEN"));
    }

    @Test
    void aGivenPasswordIsChangedBeforeAnythingElse() {
        create("visitor", "given by somebody");
        identity.createMembership("visitor", "operations");
        signIns.passwordWasGiven("visitor");
        WebSession session = WebSession.signIn(doors.base(), "visitor", "given by somebody");

        assertThat(basic("visitor", "given by somebody", "/engine-rest/engine")).isEqualTo(403);
        assertThat(session.get("/camunda/api/engine/engine/").status()).isEqualTo(403);
        assertThat(session.get("/password").text()).contains("Somebody else gave you your present password");
        assertThat(change(session, "wrong one", NEW_PASSWORD, NEW_PASSWORD)).contains("The present password is not right");
        assertThat(change(session, "given by somebody", "short", "short")).contains("Use at least 12 characters");
        assertThat(change(session, "given by somebody", "visitor visitor visitor", "visitor visitor visitor")).contains("Leave your own name");
        assertThat(change(session, "given by somebody", "password123456", "password123456")).contains("among the first that attackers try");
        assertThat(change(session, "given by somebody", NEW_PASSWORD, "another")).contains("The two new passwords differ");
        assertThat(change(session, "given by somebody", "given by somebody", "given by somebody")).contains("other than the present one");
        assertThat(change(session, "given by somebody", NEW_PASSWORD, NEW_PASSWORD)).endsWith("/password?changed");
        assertThat(session.get("/camunda/api/engine/engine/").status()).isEqualTo(200);
        assertThat(basic("visitor", NEW_PASSWORD, "/engine-rest/engine")).isEqualTo(200);
        assertThat(logged("done", "password-change")).contains("user:visitor");
    }

    @Test
    void anotherPasswordEndsEveryOtherSession() {
        create("visitor", "found out by somebody");
        identity.createMembership("visitor", "operations");
        WebSession intruder = WebSession.signIn(doors.base(), "visitor", "found out by somebody");
        WebSession own = WebSession.signIn(doors.base(), "visitor", "found out by somebody");
        assertThat(intruder.get("/camunda/api/engine/engine/").status()).isEqualTo(200);

        assertThat(change(own, "found out by somebody", NEW_PASSWORD, NEW_PASSWORD)).endsWith("/password?changed");

        assertThat(own.get("/camunda/api/engine/engine/").status()).isEqualTo(200);
        assertThat(intruder.get("/camunda/api/engine/engine/").status()).isEqualTo(401);
        assertThat(intruder.get("/api/start-forms/raiseConcern").status()).isEqualTo(401);
        assertThat(intruder.get("/password").status()).isEqualTo(302);
        assertThat(WebSession.signIn(doors.base(), "visitor", NEW_PASSWORD).get("/camunda/api/engine/engine/").status()).isEqualTo(200);
    }

    @Test
    void whatAnAdministratorGivesIsAGivenPassword() {
        assertThat(doors.post("/engine-rest/user/create", "admin", "{\"profile\":{\"id\":\"visitor\",\"firstName\":\"V\",\"lastName\":\"I\",\"email\":\"\"},"
                + "\"credentials\":{\"password\":\"given by somebody\"}}").status()).isEqualTo(204);
        assertThat(signIns.mustChangePassword("visitor")).isTrue();
        assertThat(change(WebSession.signIn(doors.base(), "visitor", "given by somebody"), "given by somebody", NEW_PASSWORD, NEW_PASSWORD)).endsWith("/password?changed");
        assertThat(signIns.mustChangePassword("visitor")).isFalse();
        assertThat(doors.send("PUT", "/engine-rest/user/visitor/credentials", "admin", "{\"password\":\"given a second time\",\"authenticatedUserPassword\":\"fairway\"}").status()).isEqualTo(204);
        assertThat(signIns.mustChangePassword("visitor")).isTrue();
        assertThat(doors.post("/engine-rest/user/create", "admin", "{\"profile\":{\"id\":\"second\"},\"credentials\":{\"password\":\"short\"}}").refused()).containsExactly("password:passwordTooShort");
        assertThat(doors.post("/engine-rest/user/create", "admin", "{\"profile\":{\"id\":\"a/b\"},\"credentials\":{\"password\":\"given by somebody\"}}").refused())
                .containsExactly("profile.id:userId");
        assertThat(doors.post("/engine-rest/user/create", "admin", "{\"profile\":{\"id\":\"Katya.Barker\"},\"credentials\":{\"password\":\"given by somebody\"}}").refused())
                .containsExactly("profile.id:otherSpelling");
        assertThat(doors.send("PUT", "/engine-rest/user/visitor/credentials", "admin", "{\"password\":\"given a third time\"}").status()).isEqualTo(400);
        assertThat(doors.send("PUT", "/engine-rest/user/visitor/credentials", "admin", "{\"password\":\"given a third time\",\"authenticatedUserPassword\":\"wrong\"}").refused())
                .containsExactly("authenticatedUserPassword:wrongPassword");
        assertThat(identity.createUserQuery().userId("second").count()).isZero();
        assertThat(logged("done", "POST user/create")).hasSize(1);
    }

    /** In Camunda Admin as on Fairway's own page: the same rules, and every other session ends. */
    @Test
    void anAdministratorsOwnPasswordKeepsToTheRulesAndEndsTheirSessions() {
        doors.post("/engine-rest/user/create", "admin", "{\"profile\":{\"id\":\"visitor\",\"firstName\":\"V\",\"lastName\":\"I\",\"email\":\"\"},"
                + "\"credentials\":{\"password\":\"given by somebody\"}}");
        assertThat(doors.send("PUT", "/engine-rest/group/camunda-admin/members/visitor", "admin", "{}").status()).isEqualTo(204);
        change(WebSession.signIn(doors.base(), "visitor", "given by somebody"), "given by somebody", NEW_PASSWORD, NEW_PASSWORD);
        WebSession other = WebSession.signIn(doors.base(), "visitor", NEW_PASSWORD);
        WebSession own = WebSession.signIn(doors.base(), "visitor", NEW_PASSWORD);
        String change = "/camunda/api/engine/engine/default/user/visitor/credentials";
        TestClock.set(TestClock.START.plusMinutes(5));
        assertThat(own.send("PUT", change, "{\"password\":\"Password123456\",\"authenticatedUserPassword\":\"" + NEW_PASSWORD + "\"}").refused()).containsExactly("password:passwordTooCommon");
        assertThat(other.get("/camunda/api/engine/engine/").status()).isEqualTo(200);
        assertThat(own.send("PUT", change, "{\"password\":\"three odd words here\",\"authenticatedUserPassword\":\"" + NEW_PASSWORD + "\"}").status()).isEqualTo(204);
        assertThat(other.get("/camunda/api/engine/engine/").status()).isEqualTo(401);
        assertThat(signIns.mustChangePassword("visitor")).isFalse();
    }

    /** Which right was given to whom, and which was taken: an id alone says nothing once its row is gone. */
    @Test
    void theRecordSaysWhichRightWasGiven() {
        String right = "{\"type\":1,\"permissions\":[\"READ\",\"UPDATE\"],\"groupId\":\"ward\",\"resourceType\":6,\"resourceId\":\"delivery\"}";
        assertThat(doors.post("/engine-rest/group/create", "admin", "{\"id\":\"ward\",\"name\":\"Ward\",\"type\":\"X\"}").status()).isEqualTo(204);
        Doors.Reply made = doors.post("/engine-rest/authorization/create", "admin", right);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(doors.send("DELETE", "/engine-rest/authorization/" + made.body().path("id").asText(), "admin", null).status()).isEqualTo(204);
        assertThat(logged("done", "POST group/create")).singleElement().asString().contains("group:ward");
        assertThat(logged("done", "POST authorization/create")).singleElement().asString().contains("group:ward on ProcessDefinition delivery: READ, UPDATE");
        assertThat(logged("done", "DELETE authorization/{id}")).singleElement().asString().contains("group:ward on ProcessDefinition delivery: READ, UPDATE");
    }

    /** As the screens of Camunda Admin send it. */
    @Test
    void anAdministratorTakesARoleAwayAndRemovesAGroupInAdmin() {
        create("visitor", NEW_PASSWORD);
        identity.createMembership("visitor", "hr");
        WebSession admin = WebSession.of(doors.base(), "admin");
        assertThat(admin.send("DELETE", "/camunda/api/engine/engine/default/group/hr/members/visitor", "{\"userId\":\"visitor\",\"id\":\"hr\"}").status()).isEqualTo(204);
        assertThat(identity.createGroupQuery().groupMember("visitor").list()).isEmpty();
        identity.saveGroup(identity.newGroup("canteen"));
        assertThat(admin.send("DELETE", "/camunda/api/engine/engine/default/group/canteen", "{\"id\":\"canteen\"}").status()).isEqualTo(204);
        assertThat(identity.createGroupQuery().groupId("canteen").count()).isZero();
        assertThat(admin.send("DELETE", "/camunda/api/engine/engine/default/group/hr", "{\"id\":\"hr\"}").status()).isEqualTo(403);
    }

    @Test
    void theLastAdministratorAndTheRolesStay() {
        assertThat(doors.send("DELETE", "/engine-rest/group/camunda-admin/members/admin", "admin", null).status()).isEqualTo(403);
        assertThat(doors.send("DELETE", "/engine-rest/user/admin", "admin", null).status()).isEqualTo(403);
        for (String group : List.of("camunda-admin", "manager", "hr", "operations", "process-owner")) {
            assertThat(doors.send("DELETE", "/engine-rest/group/" + group, "admin", null).status()).isEqualTo(403);
        }
        create("second", NEW_PASSWORD);
        assertThat(doors.send("PUT", "/engine-rest/group/camunda-admin/members/second", "admin", "{\"id\":\"camunda-admin\",\"userId\":\"second\"}").status()).isEqualTo(204);
        assertThat(doors.send("DELETE", "/engine-rest/group/camunda-admin/members/second", "admin", null).status()).isEqualTo(204);
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndHasToChangeThePassword() {
        withoutAdministrators(() -> {
            start(new FirstAdministrator("boss", "a first password"));
            assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list()).extracting(User::getId).containsExactly("boss");
            assertThat(signIns.mustChangePassword("boss")).isTrue();
            start(new FirstAdministrator("second", "another first password"));
            assertThat(identity.createUserQuery().userId("second").count()).isZero();
        });
    }

    /** After a time with an OpenID provider or directory: who came from there has no password here. */
    @Test
    void anAdministratorFromElsewhereIsNoneWherePeopleSignInByPassword() {
        withoutAdministrators(() -> {
            create("second", NEW_PASSWORD);
            identity.createMembership("second", "camunda-admin");
            jdbc.update("insert into provided_user (user_id, provider, subject) values ('second', 'ldap', 'second')");
            start(new FirstAdministrator("boss", "a first password"));
            assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list()).extracting(User::getId).containsExactlyInAnyOrder("second", "boss");
        });
    }

    @Test
    void withoutItFairwayDoesNotStartAndSaysWhy() {
        withoutAdministrators(() -> {
            assertThatThrownBy(() -> start(new FirstAdministrator(null, "a first password"))).hasMessageStartingWith("fairway.first-administrator.user: it is missing");
            assertThatThrownBy(() -> start(new FirstAdministrator("boss", " "))).hasMessageStartingWith("fairway.first-administrator.password: it is missing");
            assertThatThrownBy(() -> start(new FirstAdministrator("a b", "a first password"))).hasMessageStartingWith("fairway.first-administrator.user: it takes");
            assertThatThrownBy(() -> start(new FirstAdministrator("boss", "short"))).hasMessageContaining("Use at least 12 characters");
            assertThatThrownBy(() -> start(new FirstAdministrator("boss", "the boss himself"))).hasMessageContaining("Leave your own name");
            assertThatThrownBy(() -> start(new FirstAdministrator("manager", "a first password"))).hasMessageContaining("there is a user manager already");
            assertThat(identity.createUserQuery().userId("boss").count()).isZero();
        });
    }

    @Test
    void aSecondStartChangesNothing() {
        long rows = authorizations.createAuthorizationQuery().count();
        List<String> before = filters.createFilterQuery().list().stream().map(Filter::getId).sorted().toList();
        String revisions = jdbc.queryForObject("select string_agg(id_ || rev_, ',' order by id_) from act_ru_filter", String.class);
        start(new FirstAdministrator(null, null));
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rows);
        assertThat(filters.createFilterQuery().list().stream().map(Filter::getId).sorted().toList()).isEqualTo(before);
        assertThat(jdbc.queryForObject("select string_agg(id_ || rev_, ',' order by id_) from act_ru_filter", String.class)).isEqualTo(revisions);
    }

    @Test
    void theAccessLogIsOnlyEverAddedTo() {
        log.done("test", "x", "manager");
        assertThatThrownBy(() -> jdbc.update("update access_log set what = 'y'")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("delete from access_log")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.execute("truncate access_log cascade")).hasMessageContaining("append-only");
        assertThat(logged("done", "test")).containsExactly("x");
    }

    private void start(FirstAdministrator settings) {
        new FirstStart(identity, authorizations, tasklistFilters, settings, providedUsers, signInSettings, signIns, jdbc, transactions).afterSingletonsInstantiated();
    }

    private void withoutAdministrators(Runnable work) {
        List<String> members = identity.createUserQuery().memberOfGroup("camunda-admin").list().stream().map(User::getId).toList();
        members.forEach(member -> identity.deleteMembership(member, "camunda-admin"));
        try {
            work.run();
        } finally {
            members.forEach(member -> identity.createMembership(member, "camunda-admin"));
        }
    }

    private void create(String id, String password) {
        User user = identity.newUser(id);
        user.setPassword(password);
        ((IdentityServiceImpl) identity).saveUser(user, true);
    }

    private String change(WebSession session, String present, String chosen, String repeated) {
        return session.postForm("/password", "presentPassword=" + present.replace(' ', '+') + "&newPassword=" + chosen.replace(' ', '+') + "&repeatedPassword="
                + repeated.replace(' ', '+')).text();
    }

    private int basic(String user, String password, String path) {
        return RawHttp.send(doors.base(), "GET", path, List.of(RawHttp.basic(user, password)), "").status();
    }

    private static String cookie(RawHttp.Answer answer, String name) {
        return answer.headersNamed("Set-Cookie").stream().filter(cookie -> cookie.startsWith(name + "=")).map(cookie -> cookie.substring(name.length() + 1).split(";")[0])
                .findFirst().orElse(null);
    }

    private List<String> logged(String outcome, String what) {
        return jdbc.queryForList("select subject from access_log where outcome = ? and what = ? order by id", String.class, outcome, what);
    }
}
