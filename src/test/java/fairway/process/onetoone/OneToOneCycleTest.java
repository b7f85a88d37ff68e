package fairway.process.onetoone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.historyService;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.form.FormDrafts;
import fairway.onetoone.Example;
import fairway.onetoone.LineProcess;
import fairway.onetoone.LinesInTests;
import fairway.onetoone.Note;
import fairway.onetoone.OneToOneBooking;
import fairway.onetoone.OneToOnes;
import fairway.process.model.OneToOneCycleModel;
import fairway.process.model.OneToOneCycleModel.Elements;
import fairway.staff.Absences;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Slot;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The one-to-one cycle from the booking to the next one, with its dates, reminders, calendar entries and notes. */
@FairwayTest
class OneToOneCycleTest {

    private static final String COLLEAGUE = "10005";
    private static final String TO_COLLEAGUE = "priya.chowdhury@trust.example";
    private static final String TO_MANAGER = "nia.barker@trust.example";

    @Autowired
    Engine engine;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Lines lines;
    @Autowired
    OneToOnes oneToOnes;
    @Autowired
    OneToOneBooking booking;
    @Autowired
    Absences absences;
    @Autowired
    LineProcess process;
    @Autowired
    Deliveries deliveries;
    @Autowired
    FormDrafts drafts;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionTemplate transaction;

    private LinesInTests inTests;
    private Line line;
    private String key;

