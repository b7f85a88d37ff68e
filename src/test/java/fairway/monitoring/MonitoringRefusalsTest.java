package fairway.monitoring;

import static fairway.monitoring.PlanUnderWay.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions;
import fairway.support.Submissions.Form;
import fairway.support.TestClock;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every refusal of the monitoring's forms, at both REST doors: status, field, rule, clause, and not a row changed. */
@FairwayTest
class MonitoringRefusalsTest {

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
    void aProgressReviewThatWasHeld_S1D16() {
        long training = plan.supportPromised(LocalDate.parse("2026-10-20"));
        reviewDue();
        String urgent = plan.urgentTarget();
        String other = plan.otherTarget();
        Map<String, Object> met = Submissions.target(other, "met");

        refused("teamleader", review(List.of(met)), "targets:targetLeftOut:S1D-16");
        refused("teamleader", review(List.of(met, Map.of("id", urgent, "state", "notMet"))), "targets[1].seen:seenMissing:S1D-16");
        refused("teamleader", review(List.of(met, Map.of("id", urgent))), "targets[1].state:required:S1D-16");
        refused("teamleader", review(List.of(met, met, Submissions.target(urgent, "met"))), "targets[1].id:twice:S1D-16");
        refused("teamleader", review(List.of(met, Submissions.target(urgent, "met"), Submissions.target("999999", "met"))), "targets[2].id:unknownTarget:S1D-13");
        refused("teamleader", review(targets("notMet")).with("detriment", true), "detrimentReason:detrimentWithoutReason:S1D-17");
        refused("teamleader", review(targets("met")).with("detriment", true).with("detrimentReason", "Patients waited"), "detriment:noUrgentTargetNotMet:S1D-17");
        refused("teamleader", review(targets("met")).without("heldOn"), "heldOn:required:S1D-16");
        refused("teamleader", review(targets("met")).with("heldOn", "2026-10-13"), "heldOn:notInFuture:S1D-16");
        refused("teamleader", review(targets("met")).with("heldOn", "2026-10-02"), "heldOn:beforePlan:S1D-16");
        refused("teamleader", review(targets("met")).with("heldOn", "2026-02-30"), "heldOn:date:");
        refused("teamleader", review(targets("onTrack")).with("closeEarly", true), "closeEarly:notAllMet:S1D-15");
        refused("teamleader", review(targets("met")).with("support", List.of(Map.of("id", "999999", "state", "delivered"))), "support[0].id:unknownSupport:S1D-12");
        refused("teamleader", review(targets("met")).with("support", List.of(Map.of("id", String.valueOf(training)))), "support[0].state:required:S1D-12");
    }

    @Test
    void aProgressReviewThatWasNotHeld_S1D16() {
        reviewDue();
        refused("teamleader", Submissions.form(), "outcome:required:");
        refused("teamleader", Submissions.form().with("outcome", "cancelled"), "outcome:choice:");
        Form postponed = Submissions.form().with("outcome", "postponed");
        refused("teamleader", postponed, "reason:reasonMissing:S1D-16", "postponedTo:required:S1D-16");
        refused("teamleader", postponed.with("reason", "Short of staff").with("postponedTo", "2026-10-12"), "postponedTo:notInPast:S1D-16");
        refused("teamleader", postponed.with("postponedTo", "2026-10-20"), "postponedTo:beyondFrequency:S1D-15");
        refused("teamleader", Submissions.form().with("outcome", "notAttended"), "postponedTo:required:S1D-16");
        refused("teamleader", Submissions.form().with("outcome", "notAttended").with("excused", "sickness"), "postponedTo:required:S1D-16");
    }

