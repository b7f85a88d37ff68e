package fairway.support;

import static fairway.support.Submissions.arrangement;
import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.decision;
import static fairway.support.Submissions.earlierOneToOne;
import static fairway.support.Submissions.evidence;
import static fairway.support.Submissions.finalReview;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.improvement;
import static fairway.support.Submissions.informalConversation;
import static fairway.support.Submissions.letterApproved;
import static fairway.support.Submissions.plan;
import static fairway.support.Submissions.policyShared;
import static fairway.support.Submissions.reviewHeld;
import static fairway.support.Submissions.route;
import static fairway.support.Submissions.row;
import static fairway.support.Submissions.stage1Held;
import static fairway.support.Submissions.supportItem;
import static fairway.support.Submissions.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fairway.correspondence.Deliveries;
import fairway.form.Forms;
import fairway.form.Step;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.Cases;
import fairway.stage1.Stage1;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole case of a colleague of {@code teamleader}, with a mark in every text of more than one word that a person writes. */
public class MarkedCase {

    public static final String MARK = "Zanthoxylum";
    public static final String COLLEAGUE = "10005";
    private static final String MANAGER = "10004";
    private static final String HR2 = "10248";

    private final Engine engine;
    private final OneToOnes oneToOnes;
    private final Cases cases;
    private final Stage1 stage1;
    private final TransactionTemplate transactions;
    private final Deliveries deliveries;
    private final Forms forms;
    private String number;

    public MarkedCase(ApplicationContext context) {
        this.engine = context.getBean(Engine.class);
        this.oneToOnes = context.getBean(OneToOnes.class);
        this.cases = context.getBean(Cases.class);
        this.stage1 = context.getBean(Stage1.class);
        this.transactions = context.getBean(TransactionTemplate.class);
        this.deliveries = context.getBean(Deliveries.class);
        this.forms = context.getBean(Forms.class);
    }

