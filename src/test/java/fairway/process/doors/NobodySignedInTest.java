package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fairway.support.Doors;
import fairway.support.FairwayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Without a sign-in nothing answers but the log-in page with its looks, and the health probe. */
@FairwayTest
class NobodySignedInTest {

    @Autowired
    Doors doors;

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/assets/nhsuk/nhsuk-frontend.css", "/assets/fairway.css", "/assets/fairway.svg", "/actuator/health",
            "/actuator/health/liveness", "/actuator/health/readiness"})
    void isOpenToEverybody(String path) {
        assertThat(RawHttp.get(doors.base(), path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/cases/PC-2026-000001", "/lines/1", "/staff", "/dashboard", "/handbook", "/password", "/form-host/task.html",
            "/form-host/start.html", "/assets/fairway-form.js", "/assets/form-js/form-viewer.umd.js", "/error", "/index.html", "/webjars/camunda/index.html",
            "/plugin/tasklist/app/plugin.js", "/camunda-welcome/index.html", "/camunda", "/camunda/", "/camunda/app/", "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/camunda/app/admin/default/setup/", "/camunda/app/welcome/default/",
            "/camunda/app/tasklist/camunda-tasklist-bootstrap.js", "/camunda/lib/deps.js", "/camunda/favicon.ico"})
    void pagesLeadToTheLogInPage(String path) {
        RawHttp.Answer answer = RawHttp.get(doors.base(), path);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/", "/engine-rest/engine", "/engine-rest/task", "/engine-rest/user", "/engine-rest/version",
            "/engine-rest/identity/password-policy", "/engine-rest/engine/default/task", "/api/tasks/1/form", "/api/tasks/1/preview", "/api/start-forms/raiseConcern", "/api/anything",
            "/camunda/api/engine/engine/", "/camunda/api/engine/engine/default/task", "/camunda/api/engine/engine/default/user",
            "/camunda/api/engine/engine/default/identity/password-policy", "/camunda/api/admin/auth/user/default", "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics", "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
            "/camunda/api/admin/plugin/license/default/check-key"})
    void programsAreAskedToSignIn(String path) {
        RawHttp.Answer answer = RawHttp.get(doors.base(), path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/health/db"})
    void theRestOfTheActuatorIsShut(String path) {
        assertThat(RawHttp.get(doors.base(), path).status()).isIn(302, 403, 404);
    }

    @Test
    void healthSaysNothingButItsState() {
        assertThat(RawHttp.get(doors.base(), "/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void browsersAreNotAskedForBasic() {
        assertThat(RawHttp.send(doors.base(), "GET", "/engine-rest/task", List.of("Sec-Fetch-Mode: cors"), "").header("WWW-Authenticate")).isNull();
        assertThat(RawHttp.get(doors.base(), "/engine-rest/task").header("WWW-Authenticate")).startsWith("Basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine;x/default/user", "/camunda/api/engine/engine;/default/user", "/camunda/api;x/engine/engine/default/user",
            "/camunda;a=b/api/engine/engine/default/user", "//camunda/api/engine/engine/default/user", "/camunda//api/engine/engine/default/user",
            "/camunda/./api/engine/engine/default/user", "/login/../camunda/api/engine/engine/default/user", "/camunda/api/%65ngine/engine/default/user",
            "/camunda/%61pi/engine/engine/default/user", "/camunda/api/engine%2fengine/default/user", "/camunda/api/engine%2Fengine/default/user",
            "/camunda/api/engine%5cengine/default/user", "/camunda/api/engine/engine%3bx/default/user", "/camunda/api/engine/engine%3Bx/default/user",
            "/camunda/api/engine/%2e%2e/engine/default/user", "/camunda/api/engine/engine/default/user%00", "/camunda/api/engine/engine/default/user%2500",
            "/camunda/api/engine/engine/default/user%0a", "/engine-rest;x/user", "/engine-rest//user", "//engine-rest/user", "/engine-rest/%75ser",
            "/login;jsessionid=1", "/assets/nhsuk/..;/fairway-form.js", "/actuator/health/..;/env"})
    void crookedAddressesAreNotTaken(String path) {
        assertThat(RawHttp.get(doors.base(), path).status()).isEqualTo(400);
        assertThat(RawHttp.send(doors.base(), "POST", path, List.of("Content-Type: application/json"), "{}").status()).isEqualTo(400);
    }

    @Test
    void methodsThatNobodyNeedsAreNotTaken() {
        assertThat(RawHttp.send(doors.base(), "TRACE", "/login", List.of(), "").status()).isIn(400, 405);
        assertThat(RawHttp.send(doors.base(), "PROPFIND", "/login", List.of(), "").status()).isEqualTo(400);
    }
}
