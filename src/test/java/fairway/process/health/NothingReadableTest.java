package fairway.process.health;

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
import static fairway.support.Submissions.scriptSkipped;
import static fairway.support.Submissions.stage1Held;
import static fairway.support.Submissions.supportItem;
import static fairway.support.Submissions.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

import fairway.health.HealthRecords;
import fairway.health.RestrictedAdvice;
import fairway.health.RestrictedNote;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.Cases;
import fairway.stage1.Stage1;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.TestClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole case with a mark of its own in every text about health or otherwise restricted, and in drafts: no table of any schema holds one that can
 * be read, no document does once it is unpacked, and no letter but the referral itself.
 */
@FairwayTest
class NothingReadableTest {

    private static final Pattern MARK = Pattern.compile("Zanthoxylum[A-Z]\\w*");
    private static final String COLLEAGUE = "10005";
    private static final String MANAGER = "10004";
    private static final String HR2 = "10248";
    private static final String PROVIDER = "occupational.health@provider.example";
    private static final Set<String> OF_THE_REFERRAL = Set.of("ZanthoxylumReason", "ZanthoxylumQuestions", "ZanthoxylumShared");

    @Autowired
    Engine engine;
    @Autowired
    Doors doors;
    @Autowired
    OneToOnes oneToOnes;
    @Autowired
    Cases cases;
    @Autowired
    Stage1 stage1;
    @Autowired
    HealthRecords records;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionTemplate transactions;

    private final Set<String> written = new TreeSet<>();
    private String number;

    @Test
    void noTextAboutHealthCanBeReadInTheDatabase_S1D07() {
        walkThroughACase();
        assertThat(written).as("marks of all restricted fields").hasSize(18);
        assertThat(readableInTheDatabase()).isEmpty();
        assertThat(readableInDocuments()).isEmpty();
        assertThat(marksIn(MailBox.received().stream().filter(mail -> !mail.recipients().contains(PROVIDER)).map(mail -> mail.text() + textOf(mail.attachments())).collect(Collectors.joining(" "))))
                .as("letters to all but the provider").isSubsetOf(OF_THE_REFERRAL);
        assertThat(marksIn(MailBox.received(PROVIDER).stream().map(mail -> mail.text() + textOf(mail.attachments())).collect(Collectors.joining(" "))))
                .as("what the provider got").containsExactlyInAnyOrderElementsOf(OF_THE_REFERRAL);
        assertThat(readByTheAdviser()).as("nothing is lost").contains("ZanthoxylumConversation", "ZanthoxylumMeeting", "ZanthoxylumReview", "ZanthoxylumDisclosure", "ZanthoxylumWhyNone", "ZanthoxylumFitness",
                "ZanthoxylumRest", "ZanthoxylumAdvised", "ZanthoxylumApart", "ZanthoxylumProtected");
        assertThat(marksIn(doors.get("/api/start-forms/addEarlierOneToOne", "teamleader").text())).as("the draft as it was typed").containsExactly("ZanthoxylumStartDraft");
    }

    private Set<String> readByTheAdviser() {
        return transactions.execute(s -> marksIn(records.notesOf(number, "hr2").stream().map(RestrictedNote::text).collect(Collectors.joining(" "))
                + " " + records.adviceOf(number, "hr2").stream().map((RestrictedAdvice a) -> a.fitness() + " " + a.adjustments() + " " + a.restrictedNote()).collect(Collectors.joining(" "))
                + " " + records.adjustmentsKeptApart(number, "hr2").values() + " " + cases.protectedFactors(number).get(0).note()));
    }

    /** A text that nobody but those who may read it should meet again. */
    private String secret(String where) {
        written.add("Zanthoxylum" + where);
        return "about health: Zanthoxylum" + where;
    }

