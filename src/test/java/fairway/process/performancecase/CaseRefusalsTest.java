package fairway.process.performancecase;

import static fairway.process.performancecase.CaseStory.COLLEAGUE;
import static fairway.process.performancecase.CaseStory.HR2;
import static fairway.process.performancecase.CaseStory.OTHER_COLLEAGUE;
import static fairway.process.performancecase.CaseStory.TEAM_LEADER;
import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.evidence;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.improvement;
import static fairway.support.Submissions.informalConversation;
import static fairway.support.Submissions.missingEvidence;
import static fairway.support.Submissions.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.process.performancecase.CaseStory.Noted;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions.Form;
import fairway.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every refusal of the case's own forms through both REST doors: status, field, rule, clause, and not a row changed. */
@FairwayTest
class CaseRefusalsTest {

    @Autowired
    Engine engine;
    @Autowired
    Doors doors;
    @Autowired
    JdbcTemplate jdbc;

    private CaseStory story;
    private LocalDate today;

    @BeforeEach
    void begin(@Autowired ApplicationContext context) {
        story = new CaseStory(context);
        today = TestClock.today();
    }

    @Test
    void raisingAConcern_PM12() {
        refusedStart(concern("10011"), "colleague:ownLine", "PM-12");
        refusedStart(concern(TEAM_LEADER), "colleague:yourself", "PM-12");
        refusedStart(concern("99999"), "colleague:unknownPerson", "");
        refusedStart(concern(COLLEAGUE).with("description", "x".repeat(10_001)), "description:tooLong", "");
        refusedStart(concern(COLLEAGUE).with("description", "bell\u0007"), "description:controlCharacter", "");
        refusedStart(concern(COLLEAGUE).with("extra", "x"), "extra:unknownKey", "");
        refusedStart(concern(COLLEAGUE).without("standard"), "standard:required", "");
        refusedStart(concern(COLLEAGUE).with("concernKind", "mood"), "concernKind:choice", "");
    }

    @Test
    void aConcernAboutSomebodyWhoHasLeft() {
        jdbc.update("update staff_member set left_on = '2026-10-01' where staff_number = ?", COLLEAGUE);
        refusedStart(concern(COLLEAGUE), "colleague:hasLeft", "");
    }

    @Test
    void selectingTheEvidence_PM02_S1P01() {
        Noted own = story.note(COLLEAGUE, LocalDate.of(2026, 9, 21), true);
        Noted unraised = story.note(COLLEAGUE, LocalDate.of(2026, 9, 28), false);
        Noted other = story.note(OTHER_COLLEAGUE, LocalDate.of(2026, 9, 21), true);
        String number = story.raise();
        LocalDate raised = LocalDate.of(2026, 9, 21);
        refused("selectEvidence", number, evidence(List.of(other.example()), List.of(own.support()), raised, own.note()), "examples[0]:otherColleague", "PM-02");
        refused("selectEvidence", number, evidence(List.of(own.example()), List.of(own.support(), other.support()), raised, own.note()),
                "support[1]:otherColleague", "PM-02");
        refused("selectEvidence", number, evidence(List.of(own.example()), List.of(own.support()), today.plusDays(1), own.note()), "raisedOn:notInFuture", "S1P-01");
        refused("selectEvidence", number, evidence(List.of(own.example()), List.of(own.support()), raised, other.note()), "raisedIn:otherColleague", "S1P-01");
        refused("selectEvidence", number, evidence(List.of(own.example()), List.of(own.support()), raised, unraised.note()), "raisedIn:notRaised", "S1P-01");
        refused("selectEvidence", number, evidence(List.of(own.example()), List.of(own.support()), raised, null), "raisedIn:required", "S1P-01");
        refused("selectEvidence", number, evidence(List.of(own.example()), List.of(own.support()), null, own.note()), "raisedOn:required", "S1P-01");
        refused("selectEvidence", number, evidence(List.of(own.example()), List.of(own.support()), raised, own.note()).with("timeGivenUntil", raised),
                "timeGivenUntil:afterRaised", "S1P-02");
        refused("selectEvidence", number, evidence(List.of(), List.of(), null, null).with("timeGivenUntil", raised), "timeGivenUntil:notRaised", "S1P-02");
        refused("selectEvidence", number, evidence(List.of(), List.of(), null, null).with("raisedOn", "2026-02-30"), "raisedOn:date", "");
    }

    @Test
    void decidingOnMissingEvidence_PM04() {
        String number = story.raise();
        engine.complete("selectEvidence", number, evidence(List.of(), List.of(), null, null).json());
        refused("decideOnMissingEvidence", number, form(), "decision:required", "");
        refused("decideOnMissingEvidence", number, missingEvidence("override"), "decision:choice", "");
    }

