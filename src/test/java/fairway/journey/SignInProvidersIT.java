package fairway.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import fairway.support.Keycloak;
import fairway.support.OpenLdap;
import fairway.support.RunningFairway;
import fairway.support.Tasklist;
import fairway.support.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People sign in at a real Keycloak, in a browser; then, with other settings on the same database, by a real OpenLDAP. In this order: each part
 * ends with what people sign in at being taken away.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInProvidersIT {

    private static final String PROGRAM = "reports";
    private static final String OF_THE_PROGRAM = "three unrelated words";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;
    private static String database;
    private static Keycloak keycloak;
    private static RunningFairway fairway;
    private static OpenLdap directory;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        database = TestDatabase.newDatabase();
        keycloak = new Keycloak(folder.resolve("keycloak.log"));
        fairway = new RunningFairway(folder.resolve("fairway.log"));
        keycloak.start(fairway.base());
        fairway.start(database, Map.of(
                "fairway.sign-in.openid.issuer", keycloak.issuer(),
                "fairway.sign-in.openid.client", "fairway",
                "fairway.sign-in.openid.secret", "the secret of Fairway",
                "fairway.sign-in.groups.manager", "line-managers",
                "fairway.sign-in.groups.hr", "people-services",
                "fairway.sign-in.groups.operations", "it-operations",
                "fairway.sign-in.groups.administrator", "fairway-administrators",
                "fairway.sign-in.programs", PROGRAM,
                "fairway.sign-in.renew-every", "1s"));
        fairway.ready();
        staffList();
        keycloak.ready();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fairway.close();
        keycloak.close();
        if (directory != null) {
            directory.close();
        }
    }

    private static void staffList() throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into staff_member (staff_number, first_name, last_name, email, job_title, band, division, user_id, medical_or_dental, site, started_on, hr_divisions) values "
                    + "('10004', 'Nia', 'Barker', 'nia.barker@trust.example', 'Ward Manager', '7', 'Urgent Care', 'teamleader', false, 'Worcester', '2019-07-01', ''), "
                    + "('10090', 'Hanna', 'Rees', 'hr@trust.example', 'HR Adviser', '7', 'Corporate', 'hr', false, 'Worcester', '2019-07-01', '*')");
        }
    }

    @Test
    @Order(1)
    void theirGroupsGiveThemTheirRolesAndTheirSessionIsAnother() throws SQLException {
        try (BrowserContext nia = Tasklist.visitor()) {
            Page page = nia.newPage();
            page.navigate(fairway.base() + "/cases");
            assertThat(page.url()).isEqualTo(fairway.base() + "/login");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            String before = cookie(nia, "JSESSIONID");
            atKeycloak(page, "teamleader", "secret of Nia");
            assertThat(page.url()).as("where she wanted to go").startsWith(fairway.base() + "/cases");
            assertThat(page.locator(".fairway-account").innerText()).contains("teamleader");
            assertThat(cookie(nia, "JSESSIONID")).isNotEqualTo(before);
            assertThat(status(nia, "/staff")).isEqualTo(403);
            assertThat(status(nia, "/camunda/app/tasklist/default/")).isEqualTo(200);
            assertThat(status(nia, "/camunda/app/cockpit/default/")).isEqualTo(403);
            assertThat(status(nia, "/password")).as("Fairway keeps no password of hers").isEqualTo(404);
        }
        assertThat(rolesOf("teamleader")).containsExactly("manager");
        assertThat(row("select first_ || ' ' || last_ || ' ' || email_ from act_id_user where id_ = 'teamleader'")).isEqualTo("Nia Barker nia.barker@trust.example");
        assertThat(row("select count(*) from access_log where what = 'sign-in' and outcome = 'done' and user_id = 'teamleader'")).isEqualTo("1");
        assertThat(row("select subject from access_log where what = 'role-change' and user_id = 'teamleader'")).isEqualTo("user:teamleader: manager");
    }

    @Test
    @Order(2)
    void whoeverCannotComeInIsToldWhy() throws SQLException {
        assertThat(refused("cook", "secret of Cai")).contains("no group of yours opens Fairway");
        assertThat(refused("new.manager", "secret of Noor")).contains("the staff list has nobody with your user name");
        assertThat(refused(PROGRAM, "secret of Rhys")).contains("Your user name belongs to another account");
        assertThat(row("select count(*) from act_id_user where id_ in ('cook', 'reports')")).isEqualTo("0");
        try (BrowserContext somebody = Tasklist.visitor()) {
            Page page = somebody.newPage();
            page.navigate(fairway.base() + "/login/oauth2/code/trust?code=made-up&state=made-up");
            assertThat(page.locator(".nhsuk-error-summary").innerText()).contains("open for too long");
        }
    }

    @Test
    @Order(3)
    void programsHaveAPasswordHerePeopleHaveNot() throws SQLException {
        try (BrowserContext admin = signedIn("admin", "secret of Ada")) {
            status(admin, "/camunda/app/admin/default/");
            APIResponse made = admin.request().post(fairway.base() + "/camunda/api/engine/engine/default/user/create", RequestOptions.create()
                    .setHeader("X-XSRF-TOKEN", cookie(admin, "XSRF-TOKEN")).setHeader("Content-Type", "application/json")
                    .setData("{\"profile\":{\"id\":\"" + PROGRAM + "\"},\"credentials\":{\"password\":\"" + OF_THE_PROGRAM + "\"}}"));
            assertThat(made.status()).as(made.text()).isEqualTo(204);
            APIResponse joined = admin.request().put(fairway.base() + "/camunda/api/engine/engine/default/group/operations/members/" + PROGRAM, RequestOptions.create()
                    .setHeader("X-XSRF-TOKEN", cookie(admin, "XSRF-TOKEN")).setHeader("Content-Type", "application/json")
                    .setData("{\"id\":\"operations\",\"userId\":\"" + PROGRAM + "\"}"));
            assertThat(joined.status()).as(joined.text()).isEqualTo(204);
        }
        assertThat(basic(PROGRAM, OF_THE_PROGRAM)).isEqualTo(200);
        assertThat(basic(PROGRAM, "wrong")).isEqualTo(401);
        assertThat(basic("teamleader", "secret of Nia")).isEqualTo(401);
        // even if they had one of before, when Fairway kept its users itself
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute("update act_id_user set (pwd_, salt_) = (select pwd_, salt_ from act_id_user where id_ = '" + PROGRAM + "') where id_ = 'teamleader'");
        }
        assertThat(basic("teamleader", OF_THE_PROGRAM)).isEqualTo(401);
    }

    @Test
    @Order(4)
    void aGroupRemovedWhileTheyAreSignedInIsGoneFromTheirSession() throws Exception {
        try (BrowserContext hanna = signedIn("hr", "secret of Hanna")) {
            assertThat(rolesOf("hr")).containsExactly("hr", "operations");
            assertThat(status(hanna, "/staff")).isEqualTo(200);
            assertThat(status(hanna, "/camunda/app/cockpit/default/")).isEqualTo(200);
            keycloak.removeFromGroup("hr", "it-operations");
            until(() -> status(hanna, "/camunda/app/cockpit/default/") == 403);
            assertThat(status(hanna, "/staff")).as("the rest stays").isEqualTo(200);
            assertThat(rolesOf("hr")).containsExactly("hr");
            keycloak.removeFromGroup("hr", "people-services");
            until(() -> status(hanna, "/staff") == 302);
            assertThat(rolesOf("hr")).isEmpty();
        }
        assertThat(row("select string_agg(subject, '; ' order by id) from access_log where what = 'role-change' and user_id = 'hr'"))
                .isEqualTo("user:hr: hr, operations; user:hr: hr; user:hr: ");
    }

    @Test
    @Order(5)
    void loggingOutHereLogsOutAtKeycloakToo() {
        try (BrowserContext nia = signedIn("teamleader", "secret of Nia")) {
            Page page = nia.pages().get(0);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
            page.waitForURL(fairway.base() + "/login?out");
            assertThat(page.locator("main").innerText()).contains("You are logged out");
            assertThat(status(nia, "/cases")).isEqualTo(302);
            atKeycloak(page, "teamleader", "secret of Nia");
            assertThat(page.url()).startsWith(fairway.base());

            // from Tasklist, whose own way out is a script; what it asks for by itself meanwhile is not somebody doing something
            page.navigate(fairway.base() + "/camunda/app/tasklist/default/");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Set<String> asked = new TreeSet<>();
            page.onRequest(request -> asked.add(request.url().replace(fairway.base(), "").replaceAll("[?].*", "").replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "ID")));
            page.waitForRequest(request -> request.url().contains("/filter/"), () -> { });
            assertThat(asked).isNotEmpty().allMatch(path -> path.matches("/camunda/api/engine/engine/default/filter(/[^/]+/(list|count))?"));
            page.locator(".account a").first().click();
            page.locator(".logout a").click();
            page.getByText("You are logged out").waitFor();
            page.locator("main a.nhsuk-button").click();
            page.locator("#password").waitFor();
            assertThat(page.url()).startsWith(keycloak.issuer());
        }
    }

    @Test
    @Order(6)
    void loggingOutAtKeycloakEndsTheSessionHere() throws Exception {
        try (BrowserContext nia = signedIn("teamleader", "secret of Nia"); BrowserContext elsewhere = signedIn("teamleader", "secret of Nia")) {
            assertThat(status(nia, "/cases")).isEqualTo(200);
            keycloak.logOut("teamleader");
            until(() -> status(nia, "/cases") == 302);
            assertThat(status(elsewhere, "/cases")).isEqualTo(302);
            assertThat(status(nia, "/camunda/api/engine/engine/default/task/count")).isEqualTo(401);
        }
        // besides refusing the next refresh, Keycloak told Fairway
        until(() -> !row("select count(*) from access_log where what = 'back-channel-log-out' and outcome = 'done'").equals("0"));
    }

    @Test
    @Order(7)
    void nobodyElseLogsAnybodyOut() {
        try (BrowserContext somebody = Tasklist.visitor()) {
            for (String token : new String[]{"", "made-up", "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0."}) {
                assertThat(somebody.request().post(fairway.base() + "/back-channel-log-out", RequestOptions.create()
                        .setForm(FormData.create().set("logout_token", token))).status()).isEqualTo(400);
            }
        }
    }

    @Test
    @Order(8)
    void withoutKeycloakPeopleWhoAreInGoOnAndOthersAreToldToTryLater() throws Exception {
        try (BrowserContext nia = signedIn("teamleader", "secret of Nia"); BrowserContext somebody = Tasklist.visitor()) {
            keycloak.kill();
            until(() -> status(nia, "/cases") == 200 && console().contains("The roles of teamleader cannot be taken anew"));
            assertThat(status(nia, "/cases")).isEqualTo(200);
            assertThat(basic(PROGRAM, OF_THE_PROGRAM)).isEqualTo(200);

            Page page = somebody.newPage();
            page.navigate(fairway.base() + "/login");
            var answer = page.waitForResponse(response -> response.url().contains("error=provider"), () -> page.locator("main a.nhsuk-button").click());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(page.locator(".nhsuk-error-summary").innerText()).contains("does not answer at the moment").contains("Try again in a few minutes");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    @Order(9)
    void byOtherSettingsPeopleSignInByTheDirectory() throws Exception {
        fairway.close();
        directory = new OpenLdap(folder.resolve("ldap"));
        directory.start();
        fairway.start(database, Map.ofEntries(
                Map.entry("fairway.sign-in.way", "ldap"),
                Map.entry("fairway.sign-in.ldap.servers", "ldaps://localhost:" + RunningFairway.freePort() + "," + directory.tlsAddress()),
                Map.entry("fairway.sign-in.ldap.certificates", directory.certificates().toString()),
                Map.entry("fairway.sign-in.ldap.bind-user", OpenLdap.SEARCHES),
                Map.entry("fairway.sign-in.ldap.bind-password", OpenLdap.SEARCH_PASSWORD),
                Map.entry("fairway.sign-in.ldap.people", "ou=people," + OpenLdap.SUFFIX),
                Map.entry("fairway.sign-in.ldap.groups-in", "ou=groups," + OpenLdap.SUFFIX),
                Map.entry("fairway.sign-in.groups.manager", "line-managers"),
                Map.entry("fairway.sign-in.groups.hr", "people-services"),
                Map.entry("fairway.sign-in.groups.operations", "it-operations"),
                Map.entry("fairway.sign-in.groups.administrator", "fairway-administrators"),
                Map.entry("fairway.sign-in.programs", PROGRAM),
                Map.entry("fairway.sign-in.renew-every", "1s")));
        fairway.ready();
        try (BrowserContext nia = Tasklist.visitor()) {
            Page page = byPassword(nia, "TeamLeader", "secret of Nia");
            assertThat(page.locator(".fairway-account").innerText()).as("as the directory writes it").contains("teamleader");
            assertThat(status(nia, "/cases")).isEqualTo(200);
            assertThat(status(nia, "/staff")).isEqualTo(403);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
            page.waitForURL(fairway.base() + "/login?out");
            assertThat(status(nia, "/cases")).isEqualTo(302);
        }
        assertThat(rolesOf("teamleader")).containsExactly("manager");
        assertThat(basic(PROGRAM, OF_THE_PROGRAM)).as("programs go on as before").isEqualTo(200);
        assertThat(basic("teamleader", "secret of Nia")).isEqualTo(401);
    }

    @Test
    @Order(10)
    void wrongPasswordsNoPasswordsAndFiltersTypedAsNamesLetNobodyIn() {
        assertThat(refusedByPassword("cook", "secret of Cai")).contains("no group of yours opens Fairway");
        for (String[] attempt : new String[][]{{"teamleader", "secret of Hanna"}, {"teamleader", " "}, {"nobody", "secret of Nia"}, {"*", "secret of Nia"}, {"team*", "secret of Nia"},
                {"teamleader)(uid=*", "secret of Nia"}, {"hr)(|(uid=teamleader", "secret of Nia"}, {"uid=teamleader,ou=people," + OpenLdap.SUFFIX, "secret of Nia"},
                {OpenLdap.SEARCHES, OpenLdap.SEARCH_PASSWORD}, {"\\2a", "secret of Nia"}}) {
            assertThat(refusedByPassword(attempt[0], attempt[1])).as(attempt[0]).contains("User name or password is wrong");
        }
        try (BrowserContext somebody = Tasklist.visitor()) {
            APIResponse page = somebody.request().get(fairway.base() + "/login");
            assertThat(page.status()).isEqualTo(200);
            APIResponse answer = somebody.request().post(fairway.base() + "/login", RequestOptions.create().setMaxRedirects(0)
                    .setForm(FormData.create().set("username", "teamleader").set("password", "")).setHeader("X-XSRF-TOKEN", cookie(somebody, "FAIRWAY-XSRF-TOKEN")));
            assertThat(answer.headers().get("location")).isEqualTo("/login?error=password");
        }
    }

    @Test
    @Order(11)
    void theDirectorysGroupsAreTheirRolesWhileTheyAreSignedIn() throws Exception {
        try (BrowserContext hanna = Tasklist.visitor()) {
            byPassword(hanna, "hr", "secret of Hanna");
            assertThat(rolesOf("hr")).containsExactly("hr", "operations");
            assertThat(status(hanna, "/camunda/app/cockpit/default/")).isEqualTo(200);
            directory.removeFromGroup("hr", "it-operations");
            until(() -> status(hanna, "/camunda/app/cockpit/default/") == 403);
            assertThat(status(hanna, "/staff")).isEqualTo(200);
            directory.remove("hr");
            until(() -> status(hanna, "/staff") == 302);
            assertThat(refusedByPassword("hr", "secret of Hanna")).contains("User name or password is wrong");
        }
    }

    @Test
    @Order(12)
    void withoutTheDirectoryPeopleWhoAreInGoOnAndOthersAreToldToTryLater() throws Exception {
        try (BrowserContext nia = Tasklist.visitor()) {
            byPassword(nia, "teamleader", "secret of Nia");
            directory.kill();
            until(() -> status(nia, "/cases") == 200 && console().contains("The roles of teamleader cannot be taken anew"));
            assertThat(status(nia, "/cases")).isEqualTo(200);
            assertThat(refusedByPassword("teamleader", "secret of Nia")).contains("does not answer at the moment");
            assertThat(basic(PROGRAM, OF_THE_PROGRAM)).isEqualTo(200);
        }
    }

    private static String refusedByPassword(String user, String password) {
        try (BrowserContext somebody = Tasklist.visitor()) {
            Page page = byPassword(somebody, user, password);
            assertThat(status(somebody, "/cases")).isEqualTo(302);
            return page.locator(".nhsuk-error-summary").innerText();
        }
    }

    private static Page byPassword(BrowserContext person, String user, String password) {
        Page page = person.newPage();
        page.navigate(fairway.base() + "/login");
        page.fill("#username", user);
        page.fill("#password", password);
        page.click("main button[type=submit]");
        return page;
    }

    private static String refused(String user, String password) {
        try (BrowserContext somebody = Tasklist.visitor()) {
            Page page = somebody.newPage();
            page.navigate(fairway.base() + "/login");
            atKeycloak(page, user, password);
            assertThat(status(somebody, "/cases")).isEqualTo(302);
            return page.locator(".nhsuk-error-summary").innerText();
        }
    }

    private static BrowserContext signedIn(String user, String password) {
        BrowserContext context = Tasklist.visitor();
        context.setDefaultTimeout(PATIENCE.toMillis());
        Page page = context.newPage();
        page.navigate(fairway.base() + "/login");
        atKeycloak(page, user, password);
        assertThat(page.locator(".fairway-account").innerText()).contains(user);
        return context;
    }

    /** From the log-in page through Keycloak's own and back. */
    private static void atKeycloak(Page page, String user, String password) {
        page.locator("main a.nhsuk-button").click();
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(fairway.base()));
    }

    private static int status(BrowserContext person, String path) {
        return person.request().get(fairway.base() + path, RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html,application/json")).status();
    }

    private static int basic(String user, String password) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        try (BrowserContext program = Tasklist.visitor()) {
            return program.request().get(fairway.base() + "/engine-rest/engine", RequestOptions.create().setHeader("Authorization", "Basic " + credentials)).status();
        }
    }

    private static String cookie(BrowserContext person, String name) {
        return person.cookies().stream().filter(cookie -> cookie.name.equals(name)).map((Cookie cookie) -> cookie.value).findFirst().orElse("");
    }

    private static void until(BooleanSupplier there) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(there::getAsBoolean);
    }

    private static String console() {
        try {
            return fairway.console();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> rolesOf(String user) throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("select group_id_ from act_id_membership where user_id_ = '" + user + "'")) {
            Set<String> roles = new TreeSet<>();
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
            return roles;
        }
    }

    private static String row(String query) {
        try (Connection connection = connection(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "postgres");
    }
}