    private void walkThroughACase() {
        engine.start("teamleader", "earlierOneToOne", earlierOneToOne(COLLEAGUE, LocalDate.of(2026, 9, 21)).json());
        engine.start("teamleader", "earlierOneToOne", earlierOneToOne(COLLEAGUE, LocalDate.of(2026, 10, 1)).with("supportGiven", List.of()).json());
        engine.start("teamleader", "performanceCase", concern(COLLEAGUE).json());
        number = transactions.execute(s -> cases.openCaseOf(COLLEAGUE).orElseThrow().number());
        assertThat(doors.post("/api/cases/" + number + "/actions/recordDisclosure", "teamleader", form().with("note", secret("Disclosure")).json()).status()).isEqualTo(200);
        var examples = oneToOnes.examplesOf(COLLEAGUE);
        engine.complete("selectEvidence", number, evidence(examples.stream().map(e -> String.valueOf(e.id())).toList(),
                oneToOnes.supportOf(COLLEAGUE).stream().map(e -> String.valueOf(e.id())).toList(), LocalDate.of(2026, 9, 21), "N-" + examples.get(0).noteId()).json());
        engine.completeAs("hr2", "confirmCourseOfAction", number, route("informalConversation", HR2).with("protectedFactors", "present").with("protectedNote", secret("Protected")).json());
        engine.complete("holdInformalConversation", number, informalConversation(TestClock.today(), TestClock.today().plusDays(28)).with("healthNote", secret("Conversation")).json());
        engine.timePassesTo(LocalDateTime.of(2026, 11, 2, 12, 0));
        engine.start("teamleader", "earlierOneToOne", earlierOneToOne(COLLEAGUE, LocalDate.of(2026, 10, 29)).json());
        String later = String.valueOf(oneToOnes.examplesOf(COLLEAGUE).get(2).id());
        engine.complete("reviewImprovement", number, improvement("notImproved").with("examples", List.of(later)).with("reason", "no change was seen").json());

        LocalDateTime meeting = LocalDateTime.of(2026, 11, 12, 10, 0);
        engine.complete("arrangeStage1Meeting", number, arrangement(meeting).json());
        engine.complete("sharePolicy", number, policyShared(TestClock.now()).json());
        engine.complete("prepareScript", number, scriptSkipped().json());
        engine.timePassesTo(meeting.plusHours(2));
        String record = engine.task("recordStage1Meeting", number).getId();
        assertThat(doors.send("PUT", "/api/tasks/" + record + "/draft", "teamleader", form().with("healthNote", secret("MeetingDraft")).json()).status()).isEqualTo(204);
        assertThat(readableInTheDatabase()).as("while the draft is there").isEmpty();
        engine.complete("recordStage1Meeting", number, stage1Held(meeting.toLocalDate(), List.of(later)).with("contributoryFactors", "disclosed").with("healthNote", secret("Meeting"))
                .with("adjustments", "agreed").with("adjustmentsReason", secret("WhyNone"))
                .with("adjustmentItems", List.of(row("what", secret("Apart"), "arrangedBy", MANAGER, "by", meeting.toLocalDate().plusDays(7), "inLetter", false)))
                .with("occupationalHealth", "agreed").with("support", List.of(supportItem("Refresher on the medication round", MANAGER, meeting.toLocalDate().plusDays(14)))).json());
        engine.complete("agreeImprovementPlan", number, plan(meeting.toLocalDate().plusDays(29), MANAGER).with("reviewEvery", "P14D").json());
        engine.runDue();
        engine.complete("approveOutcomeLetter", number, letterApproved().json());
        int arranged = 0;
        for (Task support : engine.tasks("arrangeSupport", number)) {
            boolean apart = doors.get("/api/tasks/" + support.getId() + "/form", "teamleader").text().contains("kept apart");
            engine.complete("teamleader", support, form().with("arranged", true).with("detail", apart ? secret("Detail") : "Booked with the education team").json());
            arranged += apart ? 1 : 0;
        }
        assertThat(arranged).as("adjustments arranged").isEqualTo(1);
        engine.complete("completeReferral", number, form().with("reason", secret("Reason")).with("questions", secret("Questions")).with("shared", List.of(row("what", secret("Shared"))))
                .with("seenByColleague", true).with("consent", "given").json());
        engine.runDue();
        engine.completeAs("hr2", "recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("fitness", secret("Fitness")).with("adjustments", secret("Advised"))
                .with("restrictedNote", secret("Rest")).json());
        engine.runDue();
        for (LocalDate day = meeting.toLocalDate(); !engine.isOpen("finalReview", number); day = day.plusDays(1)) {
            engine.timePassesTo(day.atTime(16, 0));
            if (engine.isOpen("holdProgressReview", number)) {
                engine.complete("holdProgressReview", number, reviewHeld(day, targets("onTrack")).with("healthNote", secret("Review"))
                        .with("adjustmentsConsidered", secret("Considered")).with("support", support("delivered")).json());
            }
        }
        engine.complete("finalReview", number, finalReview("notMet", targets("notMet")).with("adjustmentsConsidered", secret("ConsideredAtTheEnd")).json());
        engine.completeAs("hr2", "decideFormalStage", number, decision("refer").json());
        engine.runDue();
        assertThat(doors.send("PUT", "/api/start-forms/addEarlierOneToOne/draft", "teamleader", form().with("note", secret("StartDraft")).json()).status()).isEqualTo(204);
        assertThat(engine.open(number)).as("the case has ended; what is left is its deliveries'").isSubsetOf("handOverPaperCopy");
    }

