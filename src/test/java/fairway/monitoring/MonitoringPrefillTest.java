package fairway.monitoring;

import static fairway.monitoring.PlanUnderWay.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the forms of the monitoring know before anybody types. */
@FairwayTest
class MonitoringPrefillTest {

    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private JdbcTemplate jdbc;

    private PlanUnderWay plan;

    @BeforeEach
    void aPlanIsAgreed() {
        plan = PlanUnderWay.in(jdbc);
    }

    @Test
    void aReviewHasThePlansTargetsAndTheSupportThatIsOpenAsRows_S1D16() {
        long training = plan.supportPromised(LocalDate.parse("2026-10-20"));
        reviewDue();
        JsonNode prefill = prefill("holdProgressReview", "teamleader");
        assertThat(prefill.path("heldOn").asText()).isEqualTo("2026-10-12");
        assertThat(prefill.path("_context").asText()).contains("Priya Chowdhury", "30/11/2026");
        assertThat(prefill.path("targets")).hasSize(2);
        JsonNode urgent = prefill.path("targets").get(0);
        assertThat(urgent.path("id").asText()).isEqualTo(plan.urgentTarget());
        assertThat(urgent.path("_what").asText()).isEqualTo("Chart check done by 11:00");
        assertThat(urgent.path("_measure").asText()).isEqualTo("Signed list");
        assertThat(urgent.path("_by").asText()).isEqualTo("30/11/2026");
        assertThat(urgent.path("_urgent").asBoolean()).isTrue();
        assertThat(prefill.path("support")).singleElement().satisfies(row -> {
            assertThat(row.path("id").asText()).isEqualTo(String.valueOf(training));
            assertThat(row.path("_what").asText()).isEqualTo("Training in chart checks");
        });
    }

    @Test
    void theReviewerSeesWhatIsOutstandingAndWhyHrDidNotAgree_S1A05() {
        plan.supportPromised(LocalDate.parse("2026-10-09"));
        finalReviewDue();
        assertThat(prefill("finalReview", "teamleader").path("_context").asText()).contains("Training in chart checks", "not delivered");
        engine.complete("finalReview", NUMBER, Submissions.finalReview("extend", plan.targets("onTrack", "met")).with("reason", "Nearly there")
                .with("endsOn", "2026-12-18").json());
        engine.complete("agreeExtension", NUMBER, Submissions.agreement(false).json());
        assertThat(prefill("finalReview", "teamleader").path("_context").asText()).contains("HR did not agree the extension to 18/12/2026", "eight weeks are enough");
    }

    @Test
    void hrSeesWhatIsAskedForAndThatItIsBeyondTheTrustsTotal_S1D14() {
        finalReviewDue();
        engine.complete("finalReview", NUMBER, Submissions.finalReview("extend", plan.targets("onTrack", "met")).with("reason", "Nearly there")
                .with("endsOn", "2027-06-18").json());
        assertThat(prefill("agreeExtension", "hr").path("_context").asText()).contains("18/06/2027", "Nearly there", "more than 6 months in total (Trust setting");
    }

    @Test
    void hrSeesTheRiskAndWhatIsOwedBeforeDeciding_S1D17() {
        plan.adjustmentAgreed(LocalDate.parse("2026-10-09"));
        reviewDue();
        engine.complete("holdProgressReview", NUMBER, Submissions.reviewHeld(TestClock.today(), plan.targets("notMet", "met")).with("detriment", true)
                .with("detrimentReason", "Two patients waited").json());
        assertThat(prefill("explainOmission", "hr").path("_context").asText()).contains("an adjustment agreed for 09/10/2026 and not arranged").doesNotContain("quiet room");
        engine.complete("explainOmission", NUMBER, Submissions.form().with("rationale", "The room is being found.").with("goAhead", true).json());
        assertThat(prefill("considerFormalStage", "hr").path("_context").asText()).contains("Two patients waited").doesNotContain("Outstanding");
    }

    private JsonNode prefill(String formId, String user) {
        Doors.Reply reply = doors.get("/api/tasks/" + engine.task(formId, NUMBER).getId() + "/form", user);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body().path("prefill");
    }

    private void reviewDue() {
        runtime.startProcessInstanceByKey("progressMonitoring", NUMBER);
        engine.timePassesTo(LocalDateTime.parse("2026-10-12T09:00"));
    }

    private void finalReviewDue() {
        plan.ends(LocalDate.parse("2026-10-16"));
        reviewDue();
        engine.complete("holdProgressReview", NUMBER, Submissions.reviewHeld(TestClock.today(), plan.targets("onTrack", "met")).json());
        engine.timePassesTo(LocalDateTime.parse("2026-10-16T09:00"));
    }
}
