package fairway.journey;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import fairway.correspondence.ReceiptPages;
import fairway.onetoone.Example;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import fairway.process.stage1.Stage1Story;
import fairway.support.Engine;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.springframework.context.ApplicationContext;

/** Brings a case of {@code teamleader} to the step at which a journey begins, without the browser. */
final class Fork {

    static final String COLLEAGUE = Stage1Story.COLLEAGUE;
    static final String ADVISER = Stage1Story.HR2;
    /** Four weeks after the Stage 1 meeting. */
    static final LocalDate PLAN_END = Stage1Story.MEETING_DAY.plusWeeks(4);
    static final LocalDate REVIEW = Stage1Story.MEETING_DAY.plusWeeks(2);

    private final ApplicationContext context;
    private final Engine engine;
    private final OneToOnes oneToOnes;

    Fork(ApplicationContext context) {
        this.context = context;
        this.engine = context.getBean(Engine.class);
        this.oneToOnes = context.getBean(OneToOnes.class);
    }

    /** A concern was raised; there is no evidence yet. */
    String raised() {
        return engine.start("teamleader", "performanceCase", Submissions.concern(COLLEAGUE).json()).getBusinessKey();
    }

    /** The evidence passed the gate: raised on 21 September, a further example on 30 September. */
    String withEvidence() {
        for (LocalDate on : List.of(LocalDate.of(2026, 9, 21), LocalDate.of(2026, 10, 1))) {
            engine.start("teamleader", "earlierOneToOne", Submissions.earlierOneToOne(COLLEAGUE, on).json());
        }
        List<Example> examples = oneToOnes.examplesOf(COLLEAGUE);
        List<SupportRecord> support = oneToOnes.supportOf(COLLEAGUE);
        Example first = examples.stream().min(Comparator.comparing(Example::on)).orElseThrow();
        String number = raised();
        engine.complete("selectEvidence", number, Submissions.evidence(examples.stream().map(e -> String.valueOf(e.id())).toList(),
                support.stream().map(s -> String.valueOf(s.id())).toList(), LocalDate.of(2026, 9, 21), "N-" + first.noteId()).json());
        return number;
    }

    /** The informal conversation was held on 5 October; time is given until 2 November. */
    String timeGiven() {
        String number = withEvidence();
        engine.completeAs("hr2", "confirmCourseOfAction", number, Submissions.route("informalConversation", ADVISER).json());
        engine.complete("holdInformalConversation", number, Submissions.informalConversation(TestClock.today(), LocalDate.of(2026, 11, 2)).json());
        return number;
    }

    /** Stage 1 meeting, script and policy are still to be prepared. */
    String stage1Chosen() {
        return new Stage1Story(context).stage1Chosen(false);
    }

    /** Everything is ready for the Stage 1 meeting; it is noon of its day. */
    String meetingPrepared() {
        String number = new Stage1Story(context).prepared(false);
        receiptsConfirmed();
        engine.timePassesTo(Stage1Story.MEETING_DAY.atTime(12, 0));
        return number;
    }

    /** A plan of four weeks is under way, its letter sent and received; reviews every two weeks. */
    String monitored() {
        String number = new Stage1Story(context).held();
        engine.complete("agreeImprovementPlan", number, Submissions.plan(PLAN_END, Stage1Story.MANAGER).with("reviewEvery", "P14D").json());
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        receiptsConfirmed();
        return number;
    }

    /** The colleague has said on their page of everything that was sent so far that it came. */
    void receiptsConfirmed() {
        engine.runDue();
        MailBox.received(Stage1Story.COLLEAGUE_MAIL).stream().flatMap(mail -> mail.token().stream()).forEach(context.getBean(ReceiptPages.class)::confirmReceipt);
    }

    /** The day of the first review, in the morning. */
    String reviewDue() {
        String number = monitored();
        engine.timePassesTo(REVIEW.atTime(10, 0));
        return number;
    }

    /** The plan's end: the final review is to be held. */
    String finalReviewDue() {
        String number = reviewDue();
        String target = String.valueOf(planTarget(number));
        engine.complete("holdProgressReview", number, Submissions.reviewHeld(REVIEW, List.of(Submissions.target(target, "onTrack"))).json());
        engine.timePassesTo(PLAN_END.atTime(10, 0));
        return number;
    }

    /** The final review found the standard not met; HR is to decide. */
    String notMet() {
        String number = finalReviewDue();
        engine.complete("finalReview", number, Submissions.finalReview("notMet", List.of(Submissions.target(String.valueOf(planTarget(number)), "notMet")))
                .with("reason", "The check is still missed on most shifts.").json());
        return number;
    }


    private long planTarget(String number) {
        Stage1Story story = new Stage1Story(context);
        return story.in(() -> story.stage1().planOf(number).targets().get(0).id());
    }
}
