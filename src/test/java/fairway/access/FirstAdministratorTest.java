package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What the console says when the settings of the first administrator are missing. */
class FirstAdministratorTest {

    @Test
    void theConsoleNamesTheSettingTheReasonAndTheWayOut() {
        FailureAnalysis said = new FirstAdministratorAnalysis().analyze(new IllegalStateException(new FirstAdministrator.Wrong("password", "it is missing")));
        assertThat(said.getDescription()).contains("fairway.first-administrator.password", "it is missing");
        assertThat(said.getAction()).contains("FAIRWAY_FIRST_ADMINISTRATOR_PASSWORD", "first sign-in");
    }
}