    @Test
    void whatIsRefusedAnywhere() {
        reviewDue();
        refused("teamleader", review(targets("met")).with("score", 5), "score:unknownKey:");
        refused("teamleader", review(targets("met")).with("barriers", "x".repeat(10_001)), "barriers:tooLong:");
        refused("teamleader", review(targets("met")).with("healthNote", "a\u0007b"), "healthNote:controlCharacter:");
        refused("teamleader", review(List.of(Map.of("id", plan.urgentTarget(), "state", "met", "score", 5), Submissions.target(plan.otherTarget(), "met"))),
                "targets[0].score:unknownKey:");
    }

    @Test
    void aFinalReviewAsSuch_S1D14() {
        finalReviewDue();
        Map<String, Object> met = Submissions.target(plan.otherTarget(), "met");
        refused("teamleader", finalReview("standardMet").with("targets", List.of(met)), "targets:targetLeftOut:S1D-16");
        refused("teamleader", finalReview("standardMet").without("colleagueView"), "colleagueView:viewOrDeclined:S1D-06");
        refused("teamleader", finalReview("standardMet").without("result"), "result:required:");
        refused("teamleader", finalReview("standardMet").with("askHr", true), "askHr:onlyWhenNotMet:S1A-05");
        refused("teamleader", finalReview("notMet").with("askHr", true), "askHr:nothingOutstanding:S1A-05");
        refused("teamleader", finalReview("extend"), "reason:reasonMissing:S1D-14", "endsOn:required:S1D-14");
        refused("teamleader", finalReview("extend").with("reason", "Nearly there").with("endsOn", "2026-10-16"), "endsOn:notLater:S1D-14");
    }

    @Test
    void notMetBeforeLetterAndPlanWereSent_S1A02() {
        plan.letterNotSent();
        finalReviewDue();
        refused("teamleader", finalReview("notMet"), "result:letterNotSent:S1A-02");
        refused("teamleader", finalReview("standardMet"), "result:letterNotSent:S1A-02");
    }

    @Test
    void notMetWhileSupportIsOutstanding_S1A05() {
        plan.supportPromised(LocalDate.parse("2026-10-09"));
        finalReviewDue();
        refused("teamleader", finalReview("notMet"), "result:outstanding:S1A-05");
    }

    @Test
    void notMetWhileAnAdjustmentIsOutstanding_S1D08() {
        plan.adjustmentAgreed(LocalDate.parse("2026-10-09"));
        finalReviewDue();
        refused("teamleader", finalReview("notMet"), "result:outstanding:S1A-05");
    }

    @Test
    void notMetWhileOccupationalHealthAdviceIsOutstanding_S1A06() {
        plan.referredToOccupationalHealth();
        finalReviewDue();
        refused("teamleader", finalReview("notMet"), "result:outstanding:S1A-05");
    }

    @Test
    void notMetWhileAnAgreedReviewWasNotHeld_S1D16() {
        plan.ends(LocalDate.parse("2026-10-23"));
        reviewDue();
        engine.timePassesTo(LocalDateTime.parse("2026-10-19T09:00"));
        engine.complete("holdProgressReview", NUMBER, review(targets("onTrack")).json());
        engine.timePassesTo(LocalDateTime.parse("2026-10-23T09:00"));
        refused("teamleader", finalReview("notMet"), "result:outstanding:S1A-05");
    }

    @Test
    void bringingTheFormalStageForward_S1D17() {
        formalStageConsidered();
        refused("hr", Submissions.form().with("decision", "bringForward"), "rationale:required:S1D-17");
        refused("hr", Submissions.form().with("rationale", "Because"), "decision:required:S1D-17");
        refused("hr", Submissions.decision("dismiss"), "decision:choice:");
        plan.letterNotSent();
        refused("hr", Submissions.decision("bringForward"), "decision:letterNotSent:S1A-02");
        plan.letterSent();
        plan.supportPromised(LocalDate.parse("2026-10-20"));
        refused("hr", Submissions.decision("bringForward"), "decision:outstanding:S1A-05");
    }

