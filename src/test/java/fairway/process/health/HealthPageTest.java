package fairway.process.health;

import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who sees the restricted part of a case on a page. */
@FairwayTest
class HealthPageTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theHrAdviserReadsItAndTheReadingIsKept_S1D07() {
        String number = withDisclosure();
        assertThat(WebSession.of(doors.base(), "hr2").get("/cases/" + number).text()).contains("/cases/" + number + "/health");
        Doors.Reply page = WebSession.of(doors.base(), "hr2").get("/cases/" + number + "/health");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Told me of a bad back");
        assertThat(jdbc.queryForObject("select count(*) from access_log where outcome = 'read' and what = 'HEALTH_RECORD' and user_id = 'hr2'", Long.class)).isPositive();
    }

    @Test
    void toEverybodyElseThereIsNoSuchPage_S1D07() {
        String number = withDisclosure();
        for (String user : List.of("teamleader", "manager", "manager2", "hr", "ops", "owner", "admin")) {
            Doors.Reply page = WebSession.of(doors.base(), user).get("/cases/" + number + "/health");
            assertThat(page.status()).as(user).isIn(403, 404);
            assertThat(page.text()).as(user).doesNotContain("bad back");
        }
        assertThat(WebSession.of(doors.base(), "teamleader").get("/cases/" + number).text()).doesNotContain("bad back").doesNotContain(number + "/health");
    }

    private String withDisclosure() {
        String number = new Stage1Story(context).stage1Chosen(false);
        assertThat(doors.post("/api/cases/" + number + "/actions/recordDisclosure", "teamleader", form().with("note", "Told me of a bad back").json()).status())
                .isLessThan(300);
        return number;
    }
}
