package fairway.records;

import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.earlierOneToOne;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.access.CommandLine;
import fairway.correspondence.Sending;
import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Letters;
import fairway.correspondence.Recipient;
import fairway.staff.StaffChanged;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import fairway.support.WebSession;
import fairway.trust.TrustSettings;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A request for what is kept about somebody, from its receipt to its answer (UK GDPR Art. 12 and 15). */
@FairwayTest
class SubjectAccessTest {

    private static final String PERSON = "10004";
    private static final String MAIL = "nia.barker@trust.example";
    private static final String COMPANION = "Wilhelmina Thistlethwaite";
    private static final String PASSAGE = "whose mother was in hospital";

    @Autowired
    private Sending sending;
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private SubjectAccess requests;
    @Autowired
    private PdfText pdfText;
    @Autowired
    private JdbcTemplate jdbc;
    @TempDir
    private Path folder;

    /** Colleague in one case, manager in another, named in a third. */
    @Test
    void thePackOfSomebodyInThreeCasesIsCompleteRedactedAndReadable() throws IOException {
        String own = theirOwnCase();
        String managed = theCaseThatTheyManage();
        theCaseThatNamesThem();
        String number = received(PERSON, TestClock.today());
        assertThat(number).isEqualTo("SAR-2026-000001");

        Task review = engine.task("reviewSubjectAccess", number);
        assertThat(review.getAssignee()).isEqualTo("hr");
        assertThat(engine.due(review).toLocalDate()).as("one month, and then the next working day").isEqualTo(LocalDate.of(2026, 11, 5));
        JsonNode form = doors.get("/api/tasks/" + review.getId() + "/form", "hr").body();
        assertThat(form.path("caseLink").asText()).isEqualTo("/subject-access/" + number);
        assertThat(jdbc.queryForList("select subject from access_log where about = ? and what = 'HEALTH_RECORD'", String.class, own)).as("in the case's own record").contains(own + " collected for " + number);
        List<String> named = new ArrayList<>();
        form.at("/prefill/thirdParties").forEach(row -> named.add(row.path("_name").asText()));
        assertThat(named).contains("Xanthe Singh", "Katya Barker", COMPANION).doesNotContain("Nia Barker", "Priya Chowdhury", "Huw Patel");
        assertThat(doors.get("/api/tasks/" + review.getId() + "/form", "hr2").status()).isEqualTo(404);

        String collected = textOf(requests.unredacted(requests.require(number), requests.collected(number).orElseThrow()));
        assertThat(collected).contains("Ward Manager").contains("Handovers are late since May, says Katya Barker, " + PASSAGE).contains("My back is bad since the move")
                .contains("The rota was changed twice").contains("Case " + own + ": Health: what was told").contains(COMPANION).contains("Where records about others name you")
                .contains("Nia Barker came along as companion").contains("access log");
        assertThat(collected).as("what is about somebody else stays theirs").doesNotContain("Charts are not checked by Priya").doesNotContain("sleeps badly").contains(managed);

        List<Map<String, Object>> parties = new ArrayList<>();
        form.at("/prefill/thirdParties").forEach(row -> parties.add(Set.of(COMPANION, "Katya Barker").contains(row.path("_name").asText())
                ? row("id", row.path("id").asText(), "decision", "redact", "exemption", "anotherPerson", "reason", "They were asked and do not agree.")
                : row("id", row.path("id").asText(), "decision", "keep")));
        refused(review, form().with("decision", "issue"), "thirdParties:everybody");
        refused(review, form().with("decision", "issue").with("thirdParties", parties.stream().map(row -> row("id", row.get("id"), "decision", "redact")).toList())
                .with("passages", List.of(row("text", "words that nobody wrote", "exemption", "legalAdvice", "reason", "Advice"))), "passages[0].text:notInThePack", "thirdParties[0].exemption:required",
                "thirdParties[0].reason:required");
        refused(review, form().with("decision", "issue").with("thirdParties", parties).with("passages", List.of(row("text", PASSAGE, "exemption", "healthOfAnotherPerson",
                "reason", "It is Katya Barker's mother."))), ":reasonTellsIt");
        refused(review, form().with("decision", "extend"), "reason:required");
        refused(review, form().with("decision", "refuse"), "reason:required");

        engine.complete("hr", review, form().with("decision", "issue").with("thirdParties", parties).with("passages", List.of(row("text", PASSAGE, "exemption", "healthOfAnotherPerson",
                "reason", "Health of a relative."))).json());
        engine.runDue();
        Mail answer = MailBox.last(MAIL);
        byte[] pdf = answer.attachment("what-is-kept-about-you.pdf").content();
        Files.write(Files.createDirectories(Path.of("target", "letters")).resolve("subject-access.pdf"), pdf);
        String text = textOf(pdf);
        assertThat(text).contains("Handovers are late since May, says [redacted").contains("My back is bad since the move").contains("The rota was changed twice")
                .contains("Health of somebody else").contains("They were asked and do not agree.").contains("Xanthe Singh, Matron").contains("1. The staff list").contains("9. What was taken out, and why")
                .contains("Art. 6(1)(b) and (e)").contains("retention schedule").contains("comes from the Trust’s staff list").contains("Who it goes to").contains("people make them all").contains("restrict what is done with it")
                .contains("Information Commissioner").contains("or may be withheld by law");
        String bytes = new String(pdf, StandardCharsets.ISO_8859_1);
        for (String gone : List.of(COMPANION, "Thistlethwaite", "Katya", "katya.barker", "10011", "mother was in hospital")) {
            assertThat(text).as(gone).doesNotContain(gone);
            assertThat(bytes).as(gone).doesNotContain(gone);
        }
        assertThat(text).as("their own name stays, though it is a namesake's").contains("Barker");
        assertThat(entries(answer.attachment("your-letters.zip").content())).hasSize(1).allMatch(name -> name.endsWith(".pdf"));
        assertThat(jdbc.queryForObject("select state || ' ' || (pack is null) from subject_access_request", String.class)).as("what was collected is gone").isEqualTo("issued true");
        assertThat(jdbc.queryForObject("select count(*) from document_content c join document d on d.sha256 = c.sha256 where d.kind = 'subjectAccessPack' and c.content is not null", Integer.class))
                .as("the answer is sealed").isZero();
        WebSession hr = WebSession.of(doors.base(), "hr");
        assertThat(hr.get("/subject-access").text()).contains(number).contains("Issued on 05/10/2026");
        assertThat(hr.get("/subject-access/" + number).text()).contains("Nia Barker").contains("What was sent").doesNotContain("Read what was collected");
        String document = "/documents/" + jdbc.queryForObject("select min(id) from document where kind = 'subjectAccessPack'", Long.class);
        assertThat(hr.get(document).status()).as("to print it").isEqualTo(200);
        for (String user : List.of("hr2", "teamleader", "manager", "ops")) {
            assertThat(WebSession.of(doors.base(), user).get(document).status()).as(user).isEqualTo(404);
        }

        assertThat(new SubjectAccessCommand(requests, folder, new PrintStream(new ByteArrayOutputStream())).run(PERSON)).isEqualTo(SubjectAccessCommand.DONE);
        assertThat(jdbc.queryForList("select user_id from access_log where what = 'EXPORT' and subject like 'subject access to%'", String.class)).containsExactly(CommandLine.user());
        assertThat(entries(Files.readAllBytes(folder.resolve("subject-access-10004.zip")))).contains("what-is-kept-about-you.pdf").hasSize(2);
        assertThat(new SubjectAccessCommand(requests, folder, new PrintStream(new ByteArrayOutputStream())).run("99999")).isEqualTo(SubjectAccessCommand.REFUSED);
    }

