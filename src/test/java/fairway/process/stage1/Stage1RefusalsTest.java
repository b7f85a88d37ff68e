package fairway.process.stage1;

import static fairway.process.stage1.Stage1Story.COLLEAGUE;
import static fairway.process.stage1.Stage1Story.MANAGER;
import static fairway.process.stage1.Stage1Story.MEETING;
import static fairway.process.stage1.Stage1Story.MEETING_DAY;
import static fairway.process.stage1.Stage1Story.OTHER_MANAGER;
import static fairway.process.stage1.Stage1Story.PLAN_END;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that the forms of Stage 1 refuse, through both REST doors. */
@FairwayTest
class Stage1RefusalsTest {

    /** A colleague of the ward without a sign-in. */
    private static final String WITHOUT_SIGN_IN = "10006";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    private Refusals refusals() {
        return new Refusals(doors, engine);
    }

    @Test
    void aColleagueWithoutAMailboxIsToldInPerson_S1P04() {
        String number = story.stage1Chosen(false);
        jdbc.update("update staff_member set email = null where staff_number = ?", Stage1Story.COLLEAGUE);
        refusals().refuses(arrangement(MEETING).with("toldInPerson", false), "toldInPerson:noMailbox:S1P-04").atTask("arrangeStage1Meeting", number);
        engine.complete("arrangeStage1Meeting", number, arrangement(MEETING).json());
        engine.runDue();
        assertThat(MailBox.received(Stage1Story.MANAGER_MAIL)).filteredOn(mail -> mail.calendar().isPresent()).singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("No message reaches Priya Chowdhury, who has no mailbox: please tell them yourself."));
    }

    @Test
    void aMeetingInAOneToOneSlotOrAPlaceThatIsNotNeutralIsRefused_PM05_PM06_S1P03() {
        String number = story.stage1Chosen(false);
        Submissions.Form good = arrangement(MEETING);
        refusals()
                .refuses(arrangement(LocalDateTime.of(2026, 10, 5, 9, 0)), "start:notInPast:PM-05")
                .refuses(arrangement(MEETING).with("neutralPlace", false), "neutralPlace:neutralPlace:S1P-03")
                // the usual slot is Mondays from two to three, in any week
                .refuses(arrangement(LocalDateTime.of(2026, 10, 12, 14, 0)), "start:oneToOneSlot:PM-06")
                .refuses(arrangement(LocalDateTime.of(2026, 10, 19, 13, 30)), "start:oneToOneSlot:PM-06")
                .refuses(arrangement(LocalDateTime.of(2026, 10, 19, 14, 59)), "start:oneToOneSlot:PM-06")
                .refuses(arrangement(LocalDateTime.of(2026, 10, 15, 6, 59)), "start:usualHours:T")
                .refuses(arrangement(LocalDateTime.of(2026, 10, 15, 19, 1)), "start:usualHours:T")
                .refuses(arrangement(LocalDateTime.of(2026, 10, 17, 10, 0)), "start:usualHours:T")
                .refuses(arrangement(LocalDateTime.of(2026, 12, 25, 10, 0)), "start:usualHours:T")
                .refuses(arrangement(LocalDateTime.of(2026, 12, 28, 10, 0)), "start:usualHours:T")
                .refuses(arrangement(LocalDateTime.of(2026, 10, 4, 14, 0)).with("neutralPlace", false),
                        "start:notInPast:PM-05", "start:usualHours:T", "neutralPlace:neutralPlace:S1P-03")
                .refuses(form(), "start:required:", "minutes:required:", "place:required:")
                .refuses(arrangement(MEETING).with("minutes", 10), "minutes:min:")
                .refuses(arrangement(MEETING).with("companion", List.of(row("name", "Sam"))), "companion[0].role:required:")
                .refuses(arrangement(MEETING).with("surprise", 1), "surprise:unknownKey:")
                .refuses(arrangement(MEETING).with("place", "x".repeat(10_001)), "place:tooLong:")
                .refuses(arrangement(MEETING).with("place", "Room\u0007"), "place:controlCharacter:")
                .refuses(form().with("start", "2026-02-30T10:00").with("minutes", 60).with("place", "x").with("neutralPlace", true), "start:date:")
                .atTask("arrangeStage1Meeting", number);
        engine.complete("arrangeStage1Meeting", number, good.json());
    }

    @Test
    void atTheWeekendOrOnABankHolidayItIsTakenWhenTheColleagueWorksThen_PM05() {
        String number = story.stage1Chosen(false);
        engine.complete("arrangeStage1Meeting", number, arrangement(LocalDateTime.of(2026, 12, 25, 21, 0)).with("colleagueWorksThen", true).json());
    }

    @Test
    void aMeetingRightBeforeOrAfterTheUsualSlotIsTaken_PM06() {
        String number = story.stage1Chosen(false);
        engine.complete("arrangeStage1Meeting", number, arrangement(LocalDateTime.of(2026, 10, 12, 15, 0)).json());
    }

    @Test
    void thePolicyIsSharedWithItsPurposeAndNotAheadOfTime_S1P05_S1P06() {
        String number = story.stage1Chosen(false);
        refusals()
                .refuses(form(), "sharedAt:required:", "how:required:", "purpose:required:")
                .refuses(Submissions.policyShared(LocalDateTime.of(2026, 10, 6, 9, 0)), "sharedAt:notInFuture:S1P-05")
                .refuses(Submissions.policyShared(TestClock.now()).with("how", "pigeon"), "how:choice:")
                .atTask("sharePolicy", number);
    }

    @Test
    void aScriptIsWrittenOrSkipped_PM08() {
        String number = story.stage1Chosen(false);
        refusals()
                .refuses(form().with("skipped", false), "script:required:PM-08")
                .refuses(form().with("skipped", false).with("script", "  "), "script:required:PM-08")
                .atTask("prepareScript", number);
    }

    @Test
    void aMeetingIsRecordedForTheDayOnWhichItWas_PM05() {
        String number = story.prepared(false);
        refusals()
                .refuses(story.record(), "heldOn:notInFuture:PM-05")
                .refuses(story.record().with("heldOn", MEETING_DAY.plusDays(1)), "heldOn:notInFuture:PM-05", "heldOn:arrangedDay:PM-05")
                .refuses(form().with("outcome", "notAttended").with("newStart", MEETING.plusDays(7)), "outcome:notInFuture:PM-05")
                .atTask("recordStage1Meeting", number);

        TestClock.set(MEETING_DAY.plusDays(1).atTime(9, 0));
        refusals()
                .refuses(form(), "outcome:required:")
                .refuses(form().with("outcome", "held"), "heldOn:required:PM-05", "present:required:S1D-01", "introductions:ticked:S1D-01",
                        "purposeOutlined:ticked:S1D-02", "confirmedStage1:ticked:S1D-03", "consequencesExplained:ticked:S1D-17", "examplesDiscussed:required:S1D-04",
                        "standards:required:S1D-11", "colleagueView:required:S1D-06", "contributoryFactors:required:S1D-07", "adjustments:required:S1D-08",
                        "occupationalHealth:required:S1D-09", "signposts:required:S1D-10")
                .refuses(story.record().with("heldOn", MEETING_DAY.plusDays(1)), "heldOn:arrangedDay:PM-05")
                .refuses(story.record().with("heldOn", MEETING_DAY.minusDays(1)), "heldOn:arrangedDay:PM-05")
                .refuses(story.record().with("heldOn", LocalDate.of(2026, 10, 1)), "heldOn:arrangedDay:PM-05", "heldOn:policyShared:S1P-05")
                .atTask("recordStage1Meeting", number);
    }

    @Test
    void introductionsPurposeStageAndConsequencesAreTicked_S1D01_S1D02_S1D03_S1D17() {
        String number = onTheDay();
        refusals()
                .refuses(story.record().with("present", List.of(row("name", "Sam"))), "present[0].role:required:S1D-01")
                .refuses(story.record().with("introductions", false), "introductions:ticked:S1D-01")
                .refuses(story.record().with("purposeOutlined", false), "purposeOutlined:ticked:S1D-02")
                .refuses(story.record().with("confirmedStage1", false), "confirmedStage1:ticked:S1D-03")
                .refuses(story.record().with("consequencesExplained", false), "consequencesExplained:ticked:S1D-17")
                .atTask("recordStage1Meeting", number);
    }

    @Test
    void anExampleAndAStandardWereDiscussedAndTheColleagueHeard_S1D04_S1D05_S1D06_S1D11() {
        String number = onTheDay();
        String otherExample = jdbc.queryForObject("insert into example (note_id, colleague, observed_on, kind, expected, happened, raised) "
                + "select id, colleague, '2026-09-19', 'quality', 'a', 'b', true from note limit 1 returning id", String.class);
        refusals()
                .refuses(story.record().with("examplesDiscussed", List.of()), "examplesDiscussed:required:S1D-04")
                .refuses(story.record().with("examplesDiscussed", List.of(otherExample)), "examplesDiscussed:notOfThisCase:S1D-04")
                .refuses(story.record().with("standards", List.of()), "standards:required:S1D-11")
                .refuses(story.record().with("standards", List.of(row("concern", "Charts"))), "standards[0].jobDescription:required:S1D-05",
                        "standards[0].expected:required:S1D-11")
                .refuses(story.record().without("colleagueView"), "colleagueView:required:S1D-06")
                .atTask("recordStage1Meeting", number);
        engine.complete("recordStage1Meeting", number, story.record().without("colleagueView").with("declinedToComment", true).json());
    }

    @Test
    void factorsAdjustmentsOccupationalHealthAndSignpostsAreConsidered_S1D07_S1D08_S1D09_S1D10() {
        String number = onTheDay();
        refusals()
                .refuses(story.record().without("contributoryFactors"), "contributoryFactors:required:S1D-07")
                .refuses(story.record().with("contributoryFactors", "maybe"), "contributoryFactors:choice:")
                .refuses(story.record().with("factors", List.of(row("kind", "workRelated"))), "factors[0].what:required:S1D-07")
                .refuses(story.record().without("adjustments"), "adjustments:required:S1D-08")
                .refuses(story.record().with("adjustments", "agreed").with("adjustmentItems", List.of()), "adjustmentItems:required:S1D-08")
                .refuses(story.record().with("adjustments", "declined").without("adjustmentsReason"), "adjustmentsReason:required:S1D-08")
                .refuses(story.record().with("adjustments", "noneNeeded").without("adjustmentsReason"), "adjustmentsReason:required:S1D-08")
                .refuses(story.record().with("adjustmentItems", List.of(adjustment(MANAGER))), "adjustmentItems:onlyWhenAgreed:S1D-08")
                .refuses(story.record().with("adjustments", "agreed").with("adjustmentItems", List.of(adjustment(WITHOUT_SIGN_IN))),
                        "adjustmentItems[0].arrangedBy:noSignIn:")
                .refuses(story.record().without("occupationalHealth"), "occupationalHealth:required:S1D-09")
                .refuses(story.record().with("signposts", List.of()), "signposts:required:S1D-10")
                .refuses(story.record().with("signposts", List.of("astrology")), "signposts:choice:S1D-10")
                .atTask("recordStage1Meeting", number);
        engine.complete("recordStage1Meeting", number, story.record().with("adjustments", "awaitingAdvice").without("adjustmentsReason").json());
    }

    @Test
    void supportHasAKindAPersonWhoCanActAndADay_S1D12() {
        String number = onTheDay();
        refusals()
                .refuses(story.record().with("support", List.of(row("what", "Course", "arrangedBy", MANAGER, "by", MEETING_DAY))), "support[0].kind:required:S1D-12")
                .refuses(story.record().with("support", List.of(row("kind", "training", "what", "Course"))), "support[0].arrangedBy:required:S1D-12",
                        "support[0].by:required:S1D-12")
                .refuses(story.record().with("support", List.of(support("99999"))), "support[0].arrangedBy:unknownPerson:")
                .refuses(story.record().with("support", List.of(support(WITHOUT_SIGN_IN))), "support[0].arrangedBy:noSignIn:")
                .refuses(story.record().with("support", List.of(support(COLLEAGUE))), "support[0].arrangedBy:isColleague:S1D-12")
                .refuses(story.record().with("support", List.of(row("kind", "training", "what", "Course", "arrangedBy", MANAGER, "by", MEETING_DAY.minusDays(1)))),
                        "support[0].by:notBeforeMeeting:S1D-12")
                .atTask("recordStage1Meeting", number);
    }

    private String onTheDay() {
        String number = story.prepared(false);
        TestClock.set(MEETING_DAY.atTime(12, 0));
        return number;
    }

    @Test
    void aMeetingIsNotRecordedBeforeThePolicyWasShared_S1P05() {
        String number = story.stage1Chosen(false);
        engine.complete("arrangeStage1Meeting", number, arrangement(MEETING).json());
        engine.complete("prepareScript", number, Submissions.scriptSkipped().json());
        assertThat(engine.isOpen("recordStage1Meeting", number)).as("it waits for the policy").isFalse();
        TestClock.set(MEETING.plusHours(2));
        engine.complete("sharePolicy", number, Submissions.policyShared(MEETING.plusHours(2)).json());
        refusals().refuses(story.record(), "heldOn:policyShared:S1P-05").atTask("recordStage1Meeting", number);
    }

    @Test
    void someoneWhoHasLeftIsNotGivenAStep_S1D12() {
        String number = story.prepared(false);
        TestClock.set(MEETING.plusHours(2));
        jdbc.update("update staff_member set left_on = '2026-10-14' where staff_number = ?", OTHER_MANAGER);
        try {
            refusals().refuses(story.record().with("support", List.of(support(OTHER_MANAGER))), "support[0].arrangedBy:hasLeft:")
                    .atTask("recordStage1Meeting", number);
        } finally {
            jdbc.update("update staff_member set left_on = null where staff_number = ?", OTHER_MANAGER);
        }
    }

    @Test
    void aMovedOrMissedMeetingNeedsANewDateThatCanBe_PM06() {
        String number = story.prepared(false);
        TestClock.set(MEETING_DAY.atTime(12, 0));
        refusals()
                .refuses(form().with("outcome", "moved"), "newStart:required:PM-05")
                .refuses(form().with("outcome", "moved").with("newStart", MEETING), "newStart:notInPast:PM-05")
                .refuses(form().with("outcome", "moved").with("newStart", LocalDateTime.of(2026, 10, 19, 14, 30)), "newStart:oneToOneSlot:PM-06")
                .refuses(form().with("outcome", "notAttended"), "newStart:required:PM-05")
                .refuses(form().with("outcome", "notAttended").with("excused", "sickness"), "newStart:required:PM-05")
                .refuses(form().with("outcome", "notAttended").with("excused", "weather"), "excused:choice:")
                .atTask("recordStage1Meeting", number);
    }

    @Test
    void aDecisionOnNonAttendanceHasAReasonAndWhatItNeeds_PM01() {
        String number = story.prepared(false);
        TestClock.set(MEETING_DAY.atTime(12, 0));
        engine.complete("recordStage1Meeting", number, form().with("outcome", "notAttended").with("newStart", LocalDateTime.of(2026, 10, 22, 11, 0)).json());
        TestClock.set(LocalDateTime.of(2026, 10, 22, 12, 0));
        engine.complete("recordStage1Meeting", number, form().with("outcome", "notAttended").json());
        refusals()
                .refuses(form(), "decision:required:")
                .refuses(form().with("decision", "newDate"), "rationale:required:PM-01")
                .refuses(Submissions.decision("otherManager"), "manager:required:PM-01")
                .refuses(Submissions.decision("otherManager").with("manager", COLLEAGUE), "manager:noSignIn:", "manager:isColleague:")
                .refuses(Submissions.decision("otherManager").with("manager", WITHOUT_SIGN_IN), "manager:noSignIn:")
                .refuses(Submissions.decision("otherManager").with("manager", "99999"), "manager:unknownPerson:")
                .refuses(Submissions.decision("pause"), "reviewOn:required:PM-01")
                .refuses(Submissions.decision("pause").with("reviewOn", TestClock.today()), "reviewOn:inFuture:PM-01")
                .atTask("decideOnNonAttendance", number);
    }

    @Test
    void aPlanHasSmartTargetsATimeframeAReviewerAndAFrequency_S1D13_S1D14_S1D15_S1D16() {
        String number = story.held();
        refusals()
                .refuses(form().with("colleagueAgrees", true), "targets:required:S1D-13", "endsOn:required:S1D-14", "reviewEvery:required:S1D-15",
                        "reviewer:required:S1D-15")
                .refuses(story.plan().with("targets", List.of()), "targets:required:S1D-13")
                .refuses(story.plan().with("targets", List.of(row("what", "Charts", "by", PLAN_END))), "targets[0].measure:required:S1D-13")
                .refuses(story.plan().with("targets", List.of(row("what", "Charts", "measure", "List"))), "targets[0].by:required:S1D-13")
                .refuses(story.plan().with("targets", List.of(row("measure", "List", "by", PLAN_END))), "targets[0].what:required:S1D-13")
                .refuses(story.plan().with("targets", List.of(target(PLAN_END), target(PLAN_END.plusDays(1)))), "targets[1].by:notAfterEnd:S1D-13")
                .refuses(story.plan().with("targets", List.of(target(MEETING_DAY.minusDays(1)))), "targets[0].by:notBeforeMeeting:S1D-13")
                .refuses(story.plan().with("targets", List.of(with(target(PLAN_END), "support", List.of("4711")))), "targets[0].support:notOfThisCase:S1D-12")
                .refuses(plan(MEETING_DAY), "endsOn:afterMeeting:S1D-14")
                .refuses(plan(MEETING_DAY.minusDays(1)), "endsOn:afterMeeting:S1D-14", "targets[0].by:notAfterEnd:S1D-13")
                .refuses(plan(MEETING_DAY.plusDays(27)), "timeframeReason:timeframe:S1D-14")
                .refuses(plan(MEETING_DAY.plusMonths(3).plusDays(1)), "timeframeReason:timeframe:S1D-14")
                .refuses(story.plan().with("reviewEvery", "P0D"), "reviewEvery:frequency:S1D-15")
                .refuses(story.plan().with("reviewEvery", "P-7D"), "reviewEvery:frequency:S1D-15")
                .refuses(story.plan().with("reviewEvery", "P2M"), "reviewEvery:frequency:S1D-15")
                .refuses(story.plan().with("reviewEvery", "P1M1D"), "reviewEvery:frequency:S1D-15")
                .refuses(story.plan().with("reviewEvery", "weekly"), "reviewEvery:period:")
                .refuses(plan(MEETING_DAY.plusDays(14)).with("timeframeReason", "Short course").with("reviewEvery", "P1M"), "reviewEvery:longerThanPlan:S1D-15")
                .refuses(story.plan().with("reviewer", COLLEAGUE), "reviewer:isColleague:S1D-15")
                .refuses(story.plan().with("reviewer", WITHOUT_SIGN_IN), "reviewer:noSignIn:")
                .refuses(story.plan().with("reviewer", "99999"), "reviewer:unknownPerson:")
                .refuses(story.plan().with("colleagueAgrees", false), "colleagueReason:required:S1D-13")
                .atTask("agreeImprovementPlan", number);
    }

    @Test
    void hrCommentsOnEveryTimeframe_S1D14() {
        String number = story.held();
        engine.complete("agreeImprovementPlan", number, plan(MEETING_DAY.plusDays(20)).with("timeframeReason", "Short course").json());
        refusals().refuses(form().with("agreed", true), "comment:required:S1D-14").refuses(form().with("agreed", false), "comment:required:S1D-14")
                .atTask("agreeTimeframe", number);
    }

    @Test
    void theLetterIsWrittenAndHrSaysWhatHasToChange_S1A01() {
        String number = story.planAgreed(true, record -> record.with("present", List.of(row("name", "Grace Lewis", "role", "HR adviser"))));
        refusals().refuses(form(), "discussion:required:S1A-01").refuses(form().with("discussion", " \n "), "discussion:required:S1A-01")
                .atTask("approveOutcomeLetter", number);
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        refusals().refuses(form().with("confirmed", false), "changes:required:S1A-01")
                .refuses(form().with("confirmed", true).with("changes", "One thing"), "changes:eitherOr:S1A-01")
                .atTask("confirmOutcomeLetter", number);
    }

    @Test
    void supportIsArrangedInWords_S1A05() {
        String number = story.planAgreed(false, record -> record.with("support", List.of(support(MANAGER))));
        refusals().refuses(form().with("arranged", true), "detail:required:S1A-05").refuses(form().with("arranged", false), "detail:required:S1A-05")
                .atTask("arrangeSupport", number);
    }

    @Test
    void aRevisionHasAReasonAndTargetsOfItsTime_S1D13_S1D14() {
        String number = story.planAgreed();
        Submissions.Form good = form().with("targets", List.of(target(PLAN_END))).with("endsOn", PLAN_END).with("reason", "Rota changed");
        TestClock.set(LocalDateTime.of(2026, 10, 20, 9, 0));
        refusals()
                .refuses(form().with("targets", List.of(target(PLAN_END))).with("endsOn", PLAN_END), "reason:required:S1D-13")
                .refuses(form().with("targets", List.of()).with("endsOn", PLAN_END).with("reason", "x"), "targets:required:S1D-13")
                .refuses(form().with("targets", List.of(target(PLAN_END))).with("endsOn", PLAN_END.minusDays(1)).with("reason", "x"), "targets[0].by:notAfterEnd:S1D-13")
                .refuses(form().with("targets", List.of(target(MEETING_DAY.plusDays(2)))).with("endsOn", MEETING_DAY.plusDays(2)).with("reason", "x"),
                        "endsOn:notInPast:S1D-14")
                .atAction("revisePlan", number, "teamleader");
        assertThat(doors.post("/api/cases/" + number + "/actions/revisePlan", "teamleader", good.json()).status()).isLessThan(300);
    }

    @Test
    void onlyTheOwnerCompletesAStep() {
        String number = story.stage1Chosen(false);
        String task = engine.task("prepareScript", number).getId();
        Map<String, String> before = doors.fingerprint();
        assertThat(doors.completeAtEngineRest("manager2", task, Submissions.scriptSkipped().json()).status()).isIn(403, 404, 422);
        assertThat(doors.completeAtEngineRest("hr2", task, Submissions.scriptSkipped().json()).status()).isIn(403, 404, 422);
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private static Submissions.Form arrangement(LocalDateTime start) {
        return Submissions.arrangement(start).with("colleagueWorksThen", false);
    }

    private static Submissions.Form plan(LocalDate end) {
        return Submissions.plan(end, MANAGER).with("targets", List.of(target(MEETING_DAY)));
    }

    private static Map<String, Object> target(LocalDate by) {
        return row("what", "Charts checked", "measure", "Signed list", "by", by, "urgent", false);
    }

    private static Map<String, Object> with(Map<String, Object> row, String key, Object value) {
        row.put(key, value);
        return row;
    }

    private static Map<String, Object> support(String arrangedBy) {
        return row("kind", "training", "what", "Course on charts", "arrangedBy", arrangedBy, "by", MEETING_DAY.plusDays(20));
    }

    private static Map<String, Object> adjustment(String arrangedBy) {
        return row("what", "Later start", "arrangedBy", arrangedBy, "by", MEETING_DAY.plusDays(7), "inLetter", true);
    }
}