    @Test
    void nobodyGetsPastTheEvidenceGate_PM04() {
        String number = story.raise();
        engine.complete("selectEvidence", number, evidence(List.of(), List.of(), null, null).json());
        engine.complete("decideOnMissingEvidence", number, missingEvidence("askHr").json());
        story.claim("hr2", "confirmCourseOfAction", number);
        for (String route : List.of("informalConversation", "stage1")) {
            Doors.Reply reply = refused("confirmCourseOfAction", number, route(route, HR2), "route:evidenceInsufficient", "PM-04");
            assertThat(message(reply, "evidenceInsufficient")).contains("PM-02", "PM-03", "S1P-01");
        }
    }

    @Test
    void theMessageNamesExactlyWhatIsMissing_PM04() {
        Noted note = story.note(COLLEAGUE, LocalDate.of(2026, 9, 21), true);
        String number = story.raise();
        engine.complete("selectEvidence", number, evidence(List.of(note.example()), List.of(note.support()), LocalDate.of(2026, 9, 21), note.note()).json());
        String context = doors.get("/api/tasks/" + engine.task("decideOnMissingEvidence", number).getId() + "/form", "teamleader")
                .body().path("prefill").path("_context").asText();
        assertThat(context).isEqualTo("Support that was given, or offered and declined, before the latest example is missing. (PM-03)");
    }

    @Test
    void confirmingTheCourseOfAction_PM01_S1P02() {
        String number = story.withEvidence();
        story.claim("hr2", "confirmCourseOfAction", number);
        refused("confirmCourseOfAction", number, route("conduct", HR2).with("rationale", " "), "rationale:required", "");
        refused("confirmCourseOfAction", number, route("conduct", HR2).without("protectedFactors"), "protectedFactors:required", "");
        refused("confirmCourseOfAction", number, route("conduct", "10003"), "hrAdviser:notHr", "PM-01");
        refused("confirmCourseOfAction", number, route("conduct", TEAM_LEADER), "hrAdviser:inConflict", "PM-01");
        refused("confirmCourseOfAction", number, route("conduct", OTHER_COLLEAGUE), "hrAdviser:noSignIn", "");
        refused("confirmCourseOfAction", number, route("conduct", COLLEAGUE), "hrAdviser:isColleague", "");
        refused("confirmCourseOfAction", number, route("conduct", HR2).with("medicalDirectorAgreedOn", today.plusDays(1)),
                "medicalDirectorAgreedOn:notInFuture", "PM-01");
        assertThat(doors.post("/api/cases/" + number + "/actions/declareConflict", "hr", form().with("user", "hr3").with("why", "A relative").json()).status())
                .isEqualTo(200);
        refused("confirmCourseOfAction", number, route("conduct", "10249"), "hrAdviser:inConflict", "PM-01");
    }

    @Test
    void medicalStaffNeedTheMedicalDirector_PM01() {
        String number = story.withEvidence();
        jdbc.update("update staff_member set medical_or_dental = true where staff_number = ?", COLLEAGUE);
        story.claim("hr2", "confirmCourseOfAction", number);
        refused("confirmCourseOfAction", number, route("informalConversation", HR2), "medicalDirectorAgreedOn:medicalDirector", "PM-01");
        refused("confirmCourseOfAction", number, route("stage1", HR2), "medicalDirectorAgreedOn:medicalDirector", "PM-01");
        engine.complete("confirmCourseOfAction", number, route("informalConversation", HR2).with("medicalDirectorAgreedOn", today).json());
        assertThat(engine.open(number)).containsExactly("holdInformalConversation");
    }

    @Test
    void stage1AtOnceOnlyAfterTimeWasGivenAndHasPassed_S1P02() {
        Noted first = story.note(COLLEAGUE, LocalDate.of(2026, 9, 21), true);
        Noted second = story.note(COLLEAGUE, LocalDate.of(2026, 10, 1), false);
        LocalDate raised = LocalDate.of(2026, 9, 21);
        Map<LocalDate, Boolean> open = new java.util.LinkedHashMap<>();
        open.put(null, false);
        open.put(today.plusDays(1), false);
        open.put(today, false);
        open.put(today.minusDays(1), true);
        String number = story.raise();
        for (Map.Entry<LocalDate, Boolean> given : open.entrySet()) {
            engine.complete("selectEvidence", number, evidence(List.of(first.example(), second.example()), List.of(first.support()), raised, first.note())
                    .with("timeGivenUntil", given.getKey()).json());
            story.claim("hr2", "confirmCourseOfAction", number);
            if (given.getValue()) {
                engine.complete("confirmCourseOfAction", number, route("stage1", HR2).json());
            } else {
                refused("confirmCourseOfAction", number, route("stage1", HR2), "route:timeNotGiven", "S1P-02");
                engine.complete("confirmCourseOfAction", number, route("moreEvidence", HR2).json());
            }
        }
        assertThat(story.look(number).stage()).isEqualTo(fairway.performancecase.Stage.stage1);
    }