    private List<Map<String, Object>> targets(String state) {
        return transactions.execute(s -> stage1.planOf(number).targets().stream().map(t -> target(String.valueOf(t.id()), state)).toList());
    }

    private List<Map<String, Object>> support(String state) {
        return transactions.execute(s -> stage1.openSupport(number).stream().map(i -> row("id", String.valueOf(i.id()), "state", state)).toList());
    }

    /** Columns, of all tables of all schemas, in which a mark can be read: as text, and bytes as text too. */
    private List<String> readableInTheDatabase() {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : jdbc.queryForList("select table_schema, table_name, column_name, data_type from information_schema.columns c join pg_tables t "
                + "on t.schemaname = c.table_schema and t.tablename = c.table_name where table_schema not in ('information_schema', 'pg_catalog')")) {
            String name = "\"" + column.get("column_name") + "\"";
            String text = "bytea".equals(column.get("data_type")) ? "encode(" + name + ", 'escape')" : name + "::text";
            String table = "\"" + column.get("table_schema") + "\".\"" + column.get("table_name") + "\"";
            if (jdbc.queryForObject("select count(*) from " + table + " where " + text + " ilike '%Zanthoxylum%'", Long.class) > 0) {
                found.add(table + "." + name);
            }
        }
        return found;
    }

    /** Documents as people would open them: PDF set in type, Word unpacked. */
    private Set<String> readableInDocuments() {
        List<byte[]> documents = jdbc.queryForList("select content from document_content where content is not null", byte[].class);
        assertThat(documents).hasSizeGreaterThan(5);
        return marksIn(documents.stream().map(bytes -> bytes[0] == '%' ? pdfText(bytes) : bytes[0] == 'P' ? unpacked(bytes) : "").collect(Collectors.joining(" ")));
    }

    private static String unpacked(byte[] zip) {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (files.getNextEntry() != null) {
                text.append(new String(files.readAllBytes(), StandardCharsets.UTF_8)).append(' ');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String textOf(List<fairway.support.Mail.Attached> attachments) {
        return attachments.stream().filter(part -> part.mediaType().startsWith("application/pdf")).map(part -> pdfText(part.content())).collect(Collectors.joining(" "));
    }

    private static String pdfText(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> marksIn(String text) {
        Matcher marks = MARK.matcher(text.replaceAll("\\s+", " "));
        Set<String> found = new TreeSet<>();
        while (marks.find()) {
            found.add(marks.group());
        }
        return found;
    }
}
