package fairway.process.performancecase;

import static fairway.process.performancecase.CaseStory.COLLEAGUE;
import static fairway.process.performancecase.CaseStory.HR2;
import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.evidence;
import static fairway.support.Submissions.improvement;
import static fairway.support.Submissions.missingEvidence;
import static fairway.support.Submissions.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.correspondence.Sent;
import fairway.performancecase.Cases;
import fairway.performancecase.Ending;
import fairway.performancecase.MissingEvidence;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One story per end that a case can reach before Stage 1. */
@FairwayTest
class EndsBeforeStage1Test {

    @Autowired
    Engine engine;
    @Autowired
    Cases cases;
    @Autowired
    Deliveries deliveries;
    @Autowired
    JdbcTemplate jdbc;

    private CaseStory story;

    @BeforeEach
    void begin(@Autowired ApplicationContext context) {
        story = new CaseStory(context);
    }

    @Test
    void aConcernOpensACaseAndTheManagerSelectsTheEvidence_PM12() {
        String number = story.raise();
        assertThat(number).isEqualTo("PC-2026-000001");
        var task = engine.task("selectEvidence", number);
        assertThat(task.getAssignee()).isEqualTo("teamleader");
        assertThat(engine.due(task)).isEqualTo(LocalDateTime.of(2026, 10, 12, 17, 0));
    }

    @Test
    void anOpenCaseTakesAFurtherConcernUp_PM12() {
        String number = story.raise();
        engine.start("teamleader", "performanceCase", concern(COLLEAGUE).with("description", "Late on three days.").json());
        assertThat(jdbc.queryForObject("select count(*) from performance_case", Integer.class)).isEqualTo(1);
        assertThat(jdbc.queryForObject("select description from performance_case_concern where case_number = ?", String.class, number))
                .isEqualTo("Late on three days.");
        assertThat(engine.open(number)).containsExactly("selectEvidence");
        assertThat(story.look(number).isOpen()).isTrue();
    }

    @Test
    void withoutEvidenceTheManagerEndsIt_notInstigated_PM04() {
        String number = story.raise();
        engine.complete("selectEvidence", number, evidence(List.of(), List.of(), null, null).json());
        PerformanceCase found = story.look(number);
        assertThat(found.stage()).isEqualTo(Stage.missingEvidence);
        assertThat(found.missing()).containsExactlyInAnyOrder(MissingEvidence.values());
        engine.complete("decideOnMissingEvidence", number, missingEvidence("end").json());
        ended(number, Ending.notInstigated);
        assertThat(letters(number)).isEmpty();
    }

    @Test
    void withoutEvidenceHrRoutesItElsewhere_PM04() {
        String number = story.raise();
        engine.complete("selectEvidence", number, evidence(List.of(), List.of(), null, null).json());
        engine.complete("decideOnMissingEvidence", number, missingEvidence("askHr").json());
        var task = engine.task("confirmCourseOfAction", number);
        assertThat(task.getAssignee()).isNull();
        assertThat(engine.candidateGroups(task)).containsExactly("hr-urgent-care");
        engine.completeAs("hr2", "confirmCourseOfAction", number, route("conduct", HR2).json());
        ended(number, Ending.routedElsewhere);
        assertThat(letters(number)).isEmpty();
    }

    @Test
    void theFloorOfThePolicyHoldsWhateverTheDecisionTableSays_PM04() {
        String number = story.raise();
        assertThat(cases.evidenceChecked(number, Set.of())).isFalse();
        assertThat(story.look(number).missing()).containsExactlyInAnyOrder(MissingEvidence.values());
    }

    @Test
    void theTrustMayAskForMore_PM04() {
        String number = story.withEvidence();
        jdbc.update("update performance_case set stage = 'evidence'");
        assertThat(cases.evidenceChecked(number, Set.of(MissingEvidence.example))).isFalse();
        assertThat(story.look(number).missing()).containsExactly(MissingEvidence.example);
    }

    @Test
    void moreEvidenceFirstGoesBackToTheManager_PM01() {
        String number = story.onRoute("moreEvidence");
        assertThat(engine.open(number)).containsExactly("selectEvidence");
        assertThat(story.look(number).stage()).isEqualTo(Stage.evidence);
        String example = story.note(COLLEAGUE, LocalDate.of(2026, 10, 2), true).example();
        String support = jdbc.queryForObject("select min(id)::text from support_record", String.class);
        engine.complete("selectEvidence", number, evidence(List.of(example), List.of(support), LocalDate.of(2026, 9, 21), "Telephone call").json());
        assertThat(engine.task("confirmCourseOfAction", number).getAssignee()).isEqualTo("hr2");
    }

