package fairway.process.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Deliveries.Progress;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.Dispatch;
import fairway.correspondence.ReceiptPages;
import fairway.correspondence.Recipient;
import fairway.correspondence.Sent;
import fairway.process.correspondence.StubbornMailServer.Mood;
import fairway.process.model.DeliveryModel.Elements;
import fairway.staff.Absences;
import fairway.support.Doors;
import fairway.support.EarlierModel;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.TestClock;
import fairway.support.World;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A message on its way: sent once, tried again, resolved by operations, confirmed by the colleague or handed over on paper. */
@FairwayTest
class DeliveryProcessTest {

    private static final String COLLEAGUE = "10005";
    private static final String MANAGER = "10004";
    private static final String PROVIDER = "Occupational Health and Wellbeing Service";
    private static final byte[] PDF = {1, 2, 3};

    @Autowired
    private Deliveries deliveries;
    @Autowired
    private ReceiptPages letters;
    @Autowired
    private Absences absences;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private TaskService tasks;
    @Autowired
    private World world;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private HistoryService history;
    @Autowired
    private JavaMailSenderImpl mailServer;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RepositoryService repository;

    private String key;
    private int port;
    private String earlier;

    @BeforeEach
    void aLine() {
        key = world.lineOf(COLLEAGUE);
        port = mailServer.getPort();
    }

    @AfterEach
    void theRightMailServer() {
        mailServer.setPort(port);
        if (earlier != null) {
            repository.deleteDeployment(earlier, true);
        }
    }