    /** Monday 05/10/2026: the line begins; junior staff, so within a month: Tuesday 03/11/2026 at ten. */
    @BeforeEach
    void aLine() {
        inTests = new LinesInTests(jdbc, lines, process, transaction);
        begin(COLLEAGUE, TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
    }

    private void begin(String colleague, LocalDate on, DayOfWeek weekday, String time) {
        line = inTests.line(colleague, on, weekday, time);
        key = line.businessKey();
    }

    private void book() {
        inTests.start(line);
        engine.runDue();
    }

    private Task record() {
        return engine.task("recordOneToOne", key);
    }

    private static LocalDateTime at(String dateTime) {
        return LocalDateTime.parse(dateTime);
    }

    private List<String> passed(String element) {
        return historyService().createHistoricActivityInstanceQuery().activityId(element).finished().list().stream()
                .map(HistoricActivityInstance::getActivityId).toList();
    }

    private static List<String> textsTo(String address) {
        return MailBox.received(address).stream().filter(m -> m.calendar().isEmpty()).map(Mail::text).toList();
    }

    private static List<String> calendarTo(String address) {
        return MailBox.received(address).stream().flatMap(m -> m.calendar().stream()).toList();
    }

    private static String note(Mail mail) {
        try (var pdf = Loader.loadPDF(mail.attachments().get(0).content())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theNextOneIsBookedInTheUsualSlotWithinAMonthAndBothAreInvited_OTO03_OTO09() {
        inTests.start(line);
        assertThat(engine.isOpen("recordOneToOne", key)).as("booked by a job of its own").isFalse();
        engine.runDue();
        assertThat(record().getAssignee()).isEqualTo("teamleader");
        assertThat(engine.followUp(record())).isEqualTo(at("2026-11-03T10:00"));
        assertThat(engine.due(record())).isEqualTo(at("2026-11-05T17:00"));
        assertThat(engine.timer(Elements.EVENT_WORKING_DAY_BEFORE, key)).isEqualTo(at("2026-11-02T08:00"));
        assertThat(engine.timer(Elements.EVENT_RECORD_OVERDUE, key)).isEqualTo(at("2026-11-05T17:00"));
        assertThat(calendarTo(TO_COLLEAGUE)).singleElement().asString().contains("METHOD:REQUEST").contains("UID:oneToOne-").contains("20261103T100000");
        assertThat(calendarTo(TO_MANAGER)).as("the organizer's own entry").singleElement().asString().contains("UID:oneToOne-").contains("20261103T100000");
    }

    @Test
    void managersAndAboveAreBookedWithinTwoWeeks_OTO02() {
        begin("10003", TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
        book();
        assertThat(engine.followUp(record())).isEqualTo(at("2026-10-13T10:00"));
        begin("10004", TestClock.today(), DayOfWeek.MONDAY, "10:00:00");
        book();
        assertThat(engine.followUp(record())).as("band 7 with reports").isEqualTo(at("2026-10-19T10:00"));
    }

    @Test
    void additionalSupportBringsTheBookedOneNearer_OTO04() {
        book();
        oneToOnes.setAdditionalSupport(COLLEAGUE, true);
        assertThat(engine.followUp(record())).isEqualTo(at("2026-10-12T10:00"));
        assertThat(engine.due(record())).isEqualTo(at("2026-10-14T17:00"));
        assertThat(engine.timer(Elements.EVENT_WORKING_DAY_BEFORE, key)).isEqualTo(at("2026-10-09T08:00"));
        assertThat(engine.timer(Elements.EVENT_RECORD_OVERDUE, key)).isEqualTo(at("2026-10-14T17:00"));
        engine.runDue();
        assertThat(calendarTo(TO_COLLEAGUE)).hasSize(2).last().asString().contains("20261012T100000");
        oneToOnes.setAdditionalSupport(COLLEAGUE, false);
        assertThat(engine.followUp(record())).as("what is booked stays").isEqualTo(at("2026-10-12T10:00"));
    }

    @Test
    void aDoubleStartBooksOnce_OTO01() {
        book();
        inTests.start(line);
        engine.runDue();
        assertThat(engine.tasks("recordOneToOne", key)).hasSize(1);
    }

    @Test
    void theManagerIsRemindedTheWorkingDayBefore_OTO01() {
        book();
        engine.timePassesTo(at("2026-11-02T07:59"));
        assertThat(textsTo(TO_MANAGER)).isEmpty();
        engine.timePassesTo(at("2026-11-02T08:00"));
        assertThat(textsTo(TO_MANAGER)).singleElement().asString().contains("Priya Chowdhury").contains("Tuesday 03/11/2026 at 10:00");
        assertThat(passed(Elements.END_REMINDED_OF_ONE_TO_ONE)).hasSize(1);
        assertThat(textsTo(TO_COLLEAGUE)).isEmpty();
    }

    @Test
    void anOverdueRecordIsRemindedOfOnceAndOnlyToTheManager_OTO11() {
        book();
        engine.timePassesTo(at("2026-11-05T16:59"));
        assertThat(textsTo(TO_MANAGER)).hasSize(1);
        engine.timePassesTo(at("2026-12-05T16:59"));
        assertThat(textsTo(TO_MANAGER)).hasSize(2).last().asString().contains("is not recorded yet");
        assertThat(passed(Elements.END_REMINDED_OF_OVERDUE_RECORD)).hasSize(1);
        assertThat(MailBox.received().stream().flatMap(m -> m.recipients().stream()).distinct()).containsExactlyInAnyOrder(TO_COLLEAGUE, TO_MANAGER);
        assertThat(engine.open(key)).containsExactly("recordOneToOne");
    }

    @Test
    void datesAreCountedOverBankHolidaysAndTheChangeOfClocks() {
        begin(COLLEAGUE, LocalDate.parse("2026-09-23"), DayOfWeek.FRIDAY, "15:00:00");
        book();
        assertThat(engine.followUp(record())).isEqualTo(at("2026-10-23T15:00"));
        assertThat(engine.due(record())).as("over the weekend on which summer time ends").isEqualTo(at("2026-10-27T17:00"));
        begin("10006", LocalDate.parse("2026-11-29"), DayOfWeek.TUESDAY, "15:00:00");
        TestClock.set(at("2026-11-30T10:00"));
        book();
        assertThat(engine.followUp(record())).isEqualTo(at("2026-12-29T15:00"));
        assertThat(engine.timer(Elements.EVENT_WORKING_DAY_BEFORE, key)).as("before Christmas").isEqualTo(at("2026-12-24T08:00"));
        assertThat(engine.timer(Elements.EVENT_RECORD_OVERDUE, key)).isEqualTo(at("2026-12-31T17:00"));
    }

    @Test
    void theNoteGoesToTheColleagueWithEveryActionExampleAndSupport_OTO05_OTO06_OTO07_OTO08_OTO10() {
        book();
        engine.timePassesTo(at("2026-11-03T11:30"));
        MailBox.empty();
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(LocalDate.parse("2026-11-03"))
                .with("tasks", List.of(Submissions.row("task", "Stock check", "state", "missed", "comment", "Second time")))
                .with("supportGiven", List.of(Submissions.support("coaching", "Went through the list together", true)))
                .with("examples", List.of(Submissions.example(LocalDate.parse("2026-10-30")))).json());
        engine.runDue();

        Note note = oneToOnes.notesOf(COLLEAGUE).get(0);
        assertThat(note.heldOn()).isEqualTo("2026-11-03");
        assertThat(note.wellbeingDiscussed()).isTrue();
        Example example = oneToOnes.examplesOf(COLLEAGUE).get(0);
        assertThat(example.noteId()).isEqualTo(note.id());
        assertThat(example.on()).isEqualTo("2026-10-30");
        assertThat(example.raised()).isTrue();
        assertThat(oneToOnes.supportOf(COLLEAGUE)).singleElement().satisfies(s -> {
            assertThat(s.declined()).isTrue();
            assertThat(s.on()).isEqualTo("2026-11-03");
        });

        Mail mail = MailBox.received(TO_COLLEAGUE).stream().filter(m -> !m.attachments().isEmpty() && m.calendar().isEmpty()).findFirst().orElseThrow();
        assertThat(mail.recipients()).containsExactly(TO_COLLEAGUE);
        assertThat(note(mail)).contains("Bring the stock list up to date").contains("10/11/2026").contains("Stock check").contains("Second time")
                .contains("Went through the list together").contains("Charts were not checked on the day").contains("Says that handover overran").contains("ward's range");
        assertThat(jdbc.queryForObject("select count(*) from note where wellbeing_discussed", Integer.class)).isEqualTo(1);
    }

    @Test
    void neitherFormNorNoteSpeaksOfACase_OTO12() throws IOException {
        book();
        engine.timePassesTo(at("2026-11-03T11:30"));
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(LocalDate.parse("2026-11-03"))
                .with("examples", List.of(Submissions.example(LocalDate.parse("2026-10-30")))).json());
        engine.runDue();
        String form = text("recordOneToOne") + text("addEarlierOneToOne");
        String sent = MailBox.received(TO_COLLEAGUE).stream().map(m -> m.subject() + m.text() + (m.attachments().isEmpty() || m.calendar().isPresent() ? "" : note(m)))
                .reduce("", String::concat);
        for (String text : List.of(form, sent)) {
            assertThat(text.toLowerCase(Locale.UK)).doesNotContainPattern("\\bcase\\b").doesNotContain("capability").doesNotContain("disciplinary").doesNotContain("stage 1")
                    .doesNotContain("concern").doesNotContain("evidence");
        }
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("performanceCase").count()).isZero();
    }

    private String text(String form) throws IOException {
        return new String(getClass().getResourceAsStream("/forms/" + form + ".form").readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void afterItWasHeldTheNextOneRuns_OTO01() {
        book();
        engine.timePassesTo(at("2026-11-03T11:30"));
        String before = record().getProcessInstanceId();
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(LocalDate.parse("2026-11-03")).json());
        assertThat(passed(Elements.END_NEXT_ONE_TO_ONE_STARTED)).hasSize(1);
        engine.runDue();
        assertThat(record().getProcessInstanceId()).isNotEqualTo(before);
        assertThat(engine.followUp(record())).isEqualTo(at("2026-12-01T10:00"));
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(OneToOneCycleModel.KEY).processInstanceBusinessKey(key).count()).isEqualTo(1);
    }

    @Test
    void itMayBeRecordedEarly() {
        book();
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today()).json());
        engine.runDue();
        assertThat(engine.followUp(record())).isEqualTo(at("2026-11-03T10:00"));
    }

    @Test
    void recordedLateTheIntervalCountsFromTheDayItWasHeld_OTO03() {
        book();
        engine.timePassesTo(at("2026-11-20T11:30"));
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(LocalDate.parse("2026-11-03")).json());
        engine.runDue();
        assertThat(engine.followUp(record())).isEqualTo(at("2026-12-01T10:00"));
    }

    @Test
    void putOffItMovesWithItsCalendarEntryAndItsDates_OTO09() {
        book();
        engine.timePassesTo(at("2026-11-03T08:30"));
        MailBox.empty();
        engine.complete("recordOneToOne", key, Submissions.oneToOnePostponed(at("2026-11-05T14:30"), "The ward is short of staff").json());
        engine.runDue();
        assertThat(engine.followUp(record())).isEqualTo(at("2026-11-05T14:30"));
        assertThat(engine.due(record())).isEqualTo(at("2026-11-09T17:00"));
        assertThat(engine.timer(Elements.EVENT_WORKING_DAY_BEFORE, key)).isEqualTo(at("2026-11-04T08:00"));
        assertThat(engine.timer(Elements.EVENT_RECORD_OVERDUE, key)).isEqualTo(at("2026-11-09T17:00"));
        assertThat(calendarTo(TO_COLLEAGUE)).singleElement().asString().contains("METHOD:REQUEST").contains("20261105T143000").contains("SEQUENCE:1")
                .doesNotContain("short of staff");
        assertThat(jdbc.queryForObject("select reason from postponement", String.class)).isEqualTo("The ward is short of staff");
        assertThat(passed(Elements.MOVE_ONE_TO_ONE)).hasSize(1);
    }

    @Test
    void theColleagueDidNotAttendAndTheNextOneIsSoon_OTO03() {
        book();
        engine.timePassesTo(at("2026-11-03T11:30"));
        MailBox.empty();
        engine.complete("recordOneToOne", key, Submissions.oneToOneNotAttended("Did not come").json());
        engine.runDue();
        assertThat(oneToOnes.notesOf(COLLEAGUE)).isEmpty();
        assertThat(passed(Elements.SEND_ONE_TO_ONE_NOTE)).isEmpty();
        assertThat(engine.followUp(record())).as("still within the month from the last one").isEqualTo(at("2026-11-05T10:00"));
        engine.timePassesTo(at("2026-11-06T11:30"));
        engine.complete("recordOneToOne", key, Submissions.oneToOneNotAttended("Did not come").json());
        engine.runDue();
        assertThat(engine.followUp(record())).as("the month has passed: within five working days").isEqualTo(at("2026-11-10T10:00"));
    }

    @Test
    void whenTheLineEndsTheOneToOneIsCancelled_OTO01_OTO09() {
        book();
        MailBox.empty();
        transaction.executeWithoutResult(status -> process.end(lines.require(key)));
        engine.runDue();
        assertThat(passed(Elements.END_LINE_ENDED)).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).processDefinitionKey(OneToOneCycleModel.KEY).count()).isZero();
        assertThat(calendarTo(TO_COLLEAGUE)).singleElement().asString().contains("METHOD:CANCEL").contains("UID:oneToOne-");
        assertThat(jdbc.queryForObject("select state from one_to_one where line_id = ?", String.class, line.id())).isEqualTo("cancelled");
        transaction.executeWithoutResult(status -> process.end(lines.require(key)));
    }

    @Test
    void aCopyOnPaperGoesWhereTheOtherTasksOfTheLineGo_OTO10() {
        book();
        deliveries.send(new Dispatch(key, "oneToOneNote", "note-1", new Recipient(COLLEAGUE, "Priya Chowdhury", null), List.of(), "A note for you", "Dear Priya", List.of(), false,
                line.managerStaffNumber()));
        assertThat(engine.task("handOverPaperCopy", key).getAssignee()).isEqualTo("teamleader");
        jdbc.update("update staff_member set user_id = 'another.signin' where staff_number = ?", line.managerStaffNumber());
        transaction.executeWithoutResult(status -> process.ownerChanged(lines.require(key)));
        assertThat(record().getAssignee()).isEqualTo("another.signin");
        assertThat(engine.task("handOverPaperCopy", key).getAssignee()).as("the same sign-in").isEqualTo("another.signin");

        jdbc.update("update line set ended_on = '2026-10-05' where id = ?", line.id());
        jdbc.update("insert into line (manager_staff_number, colleague_staff_number, started_on, usual_weekday, usual_time, usual_minutes) values ('10019', ?, '2026-10-05', 'MONDAY', '14:00', 60)", COLLEAGUE);
        transaction.executeWithoutResult(status -> process.end(lines.require(key)));
        assertThat(engine.task("handOverPaperCopy", key).getAssignee()).as("the next manager").isEqualTo("manager2");
    }

    @Test
    void nothingFollowsALineThatHasEnded() {
        book();
        jdbc.update("update line set ended_on = current_date where id = ?", line.id());
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today()).json());
        engine.runDue();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).processDefinitionKey(OneToOneCycleModel.KEY).count()).isZero();
    }

    @Test
    void anAbsenceIsNotCountedAndMovesWhatWasBooked_OTO03() {
        book();
        absences.record(COLLEAGUE, LocalDate.parse("2026-10-26"), LocalDate.parse("2026-11-08"));
        assertThat(engine.followUp(record())).as("two weeks away, two weeks later").isEqualTo(at("2026-11-17T10:00"));
        assertThat(engine.timer(Elements.EVENT_WORKING_DAY_BEFORE, key)).isEqualTo(at("2026-11-16T08:00"));
        assertThat(engine.due(record())).isEqualTo(at("2026-11-19T17:00"));
    }

    @Test
    void whileTheReturnIsNotKnownTheCycleStandsStill_OTO01() {
        book();
        MailBox.empty();
        TestClock.set(at("2026-10-20T10:00"));
        absences.record("10004", LocalDate.parse("2026-10-20"), null);
        engine.runDue();
        assertThat(engine.followUp(record())).isNull();
        assertThat(engine.due(record())).isNull();
        assertThat(calendarTo(TO_COLLEAGUE)).singleElement().asString().contains("METHOD:CANCEL");
        engine.timePassesTo(at("2026-12-20T10:00"));
        assertThat(textsTo(TO_MANAGER)).as("no reminder meanwhile").isEmpty();

        absences.record("10004", LocalDate.parse("2026-10-20"), LocalDate.parse("2026-12-20"));
        assertThat(engine.followUp(record())).as("14 days before it and 17 after it are a month").isEqualTo(at("2027-01-05T10:00"));
        assertThat(engine.due(record())).isEqualTo(at("2027-01-07T17:00"));
        assertThat(engine.timer(Elements.EVENT_WORKING_DAY_BEFORE, key)).isEqualTo(at("2027-01-04T08:00"));
        engine.runDue();
        assertThat(calendarTo(TO_COLLEAGUE)).last().asString().contains("METHOD:REQUEST").contains("20270105T100000");
    }

    @Test
    void bookedWhileSomebodyIsAwayItHasNoDateUntilTheReturnIsKnown_OTO01() {
        absences.record(COLLEAGUE, TestClock.today(), null);
        book();
        assertThat(engine.followUp(record())).isNull();
        assertThat(calendarTo(TO_COLLEAGUE)).isEmpty();
        absences.record(COLLEAGUE, TestClock.today(), LocalDate.parse("2026-10-11"));
        assertThat(engine.followUp(record())).isEqualTo(at("2026-11-10T10:00"));
    }

    @Test
    void recordingStandsStillWhileTheManagerIsAway_OTO11() {
        book();
        engine.timePassesTo(at("2026-11-03T12:00"));
        absences.record("10004", LocalDate.parse("2026-11-04"), LocalDate.parse("2026-11-10"));
        assertThat(engine.followUp(record())).as("it may have been held").isEqualTo(at("2026-11-03T10:00"));
        assertThat(engine.due(record())).isEqualTo(at("2026-11-12T17:00"));
        assertThat(engine.timer(Elements.EVENT_RECORD_OVERDUE, key)).isEqualTo(at("2026-11-12T17:00"));
    }

    @Test
    void movedAfterTheReminderItIsRemindedOfAgainAndKeepsWhatWasTyped() throws IOException {
        book();
        engine.timePassesTo(at("2026-11-02T09:00"));
        drafts.save(record().getId(), "teamleader", "{\"vitalStats\":\"Typed beforehand\"}");
        absences.record(COLLEAGUE, LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-08"));
        assertThat(engine.followUp(record())).isEqualTo(at("2026-11-10T10:00"));
        assertThat(engine.timer(Elements.EVENT_WORKING_DAY_BEFORE, key)).isEqualTo(at("2026-11-09T08:00"));
        assertThat(drafts.of(record().getId(), "teamleader").orElseThrow().data()).isEqualTo(new ObjectMapper().readTree("{\"vitalStats\":\"Typed beforehand\"}"));
        engine.timePassesTo(at("2026-11-09T08:00"));
        assertThat(textsTo(TO_MANAGER)).hasSize(2).last().asString().contains("10/11/2026");
    }

    @Test
    void anotherUsualSlotMovesTheBookedOne_OTO09() {
        book();
        transaction.executeWithoutResult(status -> booking.useSlot(lines.require(key), new Slot(DayOfWeek.THURSDAY, LocalTime.of(9, 30), 45)));
        assertThat(engine.followUp(record())).isEqualTo(at("2026-11-05T09:30"));
        engine.runDue();
        assertThat(calendarTo(TO_COLLEAGUE)).last().asString().contains("20261105T093000").contains("20261105T101500");
    }

    @Test
    void aOneToOneThatWasMovedGoesRoundAnotherOne() {
        begin("10006", TestClock.today(), DayOfWeek.MONDAY, "10:00:00");
        book();
        assertThat(engine.followUp(record())).isEqualTo(at("2026-11-02T10:00"));
        begin(COLLEAGUE, TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
        absences.record(COLLEAGUE, LocalDate.parse("2026-11-03"), LocalDate.parse("2026-11-03"));
        book();
        assertThat(engine.followUp(record())).as("Monday at ten is taken").isEqualTo(at("2026-11-02T09:00"));
    }

    @Test
    void noTextOfANoteIsInTheEngine() {
        book();
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today()).with("vitalStats", "MARKED-TEXT").json());
        engine.runDue();
        for (String table : jdbc.queryForList("select tablename from pg_tables where tablename like 'act_%'", String.class)) {
            assertThat(jdbc.queryForObject("select count(*) from " + table + " t where t::text like '%MARKED-TEXT%'", Integer.class)).as(table).isZero();
        }
    }
}