    @Test
    void timeIsGivenAndThePerformanceImproves_improved_S1P02() {
        String number = story.timeGiven();
        assertThat(additionalSupport()).isTrue();
        var review = engine.task("reviewImprovement", number);
        assertThat(engine.followUp(review)).isEqualTo(LocalDateTime.of(2026, 11, 2, 8, 0));
        assertThat(engine.due(review)).isEqualTo(LocalDateTime.of(2026, 11, 9, 17, 0));
        assertThat(engine.timer("event_timeGivenOver", number)).isEqualTo(LocalDateTime.of(2026, 11, 2, 8, 0));
        engine.timePassesTo(LocalDateTime.of(2026, 11, 2, 10, 0));
        assertThat(deliveries.of(number, Kinds.REMINDER)).hasSize(1);
        engine.complete("reviewImprovement", number, improvement("improved").json());
        ended(number, Ending.improved);
        assertThat(letters(number)).extracting(Sent::occurrence).containsExactly("improved");
        assertThat(additionalSupport()).isFalse();
    }

    @Test
    void moreTimeTwiceTellsHr_S1P02() {
        String number = story.timeGiven();
        engine.complete("reviewImprovement", number, improvement("moreTime").with("reason", "On a course until then.")
                .with("improveBy", LocalDate.of(2026, 11, 16)).json());
        assertThat(deliveries.of(number, Kinds.NOTICE)).isEmpty();
        assertThat(engine.timer("event_timeGivenOver", number)).isEqualTo(LocalDateTime.of(2026, 11, 16, 8, 0));
        engine.complete("reviewImprovement", number, improvement("moreTime").with("reason", "The course was moved.")
                .with("improveBy", LocalDate.of(2026, 12, 24)).json());
        assertThat(deliveries.of(number, Kinds.NOTICE)).extracting(Sent::to).containsExactly("Grace Lewis");
        var review = engine.task("reviewImprovement", number);
        assertThat(engine.followUp(review)).isEqualTo(LocalDateTime.of(2026, 12, 24, 8, 0));
        assertThat(engine.due(review)).as("29, 30, 31 December, 4 and 5 January are the working days").isEqualTo(LocalDateTime.of(2027, 1, 5, 17, 0));
    }

    @Test
    void notImprovedLeadsToStage1_S1P03() {
        String number = story.timeGiven();
        engine.timePassesTo(LocalDateTime.of(2026, 11, 3, 10, 0));
        String later = story.note(COLLEAGUE, LocalDate.of(2026, 10, 20), false).example();
        engine.complete("reviewImprovement", number, improvement("notImproved").with("examples", List.of(later)).json());
        assertThat(story.look(number).stage()).isEqualTo(Stage.stage1);
        assertThat(story.look(number).examples()).contains(Long.valueOf(later));
    }

    @Test
    void stage1AtOnceHoldsOneToOnesMoreOften_OTO04() {
        String number = story.onRoute("stage1");
        assertThat(story.look(number).stage()).isEqualTo(Stage.stage1);
        assertThat(additionalSupport()).isTrue();
    }

    @Test
    void aHealthAndAnyOtherRouteEndsTheCaseElsewhere_PM01() {
        for (String elsewhere : List.of("conduct", "healthOrAbsence", "medicalStaffProcedure", "otherPolicy", "noAction")) {
            String number = story.onRoute(elsewhere);
            ended(number, Ending.routedElsewhere);
        }
    }

    private void ended(String number, Ending ending) {
        PerformanceCase found = story.look(number);
        assertThat(found.ending()).isEqualTo(ending);
        assertThat(found.endedOn()).isEqualTo(TestClock.today());
        assertThat(found.stage()).isEqualTo(Stage.ended);
        assertThat(engine.open(number)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ "
                + "where e.business_key_ = ? and d.key_ = 'performanceCase'", Integer.class, number)).isZero();
    }

    private List<Sent> letters(String number) {
        return deliveries.of(number, Kinds.CLOSURE_LETTER);
    }

    private boolean additionalSupport() {
        return jdbc.queryForObject("select additional_support from line where colleague_staff_number = ? and ended_on is null", Boolean.class, COLLEAGUE);
    }
}