    @Test
    void stage1AtOnceOnlyWithAnExampleAfterItWasRaised_S1P02() {
        Noted first = story.note(COLLEAGUE, LocalDate.of(2026, 9, 14), true);
        Noted second = story.note(COLLEAGUE, LocalDate.of(2026, 9, 21), true);
        String number = story.raise();
        engine.complete("selectEvidence", number, evidence(List.of(first.example(), second.example()), List.of(first.support()), LocalDate.of(2026, 9, 21),
                second.note()).with("timeGivenUntil", LocalDate.of(2026, 10, 1)).json());
        story.claim("hr2", "confirmCourseOfAction", number);
        refused("confirmCourseOfAction", number, route("stage1", HR2), "route:noExampleAfterRaised", "S1P-02");
    }

    @Test
    void holdingTheInformalConversation_S1P02() {
        String number = story.onRoute("informalConversation");
        refused("holdInformalConversation", number, informalConversation(today, today), "improveBy:afterConversation", "S1P-02");
        refused("holdInformalConversation", number, informalConversation(today, today.minusDays(1)), "improveBy:afterConversation", "S1P-02");
        refused("holdInformalConversation", number, informalConversation(today, today.plusMonths(3).plusDays(1)), "reason:longTime", "T");
        refused("holdInformalConversation", number, informalConversation(today.plusDays(1), today.plusDays(20)), "heldOn:notInFuture", "S1P-02");
        refused("holdInformalConversation", number, informalConversation(today.minusDays(1), today.plusDays(20)), "heldOn:beforeHrAdvice", "PM-01");
        refused("holdInformalConversation", number, informalConversation(today, today.plusDays(20)).without("said"), "said:required", "");
        engine.complete("holdInformalConversation", number, informalConversation(today, today.plusMonths(3)).json());
    }

    @Test
    void reviewingTheImprovement_S1P02() {
        Noted other = story.note(OTHER_COLLEAGUE, LocalDate.of(2026, 9, 21), true);
        String number = story.timeGiven();
        String before = jdbc.queryForObject("select min(id)::text from example where colleague = ?", String.class, COLLEAGUE);
        String after = story.example(story.bareNote(COLLEAGUE, today), COLLEAGUE, today.plusDays(1), true);
        refused("reviewImprovement", number, improvement("notImproved").with("examples", List.of(after)), "result:timeNotOver", "S1P-02");
        refused("reviewImprovement", number, improvement("moreTime").with("improveBy", today.plusDays(50)), "reason:required", "S1P-02");
        refused("reviewImprovement", number, improvement("moreTime").with("reason", "Away"), "improveBy:required", "S1P-02");
        refused("reviewImprovement", number, improvement("moreTime").with("reason", "Away").with("improveBy", today), "improveBy:afterToday", "S1P-02");
        TestClock.set(LocalDateTime.of(2026, 11, 2, 9, 0));
        refused("reviewImprovement", number, improvement("notImproved"), "examples:noExampleAfterConversation", "S1P-02");
        refused("reviewImprovement", number, improvement("notImproved").with("examples", List.of(before)), "examples:noExampleAfterConversation", "S1P-02");
        refused("reviewImprovement", number, improvement("notImproved").with("examples", List.of(after, other.example())), "examples[1]:otherColleague", "PM-02");
    }

    @Test
    void aTaskOfSomebodyElse() {
        String number = story.raise();
        String task = engine.task("selectEvidence", number).getId();
        Map<String, String> before = doors.fingerprint();
        for (String user : List.of("manager", "manager2", "hr", "owner", "ops", "admin")) {
            assertThat(doors.completeAtEngineRest(user, task, evidence(List.of(), List.of(), null, null).json()).status()).as(user).isBetween(400, 499);
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private void refusedStart(Form submission, String refusal, String clause) {
        Map<String, String> before = doors.fingerprint();
        for (Doors.Reply reply : List.of(doors.startAtEngineRest("teamleader", "performanceCase", submission.json()),
                doors.startInTasklist("teamleader", "performanceCase", submission.json()))) {
            check(reply, refusal, clause);
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private Doors.Reply refused(String formId, String number, Form submission, String refusal, String clause) {
        var task = engine.task(formId, number);
        Map<String, String> before = doors.fingerprint();
        Doors.Reply last = null;
        for (Doors.Reply reply : List.of(doors.completeAtEngineRest(task.getAssignee(), task.getId(), submission.json()),
                doors.submitInTasklist(task.getAssignee(), task.getId(), submission.json()))) {
            check(reply, refusal, clause);
            last = reply;
        }
        assertThat(doors.fingerprint()).as("rows after " + refusal).isEqualTo(before);
        return last;
    }

    private static void check(Doors.Reply reply, String refusal, String clause) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.refused()).contains(refusal);
        reply.body().path("errors").forEach(error -> {
            if ((error.path("field").asText() + ":" + error.path("rule").asText()).equals(refusal)) {
                assertThat(error.path("clause").asText()).isEqualTo(clause);
                assertThat(error.path("message").asText()).isNotBlank();
            }
        });
    }

    private static String message(Doors.Reply reply, String rule) {
        for (var error : reply.body().path("errors")) {
            if (error.path("rule").asText().equals(rule)) {
                return error.path("message").asText();
            }
        }
        return "";
    }
}
