package fairway.process.stage1;

import static fairway.process.stage1.Stage1Story.MANAGER;
import static fairway.process.stage1.Stage1Story.MEETING_DAY;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.form.Form;
import fairway.form.Forms;
import fairway.form.Option;
import fairway.form.Step;
import fairway.stage1.Scripts;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people find filled in: purposes, people, standards, targets, dates, drafts, choices. */
@FairwayTest
class PreparedTextsTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Forms forms;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    @Test
    void thePurposeIsFilledInFromTheCase_S1P06() {
        String number = story.stage1Chosen(false);
        assertThat(prefill("sharePolicy", number, null)).containsEntry("how", "email").containsEntry("sharedAt", "2026-10-05T10:00")
                .hasEntrySatisfying("purpose", text -> assertThat((String) text).contains("informal Stage 1").contains("Daily chart checks have repeatedly not been done."));
    }

    @Test
    void lessThanTwoWorkingDaysBeforeTheMeetingIsWarnedOf_S1P05() {
        String number = story.stage1Chosen(false);
        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(LocalDateTime.of(2026, 10, 7, 10, 0)).json());
        assertThat(context(number, "sharePolicy")).as("Monday for Wednesday: two working days").doesNotContain("Warning");
        TestClock.set(LocalDateTime.of(2026, 10, 6, 10, 0));
        assertThat(context(number, "sharePolicy")).contains("Warning").contains("07/10/2026").contains("2 working days (Trust setting)");
        engine.complete("sharePolicy", number, Submissions.policyShared(TestClock.now()).json());
    }

    @Test
    void whatGoesByMailIsSharedWhenItIsSent_S1P05() {
        String number = story.stage1Chosen(false);
        engine.complete("sharePolicy", number, Submissions.policyShared(TestClock.now().minusDays(3)).json());
        assertThat(jdbc.queryForObject("select policy_shared_at from stage1_meeting where case_number = ?", LocalDateTime.class, number)).isEqualTo(TestClock.now());
    }

    @Test
    void theScriptIsDraftedWithTheEvidenceAndTheSupportBeforeEachExample_PM08_PM09() {
        String number = story.stage1Chosen(false);
        assertThat((String) prefill("prepareScript", number, null).get("script"))
                .contains("informal Stage 1").contains("Daily chart checks have repeatedly not been done.").contains("It was raised with you on 21/09/2026")
                .containsSubsequence("30/09/2026", "Charts checked by eleven", "Charts not checked", "21/09/2026", "Went through the check together");
    }

    @Test
    void theLetterStartsFromTheScriptAndTheRecord_PM10_S1A01() {
        String number = story.stage1Chosen(false);
        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(Stage1Story.MEETING).json());
        engine.complete("sharePolicy", number, Submissions.policyShared(TestClock.now()).json());
        engine.complete("prepareScript", number, "{\"skipped\": false, \"script\": \"What I had prepared to say.\"}");
        TestClock.set(MEETING_DAY.atTime(12, 0));
        engine.complete("recordStage1Meeting", number, story.record().with("contributoryFactors", "disclosed").with("healthNote", "a bad back").json());
        engine.complete("agreeImprovementPlan", number, story.plan().json());
        assertThat((String) prefill("approveOutcomeLetter", number, null).get("discussion")).contains("Introductions were made").contains("What I had prepared to say.")
                .contains("We talked about what may play a part").doesNotContain("bad back");
        assertThat(letter(number)).contains("What I had prepared to say.").contains("Mornings are very busy and handover overruns.").contains("Checked by 11:00 each shift")
                .contains("Handover overruns three days in five").contains("Charts not checked").doesNotContain("bad back");
    }

    @Test
    void withoutAScriptTheLetterStartsFromTheEvidenceAndTheRecord_PM10_S1A01() {
        String number = story.planAgreed();
        assertThat((String) prefill("approveOutcomeLetter", number, null).get("discussion")).contains("Daily chart checks have repeatedly not been done.");
        assertThat(letter(number)).contains("30/09/2026").contains("Charts not checked").contains("Mornings are very busy and handover overruns.");
    }

    @Test
    void changesThatHrAsksForStandInFrontOfTheManager_S1A01() {
        String number = story.planAgreed(true, record -> record.with("present", List.of(row("name", "Grace Lewis", "role", "HR"))));
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        assertThat(context(number, "confirmOutcomeLetter")).contains("We met to talk about the daily chart checks.");
        engine.complete("confirmOutcomeLetter", number, "{\"confirmed\": false, \"changes\": \"Say who took the note.\"}");
        assertThat(context(number, "approveOutcomeLetter")).contains("Say who took the note.");
        assertThat(prefill("approveOutcomeLetter", number, null)).hasEntrySatisfying("discussion", text -> assertThat((String) text).startsWith("We met to talk"));
    }

    @Test
    void peopleStandardsAndDayOfTheMeetingAreFilledIn_S1D01_S1D05_S1D11() {
        String number = story.prepared(true);
        Map<String, Object> known = prefill("recordStage1Meeting", number, null);
        assertThat(known).containsEntry("heldOn", "2026-10-15").containsEntry("present", List.of(Map.of("name", "Nia Barker", "role", "Manager"),
                Map.of("name", "Priya Chowdhury", "role", "Colleague"), Map.of("name", "Grace Lewis", "role", "HR adviser")));
        assertThat(known.get("standards")).asString().contains("Job description, section 4").contains("Daily chart checks");
    }

    @Test
    void everyConcernThatTheCaseTookUpIsPreparedForTheMeeting_PM12_S1D04_S1D11() {
        String number = story.stage1Chosen(false);
        engine.start("teamleader", "performanceCase", Submissions.concern(Stage1Story.COLLEAGUE).with("description", "Late on three days.")
                .with("standard", "Job description, section 2: starts on time.").json());
        assertThat((String) prefill("sharePolicy", number, null).get("purpose")).contains("the following concerns", "Daily chart checks", "Late on three days.", "starts on time");
        story.in(() -> {
            context.getBean(Scripts.class).draft(number);
            return null;
        });
        assertThat((String) prefill("prepareScript", number, null).get("script")).contains("Daily chart checks", "Late on three days.", "starts on time");
        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(Stage1Story.MEETING).json());
        engine.complete("sharePolicy", number, Submissions.policyShared(TestClock.now()).json());
        engine.complete("prepareScript", number, Submissions.scriptSkipped().json());
        TestClock.set(MEETING_DAY.atTime(12, 0));
        assertThat((List<?>) prefill("recordStage1Meeting", number, null).get("standards")).hasSize(2).last().isEqualTo(Map.of("concern", "Late on three days.",
                "jobDescription", "Job description, section 2: starts on time.", "expected", "Job description, section 2: starts on time."));
        engine.complete("recordStage1Meeting", number, story.record().json());
        engine.complete("agreeImprovementPlan", number, story.plan().json());
        assertThat((String) prefill("approveOutcomeLetter", number, null).get("discussion")).contains("I outlined my concerns:", "Late on three days.");
    }

    @Test
    void examplesAreOfferedByDateAndTextAndSignpostsFromTheTrustsSettings_S1D04_S1D10() {
        String number = story.prepared(false);
        Map<String, List<Option>> options = story.in(() -> form("recordStage1Meeting").options(new Step("recordStage1Meeting", number, null, "teamleader")));
        assertThat(options.get("examplesDiscussed")).singleElement().satisfies(option -> assertThat(option.label()).contains("30/09/2026").contains("Charts not checked"));
        assertThat(options.get("signposts")).extracting(Option::value).containsExactly("wellbeing", "optimaHealth", "mentalHealthHub");
        assertThat(options.get("arrangedBy")).extracting(Option::value).contains(MANAGER).doesNotContain(Stage1Story.COLLEAGUE, "10006");
    }

    @Test
    void targetsStartFromTheStandardsAndTheNormalTimeframeIsSaid_S1D13_S1D14() {
        String number = story.held();
        Map<String, Object> known = prefill("agreeImprovementPlan", number, null);
        assertThat(known.get("targets")).asString().contains("Checked by 11:00 each shift");
        assertThat(known).containsEntry("reviewer", MANAGER);
        assertThat((String) known.get("_context")).contains("12/11/2026").contains("15/01/2027");
    }

    @Test
    void aPlanThatHrDidNotAgreeComesBackAsItWasWithTheComment_S1D14() {
        String number = story.held();
        engine.complete("agreeImprovementPlan", number, Submissions.plan(LocalDate.of(2027, 3, 1), MANAGER).with("timeframeReason", "A long course").json());
        assertThat(context(number, "agreeTimeframe")).contains("A long course").contains("15/10/2026").contains("01/03/2027");
        engine.complete("agreeTimeframe", number, Submissions.agreement(false).json());
        assertThat(prefill("agreeImprovementPlan", number, null)).containsEntry("endsOn", "2027-03-01").containsEntry("reviewEvery", "P7D")
                .hasEntrySatisfying("_context", text -> assertThat((String) text).contains("eight weeks are enough"));
    }

    @Test
    void anArrangerReadsWhatWasPromisedAndByWhen_S1A05() {
        String number = story.planAgreed(false, record -> record.with("support", List.of(Submissions.supportItem("Course on charts", MANAGER, LocalDate.of(2026, 10, 29)))));
        long item = story.in(() -> story.stage1().support(number)).get(0).id();
        assertThat((String) prefill("arrangeSupport", number, String.valueOf(item)).get("_context")).contains("Training: Course on charts").contains("29/10/2026");
    }

    @Test
    void thePlanHasTheColumnsOfToolkitA_S1D13() {
        String number = story.held();
        assertThat(prefill("agreeImprovementPlan", number, null).get("targets").toString()).contains("improvement=");
        engine.complete("agreeImprovementPlan", number, story.plan().with("targets", List.of(Submissions.row("improvement", "Charts of bay 2 are not checked", "what",
                "Daily chart check done by 11:00", "measure", "Signed chart list", "by", Stage1Story.PLAN_END, "dependencies", "The chart list is on the ward by 08:00", "urgent", true))).json());
        assertThat(sent(number, "improvement-action-plan.pdf")).contains("Improvement required Charts of bay 2 are not checked", "SMART objective Daily chart check done by 11:00",
                "Depends on The chart list is on the ward by 08:00");
    }

    /** The words of the letter that goes out, white space as single spaces. */
    private String letter(String number) {
        return sent(number, "our-informal-stage-1-meeting.pdf");
    }

    private String sent(String number, String document) {
        engine.complete("approveOutcomeLetter", number, Submissions.form().with("discussion", prefill("approveOutcomeLetter", number, null).get("discussion")).json());
        engine.runDue();
        byte[] pdf = MailBox.received(Stage1Story.COLLEAGUE_MAIL).stream().flatMap(mail -> mail.attachments().stream())
                .filter(attached -> attached.fileName().equals(document)).findFirst().orElseThrow().content();
        try (PDDocument pages = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(pages).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String context(String number, String formId) {
        return (String) prefill(formId, number, null).get("_context");
    }

    private Map<String, Object> prefill(String formId, String number, String subject) {
        return story.in(() -> form(formId).prefill(new Step(formId, number, subject, "teamleader")));
    }

    private Form<?> form(String id) {
        return forms.task(id).orElseThrow();
    }
}