    @Test
    void theMonthIsKeptAndExtendedOnceWithinItself() {
        String number = received("10006", LocalDate.of(2026, 9, 30));
        assertThat(requests.require(number).lastDay()).as("30 September and a month").isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(requests.dueOn(LocalDate.of(2027, 1, 31))).as("the last day of a shorter month, and it is a Sunday").isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(requests.dueOn(LocalDate.of(2026, 11, 25))).as("Christmas").isEqualTo(LocalDate.of(2026, 12, 29));

        engine.timePassesTo(LocalDateTime.of(2026, 10, 23, 12, 0));
        assertThat(MailBox.last("noor.umar@trust.example").text()).contains("is due by 30/10/2026").contains("/subject-access/" + number);
        engine.complete("reviewSubjectAccess", number, form().with("decision", "extend").with("reason", "There are five lines to read.").json());
        engine.runDue();
        assertThat(textOf(MailBox.last("omar.umar@trust.example").attachments().get(0).content())).contains("You will have our answer by").contains("Wednesday 30/12/2026").contains("There are five lines to read.")
                .contains("Information Commissioner");
        Task review = engine.task("reviewSubjectAccess", number);
        assertThat(engine.due(review).toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 30));
        refused(review, form().with("decision", "extend").with("reason", "Again."), "decision:extendedAlready");