    @Test
    void aNoteIsSentOnceWithItsDocument_OTO10() {
        Dispatch note = note("zoe@trust.example");
        long id = deliveries.send(note);
        assertThat(deliveries.send(note)).isEqualTo(id);
        assertThat(state(id)).isEqualTo(DeliveryState.waiting);
        assertThat(MailBox.received("zoe@trust.example")).isEmpty();
        engine.runDue();
        Mail mail = MailBox.last("zoe@trust.example");
        assertThat(MailBox.received("zoe@trust.example")).hasSize(1);
        assertThat(mail.subject()).isEqualTo("A note for you from Riverbank NHS Trust");
        assertThat(mail.to()).isEqualTo("\"Zoë Łukasiewicz\" <zoe@trust.example>");
        assertThat(mail.text()).isEqualTo("Dear Zoë\n\nHere is the note.");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.attachment("note-of-your-progress-review.pdf").content()).isEqualTo(PDF);
        assertThat(mail.token()).isEmpty();
        assertThat(state(id)).isEqualTo(DeliveryState.sent);
        assertThat(deliveries.reachedAt(key, "reviewNote")).contains(TestClock.START);
        assertThat(ended(Elements.END_DELIVERED)).isTrue();
    }

    @Test
    void aMessageOfARolledBackStepIsNeverSent() {
        transaction.executeWithoutResult(step -> {
            deliveries.send(note("zoe@trust.example"));
            step.setRollbackOnly();
        });
        engine.runDue();
        assertThat(MailBox.received()).isEmpty();
        assertThat(deliveries.of(key)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void nothingOfAMessageIsInTheEngine() {
        deliveries.send(letter());
        engine.runDue();
        List<String> values = jdbc.queryForList("select coalesce(text_, '') || coalesce(text2_, '') from act_ru_variable union all "
                + "select coalesce(text_, '') || coalesce(text2_, '') from act_hi_detail", String.class);
        assertThat(values).allSatisfy(v -> assertThat(v).doesNotContain("Zoë", "zoe", "Dear", "letter"));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count()).isEqualTo(1);
    }

    @Test
    void lineEndsInNamesAndSubjectsAddNoHeader() {
        deliveries.send(new Dispatch(key, "notice", "1", new Recipient(null, "Zoë\r\nBcc: thief@evil.example", "zoe@trust.example"), List.of(), "Hello\r\nBcc: thief@evil.example",
                "Text", List.of(Attachment.pdf("A\r\nX-Header: y", PDF)), false, null));
        engine.runDue();
        Mail mail = MailBox.last("zoe@trust.example");
        assertThat(mail.recipients()).containsExactly("zoe@trust.example");
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.header("X-Header")).isNull();
        assertThat(mail.subject()).isEqualTo("Hello Bcc: thief@evil.example");
    }

    @Test
    void aMailboxThatIsNoneGoesStraightToOperations() {
        long id = deliveries.send(note("zoe@trust.example\r\nBcc: thief@evil.example"));
        engine.runDue();
        assertThat(state(id)).isEqualTo(DeliveryState.failed);
        assertThat(engine.isOpen("resolveDelivery", key)).isTrue();
        assertThat(MailBox.received()).isEmpty();
    }

    @Test
    void aReceiptIsConfirmedOnTheColleaguesPage_S1A02() {
        long id = deliveries.send(letter());
        engine.runDue();
        assertThat(state(id)).isEqualTo(DeliveryState.sent);
        String token = MailBox.last(mailOf(COLLEAGUE)).token().orElseThrow();
        assertThat(jdbc.queryForList("select token_hash from delivery_token", String.class)).singleElement().isNotEqualTo(token);
        assertThat(jdbc.queryForObject("select body from delivery", String.class)).doesNotContain(token);
        assertThat(letters.confirmReceipt(token)).isTrue();
        assertThat(letters.confirmReceipt(token)).isTrue();
        assertThat(state(id)).isEqualTo(DeliveryState.received);
        assertThat(ended(Elements.END_RECEIVED)).isTrue();
        assertThat(letters.confirmReceipt("A".repeat(43))).isFalse();
    }

    @Test
    void withoutAReceiptWithinFiveWorkingDaysAPaperCopyIsHandedOver_S1A02() {
        long id = deliveries.send(letter());
        engine.runDue();
        assertThat(engine.timer(Elements.EVENT_RECEIPT_DUE, key)).isEqualTo(LocalDateTime.of(2026, 10, 13, 8, 0));
        engine.timePassesTo(LocalDateTime.of(2026, 10, 13, 7, 59));
        assertThat(engine.isOpen("handOverPaperCopy", key)).isFalse();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 13, 9, 0));
        assertThat(engine.task("handOverPaperCopy", key).getAssignee()).isEqualTo("teamleader");
        assertThat(engine.due(engine.task("handOverPaperCopy", key)).toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 20));
        var form = doors.get("/api/tasks/" + engine.task("handOverPaperCopy", key).getId() + "/form", "teamleader").body().path("prefill");
        assertThat(form.path("_context").asText()).isEqualTo("Outcome letter for Zoë Łukasiewicz.");
        assertThat(form.path("_documents")).hasSize(2);
        assertThat(form.path("_documents").get(0).path("link").asText()).isEqualTo(deliveries.find(id).orElseThrow().documents().get(0).link());
        assertThat(form.path("handedOverOn").asText()).isEqualTo("2026-10-13");
        refused("{\"handedOverOn\":\"2026-10-14\",\"how\":\"in person\"}", "handedOverOn:notInFuture");
        refused("{\"handedOverOn\":\"2026-10-04\",\"how\":\"in person\"}", "handedOverOn:notBeforeWritten");
        refused("{\"handedOverOn\":\"2026-10-13\"}", "how:required");
        engine.complete("handOverPaperCopy", key, "{\"handedOverOn\":\"2026-10-13\",\"how\":\"in person\"}");
        assertThat(state(id)).isEqualTo(DeliveryState.printed);
        assertThat(ended(Elements.END_HANDED_OVER)).isTrue();
    }

    @Test
    void aLateReceiptTakesThePaperCopyOffTheManagersList() {
        long id = deliveries.send(letter());
        engine.runDue();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 14, 9, 0));
        assertThat(engine.isOpen("handOverPaperCopy", key)).isTrue();
        letters.confirmReceipt(MailBox.last(mailOf(COLLEAGUE)).token().orElseThrow());
        assertThat(engine.isOpen("handOverPaperCopy", key)).isFalse();
        assertThat(state(id)).isEqualTo(DeliveryState.received);
        assertThat(ended(Elements.END_RECEIVED)).isTrue();
    }

    @Test
    void theReceiptPeriodLeavesOutBankHolidaysAndAbsence_S1A02() {
        TestClock.set(LocalDateTime.of(2026, 12, 23, 10, 0));
        long id = deliveries.send(letter());
        engine.runDue();
        assertThat(letters.periodEnd(id)).contains(LocalDate.of(2027, 1, 4));
        absences.record(COLLEAGUE, LocalDate.of(2026, 12, 29), LocalDate.of(2026, 12, 30));
        assertThat(letters.periodEnd(id)).contains(LocalDate.of(2027, 1, 6));
        absences.record(COLLEAGUE, LocalDate.of(2026, 12, 30), null);
        assertThat(letters.periodEnd(id)).isEmpty();
    }

    @Test
    void commentsAreKeptWordForWordAndLateOnesAreMarked_S1A02() {
        deliveries.send(letter());
        engine.runDue();
        String token = MailBox.last(mailOf(COLLEAGUE)).token().orElseThrow();
        TestClock.set(LocalDateTime.of(2026, 10, 12, 23, 59));
        assertThat(letters.comment(token, "It was <b>nine</b> of ten. ${x}").orElseThrow().late()).isFalse();
        TestClock.set(LocalDateTime.of(2026, 10, 13, 0, 1));
        assertThat(letters.comment(token, "And the date is wrong.").orElseThrow().late()).isTrue();
        assertThat(deliveries.wordsOf(key)).extracting(w -> w.text()).containsExactly("It was <b>nine</b> of ten. ${x}", "And the date is wrong.");
    }

    @Test
    void whoHasNoMailGetsItOnPaper() {
        long id = deliveries.send(new Dispatch(key, "outcomeLetter", "1", new Recipient(COLLEAGUE, "Zoë", null), List.of(), "A letter", "Dear Zoë", List.of(), true, MANAGER));
        engine.runDue();
        assertThat(engine.open(key)).containsExactly("handOverPaperCopy");
        engine.complete("handOverPaperCopy", key, "{\"handedOverOn\":\"2026-10-05\",\"how\":\"in person\",\"colleagueWords\":\"It was <b>nine</b> of ten.\"}");
        assertThat(state(id)).isEqualTo(DeliveryState.printed);
        assertThat(deliveries.wordsOf(key)).as("S1A-02: comments, as on the page that they do not have").singleElement()
                .matches(words -> words.delivery() == id && words.text().equals("It was <b>nine</b> of ten.") && !words.late() && words.recordedBy().equals("teamleader"));
        assertThat(deliveries.reachedAt(key, "outcomeLetter")).isPresent();
        assertThat(ended(Elements.END_HANDED_OVER)).isTrue();
    }

    @Test
    void whatTheServerMayHaveTakenComesAgainUnderTheSameMessageId() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer(Mood.HANGS_UP_AFTER_THE_MESSAGE, Mood.IS_BUSY, Mood.TAKES_IT)) {
            mailServer.setPort(server.port());
            long id = deliveries.send(letter());
            fails();
            fails();
            engine.timePassesTo(TestClock.now().plusMinutes(6));
            assertThat(state(id)).isEqualTo(DeliveryState.sent);
            assertThat(server.messages()).hasSize(2);
            assertThat(messageId(server.messages().get(0))).isEqualTo(messageId(server.messages().get(1)));
            for (String message : server.messages()) {
                Matcher link = Pattern.compile("/my/([A-Za-z0-9_-]{43})").matcher(message.replace("=\r\n", ""));
                assertThat(link.find()).isTrue();
                assertThat(letters.page(link.group(1))).as("the link of every message that may have arrived is good").isPresent();
            }
            assertThat(jdbc.queryForList("select coalesce(fault, 'accepted') from delivery_attempt order by number", String.class))
                    .containsExactly("The mail server broke off the conversation.", "The mail server cannot take mail for the mailbox now (451).", "accepted");
        }
    }

    @Test
    void onceTheServerHasTakenItItIsNotSentAgainEvenIfTheStepIsRolledBack() {
        long id = deliveries.send(note("zoe@trust.example"));
        engine.runDue();
        jdbc.update("update delivery set state = 'waiting', sent_at = null where id = ?", id);
        runtime.startProcessInstanceByKey("delivery", key, java.util.Map.of("delivery", String.valueOf(id), "byMail", true, "receiptNeeded", false));
        engine.runDue();
        assertThat(MailBox.received("zoe@trust.example")).hasSize(1);
        assertThat(state(id)).isEqualTo(DeliveryState.sent);
    }

    @Test
    void pausesGrowAndTheLastFailureTellsOperationsWhatToDo() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer(Mood.IS_BUSY)) {
            mailServer.setPort(server.port());
            long id = deliveries.send(note(mailOf(COLLEAGUE)));
            List<Duration> pauses = new ArrayList<>();
            for (int attempt = 1; attempt <= 5; attempt++) {
                LocalDateTime before = TestClock.now();
                fails();
                pauses.add(Duration.between(before, TestClock.now()));
            }
            assertThat(pauses).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(8));
            assertThat(state(id)).isEqualTo(DeliveryState.waiting);
            engine.runDue();
            assertThat(state(id)).isEqualTo(DeliveryState.failed);
            assertThat(engine.candidateGroups(engine.task("resolveDelivery", key))).containsExactly("operations");
            Incident incident = runtime.createIncidentQuery().incidentType(DeliveryIncidents.TYPE).singleResult();
            assertThat(incident.getIncidentMessage()).isEqualTo("Delivery " + id + " cannot be sent: remove the cause that its task \"Resolve the delivery\" names, "
                    + "then choose there to send it again, to have it handed over on paper, or to close what is no longer needed.");
            assertThat(jdbc.queryForObject("select fault from delivery where id = ?", String.class, id)).isEqualTo("The mail server cannot take mail for the mailbox now (451).");
        }
        mailServer.setPort(port);
        jdbc.update("update staff_member set email = 'new.address@trust.example' where staff_number = ?", COLLEAGUE);
        engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"sendAgain\"}");
        assertThat(runtime.createIncidentQuery().count()).isZero();
        engine.runDue();
        assertThat(deliveries.of(key)).singleElement().matches(s -> s.state() == DeliveryState.sent);
        assertThat(MailBox.received("new.address@trust.example")).hasSize(1);
        assertThat(ended(Elements.END_DELIVERED)).isTrue();
    }

    @Test
    void sendAgainCannotDuplicateWhatTheServerTookInAnEarlierRound() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            long id = deliveries.send(note(mailOf(COLLEAGUE)));
            engine.runDue();
            assertThat(state(id)).isEqualTo(DeliveryState.failed);
        }
        mailServer.setPort(port);
        jdbc.update("update delivery_attempt set accepted_at = started_at, fault = null");
        engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"sendAgain\"}");
        engine.runDue();
        assertThat(MailBox.received(mailOf(COLLEAGUE))).isEmpty();
        assertThat(deliveries.of(key)).singleElement().matches(s -> s.state() == DeliveryState.sent);
    }

    @Test
    void aRefusedMailboxIsNotTriedAgainButHandedOverOnPaper() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            long id = deliveries.send(note(mailOf(COLLEAGUE)));
            engine.runDue();
            assertThat(state(id)).isEqualTo(DeliveryState.failed);
            assertThat(jdbc.queryForObject("select fault from delivery where id = ?", String.class, id)).isEqualTo("The mail server does not accept the mailbox (550).");
            tasks.setAssignee(engine.task("resolveDelivery", key).getId(), "ops");
            String form = doors.get("/api/tasks/" + engine.task("resolveDelivery", key).getId() + "/form", "ops").body().path("prefill").toString();
            assertThat(form).contains("Review note to the mailbox " + mailOf(COLLEAGUE) + ". The mail server does not accept the mailbox (550).").doesNotContain("Zoë", "Here is the note");
            engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"printed\"}");
            assertThat(runtime.createIncidentQuery().count()).isZero();
            engine.complete("handOverPaperCopy", key, "{\"handedOverOn\":\"2026-10-05\",\"how\":\"internal post\"}");
            assertThat(state(id)).isEqualTo(DeliveryState.printed);
        }
    }

    @Test
    void aReminderThatIsNoLongerNeededIsClosedUnsentAndALetterNever_S1A02() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            long id = deliveries.send(Dispatch.message(key, "reminder", "1", new Recipient(MANAGER, "Nia Barker", mailOf(MANAGER)), "A reminder", "Dear Nia\n\nIt is due.", MANAGER));
            engine.runDue();
            tasks.setAssignee(engine.task("resolveDelivery", key).getId(), "ops");
            assertThat(doors.get("/api/tasks/" + engine.task("resolveDelivery", key).getId() + "/form", "ops").body().path("prefill").path("_context").asText())
                    .endsWith("There is nothing to print of it.");
            refusedByOperations("printed", "action:nothingToPrint");
            engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"notNeeded\"}");
            assertThat(state(id)).isEqualTo(DeliveryState.stopped);
            assertThat(ended(Elements.END_CLOSED_UNSENT)).isTrue();
            assertThat(runtime.createIncidentQuery().count()).isZero();
            assertThat(engine.open(key)).as("nobody has to hand it over").isEmpty();

            long letter = deliveries.send(letter());
            engine.runDue();
            refusedByOperations("notNeeded", "action:neverClosedUnsent");
            assertThat(state(letter)).isEqualTo(DeliveryState.failed);
        }
    }

    /** A delivery that began on a version of the model without these steps ends as that version draws it. */
    @Test
    void aDeliveryOfAnEarlierVersionGoesOnAsItBegan() throws Exception {
        earlier = EarlierModel.deployed(repository, "delivery", model -> model.leaveOut(Elements.END_CLOSED_UNSENT).leaveOut(Elements.EVENT_RECEIPT_CONFIRMED_AFTER_ALL));
        try (StubbornMailServer server = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            long id = deliveries.send(Dispatch.message(key, "reminder", "1", new Recipient(MANAGER, "Nia Barker", mailOf(MANAGER)), "A reminder", "Dear Nia\n\nIt is due.", MANAGER));
            engine.runDue();
            refusedByOperations("notNeeded", "action:neverClosedUnsent");
            engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"printed\"}");
            refused("{\"handedOverOn\":\"2026-10-05\",\"how\":\"told in person\",\"colleagueWords\":\"x\"}", "colleagueWords:notALetter");
            engine.complete("handOverPaperCopy", key, "{\"handedOverOn\":\"2026-10-05\",\"how\":\"told in person\"}");
            assertThat(state(id)).isEqualTo(DeliveryState.printed);
        }
        mailServer.setPort(port);
        long id = deliveries.send(letter());
        engine.runDue();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 14, 9, 0));
        assertThat(engine.isOpen("handOverPaperCopy", key)).isTrue();
        letters.confirmReceipt(MailBox.last(mailOf(COLLEAGUE)).token().orElseThrow());
        assertThat(engine.open(key)).isEmpty();
        assertThat(state(id)).isEqualTo(DeliveryState.received);
        assertThat(ended(Elements.END_RECEIVED)).isTrue();
    }

    @Test
    void aRefusedMessageIsNotTriedAgain() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer(Mood.REFUSES_THE_MESSAGE)) {
            mailServer.setPort(server.port());
            long id = deliveries.send(note("zoe@trust.example"));
            engine.runDue();
            assertThat(state(id)).isEqualTo(DeliveryState.failed);
            assertThat(jdbc.queryForObject("select fault from delivery", String.class)).isEqualTo("The mail server does not accept the message (554).");
        }
    }

    @Test
    void anUnreachableOrSilentServerIsNamedAsSuch() throws Exception {
        int closed;
        try (StubbornMailServer server = new StubbornMailServer(Mood.SAYS_NOTHING)) {
            closed = server.port();
            mailServer.setPort(closed);
            mailServer.getJavaMailProperties().setProperty("mail.smtp.timeout", "300");
            deliveries.send(note("zoe@trust.example"));
            fails();
        } finally {
            mailServer.getJavaMailProperties().setProperty("mail.smtp.timeout", "20000");
        }
        fails();
        assertThat(jdbc.queryForList("select fault from delivery_attempt order by number", String.class))
                .containsExactly("The mail server did not answer in time.", "The mail server could not be reached.");
    }

    @Test
    void aDocumentThatIsNotWhatWasIssuedGoesToOperationsWithWhatToDo() {
        long id = deliveries.send(note(mailOf(COLLEAGUE)));
        byte[] issued = jdbc.queryForObject("select content from document_content", byte[].class);
        unguarded("update document_content set content = '\\x00'");
        engine.runDue();
        waitsForOperations(id, "A document of it is not what was issued. Restore the database’s document from the backup, then send it again.");
        unguarded("update document_content set content = decode('" + HexFormat.of().formatHex(issued) + "', 'hex')");
        engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"sendAgain\"}");
        engine.runDue();
        assertThat(state(id)).isEqualTo(DeliveryState.sent);
    }

    @Test
    void aMissingHealthKeyIsWaitedForAndThenGoesToOperationsWithWhatToDo() {
        long id = deliveries.send(new Dispatch(key, "occupationalHealthReferralCopy", "1", new Recipient(COLLEAGUE, "Zoë Łukasiewicz", mailOf(COLLEAGUE)), List.of(), "A letter for you",
                "Dear Zoë", List.of(Attachment.pdf("Referral", PDF)), false, MANAGER));
        unguarded("delete from sealing_key");
        for (int attempt = 1; attempt <= 5; attempt++) {
            fails();
            assertThat(state(id)).isEqualTo(DeliveryState.waiting);
        }
        engine.runDue();
        waitsForOperations(id, "A document of it cannot be opened, because its health key is missing. Put the key back, then send it again.");
    }

    @Test
    void whatNobodyThoughtOfGoesToOperationsTooAndTheLogNamesIt() {
        long id = deliveries.send(note(mailOf(COLLEAGUE)));
        jdbc.update("update delivery set to_address = null where id = ?", id);
        for (int attempt = 1; attempt <= 5; attempt++) {
            fails();
        }
        engine.runDue();
        waitsForOperations(id, "The message could not be made. The log names the cause under the number of this delivery: remove it, then send it again.");
    }

    /** An attempt that was cut off before it was kept is counted by the engine alone. */
    @Test
    void theEnginesLastTryIsOursToo() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer(Mood.IS_BUSY)) {
            mailServer.setPort(server.port());
            long id = deliveries.send(note(mailOf(COLLEAGUE)));
            for (int attempt = 1; attempt <= 5; attempt++) {
                fails();
            }
            jdbc.update("delete from delivery_attempt where number > 3");
            engine.runDue();
            waitsForOperations(id, "The mail server cannot take mail for the mailbox now (451).");
        }
    }

    @Test
    void theManagersOwnMailboxStopsNoLetter() {
        jdbc.update("update staff_member set email = null, user_id = null where staff_number = ?", MANAGER);
        long id = deliveries.send(note(mailOf(COLLEAGUE)));
        engine.runDue();
        assertThat(state(id)).isEqualTo(DeliveryState.sent);
    }

    @Test
    void sentAgainItGoesToTheMailboxOfTheProviderOrOfHrAsTheSettingsHaveItNow() throws Exception {
        long referral;
        long notice;
        long stop;
        try (StubbornMailServer server = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            referral = deliveries.send(Dispatch.message(key, "occupationalHealthReferral", "1", Recipient.mailbox(PROVIDER, "old@provider.example"), "A letter for you", "Text", MANAGER));
            stop = deliveries.send(Dispatch.message(key, "notice", "stop", Recipient.mailbox(PROVIDER, "old@provider.example"), "A letter for you", "Text", MANAGER));
            notice = deliveries.send(Dispatch.message(key, "notice", "1", Recipient.mailbox("HR", "old.hr@trust.example"), "Something", "Text", MANAGER));
            engine.runDue();
        }
        mailServer.setPort(port);
        for (long id : List.of(referral, stop, notice)) {
            assertThat(state(id)).isEqualTo(DeliveryState.failed);
            Task task = resolving(id);
            tasks.setAssignee(task.getId(), "ops");
            engine.complete("ops", task, "{\"action\":\"sendAgain\"}");
        }
        engine.runDue();
        assertThat(MailBox.received("occupational.health@provider.example")).hasSize(2);
        assertThat(MailBox.received("hr@trust.example")).hasSize(1);
    }

    @Test
    void operationsDoNotLearnWhoWasReferred() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            List<Long> about = List.of(
                    deliveries.send(Dispatch.message(key, "occupationalHealthReferral", "1", Recipient.mailbox(PROVIDER, "occupational.health@provider.example"), "A letter", "Text", MANAGER)),
                    deliveries.send(Dispatch.message(key, "notice", "stop", Recipient.mailbox(PROVIDER, "occupational.health@provider.example"), "A letter", "Text", MANAGER)),
                    deliveries.send(Dispatch.message(key, "occupationalHealthReferralCopy", "1", new Recipient(COLLEAGUE, "Zoë", "priya.chowdhury@trust.example"), "A letter", "Text", MANAGER)));
            engine.runDue();
            for (long id : about) {
                Task task = resolving(id);
                tasks.setAssignee(task.getId(), "ops");
                assertThat(doors.get("/api/tasks/" + task.getId() + "/form", "ops").body().path("prefill").path("_context").asText()).startsWith("A letter to the mailbox …@")
                        .doesNotContain("ccupational", "eferral", "priya", "Zoë");
            }
        }
    }

    @Test
    void howFarALetterHasComeIsReadOffTheLedger_S1A02() throws Exception {
        assertThat(deliveries.progress(key, "outcomeLetter")).isEqualTo(Progress.notWritten);
        try (StubbornMailServer server = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            deliveries.send(letter());
            assertThat(deliveries.progress(key, "outcomeLetter")).isEqualTo(Progress.onItsWay);
            engine.runDue();
        }
        assertThat(deliveries.progress(key, "outcomeLetter")).isEqualTo(Progress.failed);
        engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"printed\"}");
        assertThat(deliveries.progress(key, "outcomeLetter")).isEqualTo(Progress.failed);
        engine.complete("handOverPaperCopy", key, "{\"handedOverOn\":\"2026-10-05\",\"how\":\"in person\"}");
        assertThat(deliveries.progress(key, "outcomeLetter")).isEqualTo(Progress.reached);
        deliveries.send(new Dispatch(key, "revisedPlan", "1", new Recipient(COLLEAGUE, "Zoë", null), List.of(), "A letter", "Dear Zoë", List.of(), true, MANAGER));
        assertThat(deliveries.progress(key, "revisedPlan")).isEqualTo(Progress.onPaper);
        deliveries.stop(key, COLLEAGUE);
        assertThat(deliveries.progress(key, "revisedPlan")).isEqualTo(Progress.stopped);
    }

    @Test
    void onlyWhatReachedTheColleagueIsAttachedAgain_S1D17() throws Exception {
        deliveries.send(letter());
        assertThat(deliveries.documentsOf(key, List.of("outcomeLetter"))).as("on its way").isEmpty();
        try (StubbornMailServer server = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            engine.runDue();
        }
        assertThat(deliveries.documentsOf(key, List.of("outcomeLetter"))).as("failed").isEmpty();
        mailServer.setPort(port);
        engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"sendAgain\"}");
        engine.runDue();
        assertThat(deliveries.documentsOf(key, List.of("outcomeLetter"))).hasSize(2);
    }

    @Test
    void timeoutsStayBelowTheLockTimeOfJobs() {
        assertThat(mailServer.getJavaMailProperties()).containsEntry("mail.smtp.connectiontimeout", "10000").containsEntry("mail.smtp.timeout", "20000")
                .containsEntry("mail.smtp.writetimeout", "20000");
    }

    @Test
    void issuedDocumentsCannotBeChanged() {
        deliveries.send(note("zoe@trust.example"));
        assertThatThrownBy(() -> jdbc.update("update document set title = 'x'")).hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.update("update document_content set content = 'x'")).hasMessageContaining("never changes");
    }

    private void fails() {
        assertThatThrownBy(() -> engine.runDue()).hasStackTraceContaining("could not be sent; the next attempt follows");
        management.createJobQuery().list().stream().filter(j -> j.getDuedate() != null && j.getProcessInstanceId() != null)
                .findFirst().ifPresent(next -> TestClock.set(LocalDateTime.ofInstant(next.getDuedate().toInstant(), fairway.trust.WorkingDays.LONDON)));
    }

    private void waitsForOperations(long id, String fault) {
        assertThat(state(id)).isEqualTo(DeliveryState.failed);
        assertThat(jdbc.queryForObject("select fault from delivery where id = ?", String.class, id)).isEqualTo(fault);
        assertThat(engine.candidateGroups(engine.task("resolveDelivery", key))).containsExactly("operations");
        assertThat(runtime.createIncidentQuery().list()).extracting(Incident::getIncidentType).containsExactly(DeliveryIncidents.TYPE);
    }

    private Task resolving(long id) {
        return tasks.createTaskQuery().taskDefinitionKey(Elements.RESOLVE_DELIVERY).processVariableValueEquals("delivery", String.valueOf(id)).singleResult();
    }

    private void unguarded(String change) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local session_replication_role = replica");
            jdbc.update(change);
        });
    }

    private void refused(String submission, String... rules) {
        assertThatThrownBy(() -> engine.complete("handOverPaperCopy", key, submission)).hasStackTraceContaining(String.join(", ", rules));
        assertThat(engine.isOpen("handOverPaperCopy", key)).isTrue();
    }

    private void refusedByOperations(String action, String rule) {
        assertThatThrownBy(() -> engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"" + action + "\"}")).hasStackTraceContaining(rule);
        assertThat(engine.isOpen("resolveDelivery", key)).isTrue();
    }

    private boolean ended(String endEvent) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count() == 0
                && history.createHistoricActivityInstanceQuery().activityId(endEvent).finished().count() == 1;
    }

    private DeliveryState state(long id) {
        return deliveries.find(id).map(Sent::state).orElseThrow();
    }

    private static String messageId(String message) {
        Matcher header = Pattern.compile("(?im)^Message-ID: (<[^>]+>)").matcher(message);
        assertThat(header.find()).isTrue();
        return header.group(1);
    }

    private String mailOf(String staffNumber) {
        return jdbc.queryForObject("select email from staff_member where staff_number = ?", String.class, staffNumber);
    }

    private Dispatch note(String mailbox) {
        return new Dispatch(key, "reviewNote", "review-1", new Recipient(mailbox.startsWith("zoe") ? null : COLLEAGUE, "Zoë Łukasiewicz", mailbox), List.of(),
                "A note for you from Riverbank NHS Trust", "Dear Zoë\n\nHere is the note.", List.of(Attachment.pdf("Note of your progress review", PDF)), false, MANAGER);
    }

    private Dispatch letter() {
        return new Dispatch(key, "outcomeLetter", "1", new Recipient(COLLEAGUE, "Zoë Łukasiewicz", mailOf(COLLEAGUE)), List.of(), "A letter for you from Riverbank NHS Trust",
                "Dear Zoë\n\nHere is the letter.", List.of(Attachment.pdf("Our informal Stage 1 meeting", PDF), Attachment.pdf("Improvement Action Plan", new byte[] {4})), true, MANAGER);
    }
}