    @Test
    void anExplanationWithoutReasons_S1A05() {
        plan.supportPromised(LocalDate.parse("2026-10-09"));
        finalReviewDue();
        engine.complete("finalReview", NUMBER, finalReview("notMet").with("askHr", true).json());
        refused("hr", Submissions.form().with("goAhead", true), "rationale:required:S1A-05");
        refused("hr", Submissions.form().with("goAhead", true).with("rationale", "   "), "rationale:required:S1A-05");
        refused("hr", Submissions.form().with("rationale", "Because"), "goAhead:required:");
    }

    @Test
    void anExtensionWithoutComment_S1D14() {
        finalReviewDue();
        engine.complete("finalReview", NUMBER, finalReview("extend").with("reason", "Nearly there").with("endsOn", "2027-04-05").json());
        refused("hr", Submissions.form().with("agreed", true), "comment:required:S1D-14");
        refused("hr", Submissions.form().with("comment", "Yes"), "agreed:required:");
    }

    @Test
    void anExtensionBeyondSixMonthsInTotalWithoutWrittenReason_S1D14() {
        finalReviewDue();
        engine.complete("finalReview", NUMBER, finalReview("extend").with("reason", "Nearly there").with("endsOn", "2027-04-06").json());
        refused("hr", Submissions.form().with("agreed", true), "comment:beyondTotalTimeframe:T");
        refused("hr", Submissions.form().with("agreed", false), "comment:required:S1D-14");
    }

    @Test
    void somebodyElsesTask() {
        reviewDue();
        Task task = engine.task("holdProgressReview", NUMBER);
        Map<String, String> before = doors.fingerprint();
        for (String user : List.of("manager", "hr", "owner", "ops")) {
            assertThat(doors.completeAtEngineRest(user, task.getId(), review(targets("met")).json()).status()).as(user).isGreaterThanOrEqualTo(400).isNotEqualTo(500);
            assertThat(doors.submitInTasklist(user, task.getId(), review(targets("met")).json()).status()).as(user).isGreaterThanOrEqualTo(400).isNotEqualTo(500);
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    // ---- helpers

    /** The one open task refuses it at both doors, for exactly these fields, rules and clauses, and nothing has changed. */
    private void refused(String user, Form form, String... expected) {
        List<String> open = engine.open(NUMBER);
        Task task = engine.task(open.get(0), NUMBER);
        Map<String, String> before = doors.fingerprint();
        for (Doors.Reply reply : List.of(doors.completeAtEngineRest(user, task.getId(), form.json()), doors.submitInTasklist(user, task.getId(), form.json()))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(errors(reply)).containsExactlyInAnyOrder(expected);
            reply.body().path("errors").forEach(error -> assertThat(error.path("message").asText()).isNotBlank());
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private static List<String> errors(Doors.Reply reply) {
        List<String> found = new ArrayList<>();
        for (JsonNode error : reply.body().path("errors")) {
            found.add(error.path("field").asText() + ":" + error.path("rule").asText() + ":" + error.path("clause").asText());
        }
        return found;
    }

    private void reviewDue() {
        runtime.startProcessInstanceByKey("progressMonitoring", NUMBER);
        engine.timePassesTo(LocalDateTime.parse("2026-10-12T09:00"));
    }

    private void finalReviewDue() {
        plan.ends(LocalDate.parse("2026-10-16"));
        reviewDue();
        engine.complete("holdProgressReview", NUMBER, review(targets("onTrack")).json());
        engine.timePassesTo(LocalDateTime.parse("2026-10-16T09:00"));
    }

    private void formalStageConsidered() {
        reviewDue();
        engine.complete("holdProgressReview", NUMBER, review(targets("notMet")).with("detriment", true).with("detrimentReason", "Patients waited").json());
    }

    private List<Map<String, Object>> targets(String urgent) {
        return plan.targets(urgent, "met");
    }

    private static Form review(List<Map<String, Object>> targets) {
        return Submissions.reviewHeld(TestClock.today(), targets);
    }

    private Form finalReview(String result) {
        return Submissions.finalReview(result, plan.targets("notMet", "met"));
    }
}