        /** From the first one-to-one to the referral to the formal stage. @return the case number */
    public String walk() {
        engine.start("teamleader", "earlierOneToOne", marked(earlierOneToOne(COLLEAGUE, LocalDate.of(2026, 9, 21))));
        engine.start("teamleader", "earlierOneToOne", marked(earlierOneToOne(COLLEAGUE, LocalDate.of(2026, 10, 1)).with("supportGiven", List.of())));
        engine.start("teamleader", "performanceCase", marked(concern(COLLEAGUE)));
        number = transactions.execute(s -> cases.openCaseOf(COLLEAGUE).orElseThrow().number());
        assertThatThrownBy(() -> engine.complete("selectEvidence", number, marked(form().with("raisedIn", "in the corridor").with("surprise", "a key that nobody knows"))))
                .rootCause().hasMessageNotContaining(MARK);
        var examples = oneToOnes.examplesOf(COLLEAGUE);
        engine.complete("selectEvidence", number, marked(evidence(examples.stream().map(e -> String.valueOf(e.id())).toList(),
                oneToOnes.supportOf(COLLEAGUE).stream().map(e -> String.valueOf(e.id())).toList(), LocalDate.of(2026, 9, 21), "N-" + examples.get(0).noteId())));
        engine.completeAs("hr2", "confirmCourseOfAction", number,
                marked(route("informalConversation", HR2).with("protectedFactors", "present").with("protectedNote", "a grievance is open")));
        engine.complete("holdInformalConversation", number, marked(informalConversation(TestClock.today(), TestClock.today().plusDays(28))
                .with("healthNote", "a condition was mentioned")));
        engine.timePassesTo(LocalDateTime.of(2026, 11, 2, 12, 0));
        engine.start("teamleader", "earlierOneToOne", marked(earlierOneToOne(COLLEAGUE, LocalDate.of(2026, 10, 29))));
        String later = String.valueOf(oneToOnes.examplesOf(COLLEAGUE).get(2).id());
        engine.complete("reviewImprovement", number, marked(improvement("notImproved").with("examples", List.of(later)).with("reason", "no change was seen")));

        LocalDateTime meeting = LocalDateTime.of(2026, 11, 12, 10, 0);
        engine.complete("arrangeStage1Meeting", number, marked(arrangement(meeting).with("companion", List.of(row("name", "A union representative", "role", "Companion at work")))));
        engine.complete("sharePolicy", number, marked(policyShared(TestClock.now())));
        engine.complete("prepareScript", number, marked(form().with("skipped", false).with("script", "First we say hello.")));
        engine.timePassesTo(meeting.plusHours(2));
        engine.complete("recordStage1Meeting", number, marked(stage1Held(meeting.toLocalDate(), List.of(later))
                .with("contributoryFactors", "disclosed").with("healthNote", "what was said about health")
                .with("adjustments", "agreed").with("adjustmentItems", List.of(row("what", "A later start", "arrangedBy", MANAGER, "by", meeting.toLocalDate().plusDays(7), "inLetter", true)))
                .with("occupationalHealth", "agreed")
                .with("support", List.of(supportItem("Refresher on the medication round", MANAGER, meeting.toLocalDate().plusDays(14))))));
        LocalDate end = meeting.toLocalDate().plusDays(29);
        engine.complete("agreeImprovementPlan", number, marked(plan(end, MANAGER).with("colleagueAgrees", false).with("colleagueReason", "too much at once")
                .with("reviewEvery", "P14D")));
        engine.runDue();
        engine.complete("approveOutcomeLetter", number, marked(letterApproved()));
        for (Task support : engine.tasks("arrangeSupport", number)) {
            engine.complete("teamleader", support, marked(form().with("arranged", true).with("detail", "Booked with the education team")));
        }
        engine.complete("completeReferral", number, marked(form().with("reason", "to have advice on adjustments").with("questions", "what would help?")
                .with("shared", List.of(row("what", "the plan and its targets"))).with("seenByColleague", true).with("consent", "given")));
        engine.runDue();
        correctTheOutcomeLetter();
        engine.completeAs("hr2", "recordOccupationalHealthAdvice", number, marked(form().with("state", "adviceReceived").with("fitness", "fit for all duties")
                .with("adjustments", "a quiet room").with("restrictedNote", "kept to HR")));
        engine.runDue();
        for (LocalDate day = meeting.toLocalDate(); !engine.isOpen("finalReview", number); day = day.plusDays(1)) {
            engine.timePassesTo(day.atTime(16, 0));
            if (engine.isOpen("holdProgressReview", number)) {
                engine.complete("holdProgressReview", number, marked(reviewHeld(day, targets("onTrack")).with("healthNote", "said in passing")
                        .with("support", support("delivered"))));
            }
        }
        engine.complete("finalReview", number, marked(finalReview("notMet", targets("notMet")).with("adjustmentsConsidered", "all of them were looked at")));
        engine.completeAs("hr2", "decideFormalStage", number, marked(decision("refer")));
        engine.runDue();
        assertThat(engine.open(number)).as("the case has ended; what is left is its deliveries'").isSubsetOf("handOverPaperCopy");
        return number;
    }

    private void correctTheOutcomeLetter() {
        long letter = transactions.execute(s -> deliveries.of(number, "outcomeLetter").get(0).id());
        transactions.executeWithoutResult(s -> forms.complete(forms.action("correctLetter").orElseThrow(), new Step("correctLetter", number, null, "teamleader"),
                marked(form().with("letter", letter).with("reason", "the day was wrong").with("texts", List.of(row("id", "discussion", "text", "We met on Thursday."))))));
        engine.runDue();
    }

    private List<Map<String, Object>> targets(String state) {
        return transactions.execute(s -> stage1.planOf(number).targets().stream().map(t -> target(String.valueOf(t.id()), state)).toList());
    }

    private List<Map<String, Object>> support(String state) {
        return transactions.execute(s -> stage1.openSupport(number).stream().map(i -> row("id", String.valueOf(i.id()), "state", state)).toList());
    }

    /** Every text of more than one word gets the mark. */
    private static String marked(Submissions.Form form) {
        try {
            return mark(new ObjectMapper().readTree(form.json())).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode mark(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, mark(object.get(name))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, mark(array.get(i)));
            }
        } else if (node.isTextual() && node.textValue().contains(" ")) {
            return new ObjectMapper().getNodeFactory().textNode(node.textValue() + " " + MARK);
        }
        return node;
    }
}