        engine.timePassesTo(LocalDateTime.of(2026, 12, 31, 12, 0));
        for (String told : List.of("noor.umar@trust.example", "hr@trust.example")) {
            assertThat(MailBox.last(told).text()).as(told).contains("was due by 30/12/2026 and is overdue");
        }
        engine.complete("reviewSubjectAccess", number, form().with("decision", "refuse").with("reason", "The same was answered last week.").json());
        engine.runDue();
        assertThat(textOf(MailBox.last("omar.umar@trust.example").attachments().get(0).content())).contains("We do not give you this copy").contains("The same was answered last week.");
        assertThat(jdbc.queryForObject("select state || ' ' || (pack is null) from subject_access_request", String.class)).isEqualTo("refused true");

        String late = received("10007", LocalDate.of(2026, 11, 2));
        refused(engine.task("reviewSubjectAccess", late), form().with("decision", "extend").with("reason", "Too late."), "decision:monthIsOver");
        engine.complete("reviewSubjectAccess", late, form().with("decision", "withdrawn").with("reason", "By telephone.").json());
        assertThat(jdbc.queryForObject("select state from subject_access_request where number = ?", String.class, late)).isEqualTo("withdrawn");
        assertThat(engine.open(late)).isEmpty();
    }

    @Test
    void onlyHrOfTheWholeTrustAnswersAndNobodyTheirOwn() {
        Map<String, String> before = doors.fingerprint();
        refusedAtStart("hr2", asked(PERSON, TestClock.today()), ":hrOfTheTrust");
        refusedAtStart("hr", asked("99999", TestClock.today().plusDays(1)), "person:unknownPerson", "receivedOn:notAfterToday");
        refusedAtStart("hr", asked("10247", TestClock.today()), "person:inConflict");
        refusedAtStart("hr", asked("10001", TestClock.today()), "person:inConflict");
        refusedAtStart("hr", form(), "person:required", "receivedOn:required");
        refusedAtStart("hr", asked(PERSON, TestClock.today().minusYears(1).minusDays(1)), "receivedOn:withinAYear");
        assertThat(doors.startAtEngineRest("teamleader", "subjectAccessRequest", asked(PERSON, TestClock.today()).json()).status()).isEqualTo(403);
        Map<String, String> after = doors.fingerprint();
        assertThat(after).isEqualTo(before);

        String number = received(PERSON, TestClock.today());
        refusedAtStart("hr", asked(PERSON, TestClock.today()), "person:openAlready");
        for (String user : List.of("hr2", "teamleader", "manager", "ops", "admin", "owner")) {
            for (String page : List.of("/subject-access", "/subject-access/" + number, "/subject-access/" + number + "/pack.pdf")) {
                assertThat(WebSession.of(doors.base(), user).get(page).status()).as(user + " " + page).isEqualTo(403);
            }
            assertThat(doors.get("/engine-rest/task", user).text()).as(user).doesNotContain(number);
        }
        WebSession hr = WebSession.of(doors.base(), "hr");
        assertThat(hr.get("/subject-access/" + number).text()).contains("Who else is named in it").contains("Xanthe Singh");
        assertThat(jdbc.queryForObject("select count(*) from access_log where what = 'CASE_FILE' and subject = ? and user_id = 'hr'", Integer.class, number)).as("reading it is kept").isEqualTo(1);
        assertThat(hr.get("/subject-access/" + number + "/pack.pdf").status()).isEqualTo(200);
        assertThat(jdbc.queryForObject("select count(*) from access_log where what = 'EXPORT' and subject like ? and user_id = 'hr'", Integer.class, number + "%")).as("kept").isEqualTo(2);
    }

    @Test
    void whoeverIsInConflictWithACaseThatTheAnswerOpensDoesNotAnswer() {
        engine.start("manager", "performanceCase", concern(PERSON).json());
        String about = jdbc.queryForObject("select number from performance_case", String.class);
        String number = received(PERSON, TestClock.today());
        assertThat(WebSession.of(doors.base(), "hr").get("/subject-access/" + number).status()).isEqualTo(200);
        assertThat(doors.post("/api/cases/" + about + "/actions/declareConflict", "hr", form().with("user", "hr").with("why", "A relative").json()).status()).isEqualTo(200);
        for (String page : List.of("/subject-access/" + number, "/subject-access/" + number + "/pack.pdf")) {
            assertThat(WebSession.of(doors.base(), "hr").get(page).status()).as(page).isEqualTo(404);
        }
        refusedAtStart("hr", asked("10003", TestClock.today()), "person:inConflict");
        Doors.Reply form = doors.get("/api/tasks/" + engine.task("reviewSubjectAccess", number).getId() + "/form", "hr");
        assertThat(form.status()).isEqualTo(422);
        assertThat(form.text()).contains("answered by HR of the whole Trust").doesNotContain("prefill");
    }

    /** HR of the whole Trust, and operations: neither their own request nor that of somebody above them is in a list or a number of theirs. */
    @Test
    void aRequestIsNotEvenCountedByWhoeverItIsAbout() {
        jdbc.update("update staff_member set hr_divisions = '*' where user_id = 'hr3'");
        String ops = "10012";
        jdbc.update("update staff_member set user_id = 'ops' where staff_number = ?", ops);
        String own = received("10249", TestClock.today());
        String ofOperations = received(ops, TestClock.today());

        assertThat(doors.get("/engine-rest/task?processInstanceBusinessKey=" + own, "hr3").text()).isEqualTo("[]");
        assertThat(count("/engine-rest/task/count", "hr")).isEqualTo(2);
        assertThat(count("/engine-rest/task/count", "hr3")).isEqualTo(1);
        assertThat(count("/engine-rest/task/count?candidateGroup=hr--trust&includeAssignedTasks=true", "hr3")).isEqualTo(1);
        assertThat(WebSession.of(doors.base(), "hr3").get("/subject-access").text()).contains(ofOperations).doesNotContain(own);
        assertThat(doors.post("/engine-rest/process-instance", "ops", "{\"businessKey\":\"" + own + "\"}").body()).hasSize(1);
        assertThat(doors.post("/engine-rest/process-instance", "ops", "{\"businessKey\":\"" + ofOperations + "\"}").text()).isEqualTo("[]");
        assertThat(doors.post("/engine-rest/process-instance/count", "ops", "{\"processDefinitionKey\":\"subjectAccessRequest\"}").body().path("count").asInt(-1)).isEqualTo(1);
        String instance = context.getBean(RuntimeService.class).createProcessInstanceQuery().processInstanceBusinessKey(ofOperations).singleResult().getId();
        assertThat(doors.get("/engine-rest/process-instance/" + instance, "ops").status()).isNotEqualTo(200);
    }

    /** The staff list names her still; the directory took the role away. */
    @Test
    void whoeverHasTheRoleOfHrNoLongerAnswersNone() {
        String number = received(PERSON, TestClock.today());
        Task review = engine.task("reviewSubjectAccess", number);
        IdentityService identity = context.getBean(IdentityService.class);
        identity.deleteMembership("hr", "hr");
        identity.createMembership("hr", "operations");
        try {
            assertThat(doors.get("/api/tasks/" + review.getId() + "/form", "hr").text()).doesNotContain("prefill");
            assertThat(doors.completeAtEngineRest("hr", review.getId(), form().with("decision", "withdrawn").with("reason", "x").json()).status()).isIn(403, 404);
        } finally {
            identity.deleteMembership("hr", "operations");
            identity.createMembership("hr", "hr");
        }
    }

    private int count(String path, String user) {
        Doors.Reply reply = doors.get(path, user);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body().path("count").asInt(-1);
    }

    /** Words of the language that are somebody's name too, in the records as well as in the pack's own wording. */
    @Test
    void thePackIsSeenRedactedAndIssuedThoughSomebodyIsCalledMarkWill() {
        jdbc.update("update staff_member set first_name = 'Mark', last_name = 'Will' where staff_number = '10011'");
        jdbc.update("update staff_member set first_name = 'Grace', last_name = 'May' where staff_number = '10012'");
        engine.start("manager", "performanceCase", concern(PERSON).with("description", "Targets may be missed, said Grace May; Mark Will says that they will be.").json());
        String number = received(PERSON, TestClock.today());
        Task review = engine.task("reviewSubjectAccess", number);
        JsonNode opened = doors.get("/api/tasks/" + review.getId() + "/form", "hr").body();
        assertThat(opened.path("previewed").asText()).isEqualTo("pack");
        assertThat(opened.at("/prefill/_goesTo").asText()).isEqualTo("It goes to " + MAIL + ".");
        Submissions.Form answer = form().with("decision", "issue").with("thirdParties", parties(opened, "10011", "10012"));

        Map<String, String> before = doors.fingerprint();
        Doors.Reply seen = doors.post("/api/tasks/" + review.getId() + "/preview", "hr", answer.json());
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        String text = textOf(Base64.getDecoder().decode(seen.body().path("pdf").asText()));
        assertThat(text).contains("Targets may be missed, said [redacted 2]; [redacted 1] says that they will be.").contains("Mark Exemption Reason").doesNotContain("Grace May", "Mark Will");
        assertThat(doors.post("/api/tasks/" + review.getId() + "/preview", "hr", form().with("decision", "issue").json()).refused()).contains("thirdParties:everybody");
        assertThat(doors.post("/api/tasks/" + review.getId() + "/preview", "hr", form().with("decision", "withdrawn").json()).refused()).containsExactly("decision:nothingToSee");
        assertThat(doors.fingerprint()).as("nothing is kept but who saw it").isEqualTo(before);
        assertThat(jdbc.queryForList("select distinct what from access_log where subject = ?", String.class, number + " preview reviewSubjectAccess")).as("with texts about health").containsExactly("HEALTH_RECORD");

        engine.complete("hr", review, answer.json());
        engine.runDue();
        assertThat(textOf(MailBox.last(MAIL).attachment("what-is-kept-about-you.pdf").content())).isEqualTo(text);
    }

    @Test
    void aLeaversAnswerIsHandedOverUnlessHrKnowsAnAddress() {
        jdbc.update("update staff_member set listed = false, left_on = ? where staff_number = '10020'", TestClock.today().minusDays(1));
        jdbc.update("update staff_member set email = 'dev.xu@trust.example', user_id = null where staff_number = '10021'");
        String number = received("10020", TestClock.today());
        Task review = engine.task("reviewSubjectAccess", number);
        JsonNode opened = doors.get("/api/tasks/" + review.getId() + "/form", "hr").body();
        assertThat(opened.at("/prefill/_goesTo").asText()).contains("Dev Xu has left: the answer is printed and handed over");
        engine.complete("hr", review, form().with("decision", "issue").with("thirdParties", parties(opened)).json());
        engine.runDue();
        assertThat(MailBox.received("dev.xu@trust.example")).isEmpty();
        Task paper = engine.task("handOverPaperCopy", number);
        assertThat(paper.getAssignee()).isEqualTo("hr");
        engine.complete("hr", paper, form().with("handedOverOn", TestClock.today()).with("how", "handed").json());

        String again = received("10020", TestClock.today());
        Task second = engine.task("reviewSubjectAccess", again);
        for (String wrong : List.of("dev", "dev@home", "dev@home.example, other@home.example", "Dev <dev@home.example>")) {
            refused(second, form().with("decision", "refuse").with("reason", "Answered today.").with("sendTo", wrong), "sendTo:notAnAddress");
        }
        engine.complete("hr", second, form().with("decision", "refuse").with("reason", "Answered today.").with("sendTo", "dev@home.example").json());
        engine.runDue();
        assertThat(MailBox.received("dev@home.example")).hasSize(1);
        assertThat(MailBox.received("dev.xu@trust.example")).isEmpty();

        long answer = jdbc.queryForObject("select id from delivery where business_key = ? and kind = 'subjectAccessReply' order by id desc limit 1", Long.class, again);
        jdbc.update("update delivery set state = 'failed', fault = 'The mailbox is full.' where id = ?", answer);
        sending.sendAgain(answer);
        assertThat(jdbc.queryForObject("select to_address from delivery where id = ?", String.class, answer)).as("sent again, it goes nowhere else").isEqualTo("dev@home.example");
        assertThat(sending.trouble(answer).sameMailbox()).isTrue();
    }

    @Test
    void nothingIsIssuedBeforeItIsSureWhoAsks() {
        Doors.Reply reply = doors.startInTasklist("hr", "subjectAccessRequest", form().with("person", "10006").with("receivedOn", TestClock.today()).json());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        engine.runDue();
        String number = reply.body().path("businessKey").asText();
        Task review = engine.task("reviewSubjectAccess", number);
        Submissions.Form answer = form().with("decision", "issue").with("thirdParties", parties(doors.get("/api/tasks/" + review.getId() + "/form", "hr").body()));
        refused(review, answer, "identityChecked:required");
        engine.complete("hr", review, answer.with("identityChecked", "Came with the passport.").json());
        assertThat(jdbc.queryForObject("select state || ' ' || identity_checked from subject_access_request", String.class)).isEqualTo("issued Came with the passport.");
    }

    /** A form carries 200 rows. */
    @Test
    void aPackThatNamesMorePeopleThanAFormCanCarryIsAnswered() {
        engine.start("manager", "performanceCase", concern(PERSON).json());
        String about = numberOf(PERSON);
        jdbc.update("insert into stage1_meeting (case_number) values (?)", about);
        jdbc.update("insert into stage1_companion (case_number, position, name, role) select ?, n, 'Visitor ' || 'Q' || translate(lpad(n::text, 3, '0'), '0123456789', 'abcdefghij'), 'Companion at work' "
                + "from generate_series(0, 209) n", about);
        String number = received(PERSON, TestClock.today());
        Task review = engine.task("reviewSubjectAccess", number);
        JsonNode opened = doors.get("/api/tasks/" + review.getId() + "/form", "hr").body();
        assertThat(opened.at("/prefill/thirdParties")).hasSize(200);
        assertThat(opened.at("/prefill/_unasked").asText()).contains("people are named in it. You are asked about the 200 who stand in most records; the others stay");
        List<Map<String, Object>> parties = parties(opened);
        refused(review, form().with("decision", "issue").with("thirdParties", parties.subList(1, 200)), "thirdParties:everybody");
        engine.complete("hr", review, form().with("decision", "issue").with("thirdParties", parties).json());
        engine.runDue();
        assertThat(textOf(MailBox.last(MAIL).attachment("what-is-kept-about-you.pdf").content())).contains("Visitor Qcaj");
    }

    @Test
    void whoeverAsksAgainMeanwhileHasAMonthOfTheirOwn() {
        received(PERSON, TestClock.today().minusDays(1));
        String second = received(PERSON, TestClock.today());
        assertThat(engine.open(second)).containsExactly("reviewSubjectAccess");
        assertThat(requests.require(second).dueOn()).isEqualTo(LocalDate.of(2026, 11, 5));
        refusedAtStart("hr", asked(PERSON, TestClock.today()), "person:openAlready");
    }

    /** A fault is no answer about the staff list. */
    @Test
    void theCommandSaysThatSomebodyIsUnknownOnlyWhereTheyAre() {
        SubjectAccess faulty = mock(SubjectAccess.class);
        when(faulty.knows(PERSON)).thenReturn(true);
        when(faulty.archive(any(), any())).thenThrow(new IllegalArgumentException("a fault"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThatThrownBy(() -> new SubjectAccessCommand(faulty, folder, new PrintStream(said)).run(PERSON)).hasMessage("a fault");
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aRequestIsRecordedThoughItsPackCannotBeCollected() {
        engine.start("manager", "performanceCase", concern(PERSON).json());
        jdbc.update("insert into health_note (case_number, source, written_by, written_at, note) values (?, 'disclosure', 'manager', now(), ?)", numberOf(PERSON), new byte[60]);
        Doors.Reply reply = doors.startInTasklist("hr", "subjectAccessRequest", asked(PERSON, TestClock.today()).json());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        String number = reply.body().path("businessKey").asText();
        assertThat(requests.require(number).isOpen()).isTrue();
        assertThat(WebSession.of(doors.base(), "hr").get("/subject-access/" + number).text()).contains("Everything is being collected");
        assertThatThrownBy(engine::runDue).hasStackTraceContaining("CannotOpen");
        assertThat(engine.open(number)).isEmpty();
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> engine.timePassesTo(TestClock.now().plusMinutes(6))).hasStackTraceContaining("CannotOpen");
        }
        engine.runDue();
        assertThat(MailBox.last(context.getBean(TrustSettings.class).hrMail()).text()).as("HR hears of it once it is tried no more").contains("stands still", "05/11/2026", number);
        jdbc.update("delete from health_note");
        ManagementService jobs = context.getBean(ManagementService.class);
        jobs.setJobRetries(jobs.createJobQuery().noRetriesLeft().singleResult().getId(), 1);
        engine.timePassesTo(TestClock.now().plusMinutes(6));
        assertThat(engine.open(number)).containsExactly("reviewSubjectAccess");
    }

    @Test
    void aRequestGoesOnWithoutWhoeverHasLeft() {
        String number = received(PERSON, TestClock.today());
        String onPaper = received("10006", TestClock.today());
        jdbc.update("update staff_member set email = null where staff_number = '10006'");
        engine.complete("reviewSubjectAccess", onPaper, form().with("decision", "refuse").with("reason", "Answered last week.").json());
        assertThat(engine.task("handOverPaperCopy", onPaper).getAssignee()).isEqualTo("hr");
        String ofHr = received("10248", TestClock.today());
        jdbc.update("delete from line");
        jdbc.update("update staff_member set hr_divisions = '*' where staff_number in ('10248', '10249')");
        jdbc.update("update staff_member set left_on = ? where staff_number = '10247'", TestClock.today().minusDays(1));
        context.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> context.publishEvent(new StaffChanged(Set.of(), Set.of("10247"), Set.of(), Set.of(), Set.of(), Set.of())));
        engine.runDue();

        Task review = engine.task("reviewSubjectAccess", number);
        assertThat(review.getAssignee()).isNull();
        assertThat(engine.candidateGroups(review)).containsExactly("hr--trust");
        assertThat(engine.task("handOverPaperCopy", onPaper).getAssignee()).isEqualTo("hr3");
        assertThat(MailBox.received("hr@trust.example")).extracting(Mail::text).anyMatch(text -> text.contains("waits for HR of the whole Trust") && text.contains(number));
        Task own = engine.task("reviewSubjectAccess", ofHr);
        assertThat(claims("hr2", own)).as("their own").isEqualTo(403);
        assertThat(claims("hr4", review)).as("of one division").isGreaterThanOrEqualTo(403);
        assertThat(claims("hr2", review)).isEqualTo(204);
        context.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> context.publishEvent(new StaffChanged(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of())));
        assertThat(engine.task("reviewSubjectAccess", number).getAssignee()).as("who claimed it keeps it").isEqualTo("hr2");

        JsonNode opened = doors.get("/api/tasks/" + review.getId() + "/form", "hr2").body();
        engine.complete("hr2", review, form().with("decision", "issue").with("thirdParties", parties(opened)).json());
        engine.runDue();
        assertThat(textOf(MailBox.last(MAIL).attachment("what-is-kept-about-you.pdf").content())).contains("Grace Lewis, HR Business Partner");
    }

    private int claims(String user, Task task) {
        return doors.post("/engine-rest/task/" + task.getId() + "/claim", user, form().with("userId", user).json()).status();
    }

    /** Everybody stays but these. */
    private static List<Map<String, Object>> parties(JsonNode opened, String... takenOut) {
        List<Map<String, Object>> parties = new ArrayList<>();
        opened.at("/prefill/thirdParties").forEach(row -> parties.add(Set.of(takenOut).contains(row.path("id").asText())
                ? row("id", row.path("id").asText(), "decision", "redact", "exemption", "anotherPerson", "reason", "They do not agree.")
                : row("id", row.path("id").asText(), "decision", "keep")));
        return parties;
    }

    /** A new table cannot be forgotten: it is about somebody, or it says why it is not. */
    @Test
    void everyTableIsInThePackOrSaysWhyNot() {
        Set<String> known = KeptTables.ABOUT_A_PERSON.stream().map(KeptTables.Kept::table).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(KeptTables.ABOUT_NOBODY.keySet());
        assertThat(jdbc.queryForList("select tablename from pg_tables where schemaname = 'public' and tablename not like 'act\\_%'", String.class)).containsExactlyInAnyOrderElementsOf(known);
    }

    // ---- the three cases

    private String theirOwnCase() {
        engine.start("manager", "performanceCase", concern(PERSON).with("description", "Handovers are late since May, says Katya Barker, " + PASSAGE + ".").json());
        String number = numberOf(PERSON);
        engine.start("manager", "earlierOneToOne", earlierOneToOne(PERSON, LocalDate.of(2026, 9, 21)).with("note", "The rota was changed twice.").json());
        engine.runDue();
        assertThat(doors.post("/api/cases/" + number + "/actions/recordDisclosure", "manager", form().with("note", "My back is bad since the move.").json()).status()).isEqualTo(200);
        assertThat(WebSession.of(doors.base(), "hr2").get("/cases/" + number).status()).isEqualTo(200);
        jdbc.update("insert into stage1_meeting (case_number) values (?)", number);
        jdbc.update("insert into stage1_companion (case_number, position, name, role) values (?, 0, ?, 'Companion at work')", number, COMPANION);
        letterTo(number, PERSON, MAIL);
        return number;
    }

    private String theCaseThatTheyManage() {
        engine.start("teamleader", "performanceCase", concern("10005").with("description", "Charts are not checked by Priya in the morning.").json());
        String number = numberOf("10005");
        letterTo(number, "10005", "priya.chowdhury@trust.example");
        return number;
    }

    private void theCaseThatNamesThem() {
        engine.start("katya.barker", "performanceCase", concern("10014").json());
        String number = numberOf("10014");
        jdbc.update("insert into performance_case_entry (case_number, at, by_user, what, detail) values (?, now(), 'katya.barker', 'Talked about it', "
                + "'He sleeps badly. Nia Barker came along as companion. He said that the ward is loud.')", number);
    }

    private void letterTo(String number, String staffNumber, String address) {
        context.getBean(Deliveries.class).send(new Dispatch(number, "outcomeLetter", "1", new Recipient(staffNumber, "Name", address), List.of(), "A letter for you", "Please find it attached.",
                List.of(Attachment.pdf("Outcome letter", context.getBean(Letters.class).policy().content())), false, "10003"));
        engine.runDue();
    }

    private String numberOf(String colleague) {
        return jdbc.queryForObject("select number from performance_case where colleague = ?", String.class, colleague);
    }

    // ---- requests

    private static Submissions.Form asked(String person, LocalDate on) {
        return form().with("person", person).with("receivedOn", on).with("identityChecked", "Came with the staff card.");
    }

    private String received(String person, LocalDate on) {
        Doors.Reply reply = doors.startInTasklist("hr", "subjectAccessRequest", asked(person, on).json());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        engine.runDue();
        return reply.body().path("businessKey").asText();
    }

    private void refusedAtStart(String user, Submissions.Form form, String... expected) {
        for (Doors.Reply reply : List.of(doors.startAtEngineRest(user, "subjectAccessRequest", form.json()), doors.startInTasklist(user, "subjectAccessRequest", form.json()))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.refused()).containsExactlyInAnyOrder(expected);
        }
    }

    private void refused(Task task, Submissions.Form form, String... expected) {
        Map<String, String> before = doors.fingerprint();
        for (Doors.Reply reply : List.of(doors.completeAtEngineRest("hr", task.getId(), form.json()), doors.submitInTasklist("hr", task.getId(), form.json()))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.refused()).contains(expected);
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private String textOf(byte[] pdf) {
        return pdfText.of(pdf).replaceAll("\\s+", " ");
    }

    private static List<String> entries(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
