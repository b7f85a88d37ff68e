package fairway.process.correspondence;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import fairway.correspondence.Calendar;
import fairway.correspondence.Meeting;
import fairway.correspondence.MeetingSeries;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.process.stage1.Stage1Story;
import fairway.stage1.ReviewCalendar;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.PersonalCalendar;
import fairway.support.Submissions;
import fairway.support.TestClock;
import fairway.support.WebSession;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static fairway.process.stage1.Stage1Story.COLLEAGUE;
import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER_MAIL;
import static fairway.process.stage1.Stage1Story.OTHER_MANAGER;
import static fairway.process.stage1.Stage1Story.PLAN_END;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reviews of a case over real mail, in the calendars of those who get it: whatever is moved, left out or cancelled, they end up right, in
 * whatever order the mails are opened. Every file passes ical4j's validator and is read by another reader.
 */
@FairwayTest
class CalendarsOfPeopleTest {

    private static final LocalDateTime FIRST_REVIEW = LocalDateTime.of(2026, 10, 22, 10, 0);
    private static final String OTHER_MANAGER_MAIL = "farah.ibrahim@trust.example";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Calendar singly;
    @Autowired
    private MeetingSeries series;
    @Autowired
    private ReviewCalendar reviews;

    private Stage1Story story;
    private String number;

    @BeforeEach
    void aPlanOfEightWeeks() {
        story = new Stage1Story(context);
        number = story.planAgreed();
        engine.runDue();
    }

    @Test
    void aPlanIsOneInvitationToOneSeriesForColleagueAndManager_S1A04() {
        hasReviews(COLLEAGUE_MAIL, weekly(FIRST_REVIEW, 8));
        hasReviews(MANAGER_MAIL, weekly(FIRST_REVIEW, 8));
        assertThat(reviewMails(COLLEAGUE_MAIL)).hasSize(1);
        assertThat(reviewMails(MANAGER_MAIL)).hasSize(1);
        Mail invitation = reviewMails(COLLEAGUE_MAIL).get(0);
        assertThat(unfolded(invitation)).contains("UID:reviews-" + number + "@trust.example", "RRULE:FREQ=WEEKLY;COUNT=8;BYDAY=TH", "METHOD:REQUEST", "SEQUENCE:0",
                "DTSTART;TZID=Europe/London:20261022T100000").containsOnlyOnce("BEGIN:VEVENT").doesNotContain("EXDATE", "RDATE");
        assertThat(invitation.text()).contains("You have 8 meetings:", "- Thursday 22/10/2026 at 10:00, 60 minutes", "- Thursday 10/12/2026 at 10:00", "They are arranged by Nia Barker.");
    }

    @Test
    void theSeriesKeepsItsTimeOfDayOverTheClockChange_S1A04() {
        assertThat(PersonalCalendar.of(reviewMails(COLLEAGUE_MAIL)).details()).extracting(review -> review.start().toString())
                .startsWith("2026-10-22T09:00:00Z", "2026-10-29T10:00:00Z");
    }

    @Test
    void aReviewThatIsPutOffIsTheSameOneOnAnotherDay_S1A04() {
        engine.timePassesTo(FIRST_REVIEW.plusHours(6));
        postponedTo("2026-10-26");
        for (String mailbox : List.of(COLLEAGUE_MAIL, MANAGER_MAIL)) {
            hasReviews(mailbox, with(weekly(FIRST_REVIEW, 8), 0, FIRST_REVIEW.plusDays(4)));
            assertThat(reviewMails(mailbox)).hasSize(2);
        }
        Mail moved = reviewMails(COLLEAGUE_MAIL).get(1);
        assertThat(unfolded(moved)).contains("UID:reviews-" + number + "@trust.example", "RECURRENCE-ID;TZID=Europe/London:20261022T100000", "DTSTART;TZID=Europe/London:20261026T100000",
                "SEQUENCE:1", "METHOD:REQUEST").doesNotContain("RRULE:FREQ=WEEKLY");
        assertThat(moved.text()).contains("One meeting has been moved, from Thursday 22/10/2026 at 10:00 to Monday 26/10/2026 at 10:00");
    }

    @Test
    void aReviewThatIsPutOffToTheDayOfTheNextIsCancelledAlone_S1A04() {
        engine.timePassesTo(FIRST_REVIEW.minusHours(1));
        postponedTo("2026-10-29");
        hasReviews(COLLEAGUE_MAIL, weekly(FIRST_REVIEW.plusWeeks(1), 7));
        hasReviews(MANAGER_MAIL, weekly(FIRST_REVIEW.plusWeeks(1), 7));
        Mail cancelled = reviewMails(COLLEAGUE_MAIL).get(1);
        assertThat(unfolded(cancelled)).contains("RECURRENCE-ID;TZID=Europe/London:20261022T100000", "METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1");
        assertThat(cancelled.text()).contains("One meeting is cancelled: Thursday 22/10/2026 at 10:00");
    }

    @Test
    void anAbsenceMovesWhatLiesInItAndLeavesTheRest() {
        absent("2026-10-21", "2026-11-03");
        List<LocalDateTime> later = weekly(FIRST_REVIEW.plusWeeks(2), 8);
        hasReviews(COLLEAGUE_MAIL, later);
        hasReviews(MANAGER_MAIL, later);
        assertThat(reviewMails(COLLEAGUE_MAIL)).as("one message for all that moved").hasSize(2);
        assertThat(unfolded(reviewMails(COLLEAGUE_MAIL).get(1))).contains("RRULE:FREQ=WEEKLY;COUNT=8;BYDAY=TH", "DTSTART;TZID=Europe/London:20261105T100000");
    }

    @Test
    void anAbsenceAfterTheFirstReviewsLeavesThemWhereTheyWere() {
        heldUntil("2026-10-29");
        absent("2026-11-02", "2026-11-15");
        List<LocalDateTime> expected = Stream.concat(weekly(FIRST_REVIEW, 2).stream(), weekly(FIRST_REVIEW.plusWeeks(4), 6).stream()).toList();
        hasReviews(COLLEAGUE_MAIL, expected);
        hasReviews(MANAGER_MAIL, expected);
        assertThat(unfolded(reviewMails(COLLEAGUE_MAIL).get(1))).contains("EXDATE;TZID=Europe/London:20261105T100000", "EXDATE;TZID=Europe/London:20261112T100000", "COUNT=10");
    }

    @Test
    void aNewManagerHasThemAndTheFormerOneNoLonger() {
        action("hr2", "changeManager", Submissions.form().with("manager", OTHER_MANAGER).with("from", LocalDate.of(2026, 10, 15)));
        hasReviews(MANAGER_MAIL, List.of());
        hasReviews(COLLEAGUE_MAIL, weekly(FIRST_REVIEW, 8));
        hasReviews(OTHER_MANAGER_MAIL, weekly(FIRST_REVIEW, 8));
        assertThat(PersonalCalendar.of(reviewMails(COLLEAGUE_MAIL)).details()).allSatisfy(review -> {
            assertThat(review.organizer()).isEqualTo(OTHER_MANAGER_MAIL);
            assertThat(review.subject()).isEqualTo("Meeting with Farah Ibrahim");
        });
        engine.timePassesTo(FIRST_REVIEW.plusHours(8));
        assertThat(engine.task("holdProgressReview", number).getAssignee()).as("who reviewed as the manager does so no longer").isEqualTo("manager2");
        assertThat(doors.get("/api/cases/" + number + "/actions/recordAbsence", "teamleader").status()).isIn(403, 404);
    }

    @Test
    void withAManagerWhoComesLaterThePastStaysThatOfTheFormerOne() {
        heldUntil("2026-10-29");
        action("hr2", "changeManager", Submissions.form().with("manager", OTHER_MANAGER).with("from", LocalDate.of(2026, 10, 29)));
        hasReviews(MANAGER_MAIL, weekly(FIRST_REVIEW, 2));
        hasReviews(OTHER_MANAGER_MAIL, weekly(FIRST_REVIEW.plusWeeks(2), 6));
        hasReviews(COLLEAGUE_MAIL, weekly(FIRST_REVIEW, 8));
        assertThat(PersonalCalendar.of(reviewMails(COLLEAGUE_MAIL)).details()).extracting(PersonalCalendar.Meeting::subject)
                .startsWith("Meeting with Nia Barker", "Meeting with Nia Barker", "Meeting with Farah Ibrahim").endsWith("Meeting with Farah Ibrahim");
        engine.timePassesTo(LocalDateTime.of(2026, 11, 5, 16, 0));
        postponedTo("2026-11-09");
        hasReviews(MANAGER_MAIL, weekly(FIRST_REVIEW, 2));
        hasReviews(OTHER_MANAGER_MAIL, with(weekly(FIRST_REVIEW.plusWeeks(2), 6), 0, LocalDateTime.of(2026, 11, 9, 10, 0)));
        hasReviews(COLLEAGUE_MAIL, with(weekly(FIRST_REVIEW, 8), 2, LocalDateTime.of(2026, 11, 9, 10, 0)));
    }

    @Test
    void aNewManagerHasThemTooWhileNobodyKnowsWhenTheColleagueIsBack() {
        absent("2026-10-16", null);
        TestClock.set(LocalDateTime.of(2026, 10, 19, 9, 0));
        action("hr2", "changeManager", Submissions.form().with("manager", OTHER_MANAGER).with("from", LocalDate.of(2026, 10, 19)));
        hasReviews(MANAGER_MAIL, List.of());
        hasReviews(OTHER_MANAGER_MAIL, weekly(FIRST_REVIEW, 8));
    }

    @Test
    void theEndOfTheCaseEmptiesTheCalendars() {
        withdrawn();
        hasReviews(COLLEAGUE_MAIL, List.of());
        hasReviews(MANAGER_MAIL, List.of());
    }

    @Test
    void theEndOfTheCaseLeavesTheReviewsThatWereHeld() {
        heldUntil("2026-10-29");
        withdrawn();
        hasReviews(COLLEAGUE_MAIL, weekly(FIRST_REVIEW, 2));
        hasReviews(MANAGER_MAIL, weekly(FIRST_REVIEW, 2));
        assertThat(MailBox.last(COLLEAGUE_MAIL).text() + reviewMails(COLLEAGUE_MAIL).get(1).text()).contains("The meetings that were still to come are cancelled.");
    }

    @Test
    void aPlanThatIsExtendedHasMoreReviewsInTheSameSeries_S1A04() {
        heldUntil("2026-10-22");
        revise(PLAN_END.plusDays(14));
        hasReviews(COLLEAGUE_MAIL, weekly(FIRST_REVIEW, 10));
        hasReviews(MANAGER_MAIL, weekly(FIRST_REVIEW, 10));
        assertThat(reviewMails(COLLEAGUE_MAIL)).allSatisfy(mail -> assertThat(unfolded(mail)).contains("UID:reviews-" + number + "@"));
    }

    @Test
    void manyChangesInARowEndUpRight() {
        engine.timePassesTo(FIRST_REVIEW.plusHours(6));
        postponedTo("2026-10-26");
        engine.timePassesTo(LocalDateTime.of(2026, 10, 26, 12, 0));
        held();
        revise(PLAN_END.plusDays(7));
        action("hr2", "changeManager", Submissions.form().with("manager", OTHER_MANAGER).with("from", LocalDate.of(2026, 10, 26)));
        absent("manager2", "2026-11-30", "2026-12-06");
        List<LocalDateTime> mine = PersonalCalendar.of(reviewMails(COLLEAGUE_MAIL)).meetings();
        assertThat(mine).startsWith(FIRST_REVIEW.plusDays(4), FIRST_REVIEW.plusWeeks(1)).noneMatch(start -> start.toLocalDate().isAfter(LocalDate.of(2026, 11, 29))
                && start.toLocalDate().isBefore(LocalDate.of(2026, 12, 7)));
        assertThat(mine.get(mine.size() - 1).toLocalDate()).as("the final review on the plan's last day").isEqualTo(story.in(() -> story.stage1().planEndsOn(number)));
        hasReviews(COLLEAGUE_MAIL, mine);
        hasReviews(MANAGER_MAIL, mine.subList(0, 1));
        hasReviews(OTHER_MANAGER_MAIL, mine.subList(1, mine.size()));
        assertThat(mine.subList(1, mine.size())).as("what is entered is what was sent")
                .isEqualTo(transaction.execute(s -> series.after("reviews-" + number, TestClock.now()).stream().map(Meeting::start).toList()));
    }

    @Test
    void reviewsThatWereInvitedSinglyGoOnUnderTheirOwnNames_S1A04() {
        transaction.executeWithoutResult(s -> {
            jdbc.update("delete from calendar_series where business_key = ?", number);
            for (LocalDateTime start : weekly(FIRST_REVIEW, 8)) {
                singly.invite(new Meeting("review-" + number + "-" + start.toLocalDate().toString().replace("-", ""), number, Recipient.mailbox("Nia Barker", MANAGER_MAIL),
                        List.of(Recipient.mailbox("Priya Chowdhury", COLLEAGUE_MAIL)), start, 60, "Room 2", Subjects.meetingWith("Nia Barker")));
            }
        });
        engine.runDue();
        MailBox.empty();
        transaction.executeWithoutResult(s -> reviews.arrange(number));
        absent("2026-10-21", "2026-11-03");
        assertThat(MailBox.received(COLLEAGUE_MAIL)).filteredOn(mail -> mail.calendar().isPresent()).isNotEmpty()
                .allSatisfy(mail -> assertThat(unfolded(mail)).contains("UID:review-" + number).doesNotContain("RECURRENCE-ID", "UID:reviews-"));
        assertThat(PersonalCalendar.of(MailBox.received(COLLEAGUE_MAIL)).meetings()).isEqualTo(weekly(FIRST_REVIEW.plusWeeks(2), 8));
        withdrawn();
        assertThat(PersonalCalendar.of(MailBox.received(COLLEAGUE_MAIL)).meetings()).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from calendar_series", Integer.class)).isZero();
    }

    @Test
    void whatIsArrangedAlreadyIsNotSentAgain_S1A04() {
        transaction.executeWithoutResult(s -> reviews.arrange(number));
        engine.runDue();
        assertThat(reviewMails(COLLEAGUE_MAIL)).hasSize(1);
    }

    @Test
    void thePageOfTheCaseSaysOnceWhatEverybodyGot() {
        engine.timePassesTo(FIRST_REVIEW.plusHours(6));
        postponedTo("2026-10-26");
        String page = WebSession.of(doors.base(), "teamleader").get("/cases/" + number).text();
        assertThat(page).containsOnlyOnce("Calendar: 8 meetings from 22/10/2026 to 10/12/2026").containsOnlyOnce("Calendar: Moved: meeting on Thursday 22/10/2026 at 10:00")
                .contains("Calendar entry for Nia Barker", "Calendar entry for Priya Chowdhury");
    }

    @Test
    void nothingInACalendarSaysWhatItIsAbout_S1P04() {
        assertThat(PersonalCalendar.of(MailBox.received(COLLEAGUE_MAIL)).subjects()).isNotEmpty()
                .allSatisfy(subject -> assertThat(subject).startsWith("Meeting with ").doesNotContainIgnoringCase("performance").doesNotContain("Stage", "review", number));
    }

    // ---- what happens

    private void action(String user, String action, Submissions.Form form) {
        Doors.Reply reply = doors.post("/api/cases/" + number + "/actions/" + action, user, form.json());
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
        engine.runDue();
    }

    private void absent(String from, String to) {
        absent("teamleader", from, to);
    }

    private void absent(String recordedBy, String from, String to) {
        Submissions.Form form = Submissions.form().with("person", COLLEAGUE).with("from", from);
        action(recordedBy, "recordAbsence", to == null ? form : form.with("to", to));
    }

    private void withdrawn() {
        action("hr2", "withdraw", Submissions.form().with("reason", "The rota has changed; the check is no longer theirs."));
    }

    private void postponedTo(String day) {
        engine.complete("holdProgressReview", number, Submissions.form().with("outcome", "postponed").with("postponedTo", day).with("reason", "Short of staff").json());
        engine.runDue();
    }

    private void held() {
        engine.complete("holdProgressReview", number, Submissions.reviewHeld(TestClock.today(), targets()).json());
        engine.runDue();
    }

    /** Each review up to that day is held on its day, at noon. */
    private void heldUntil(String day) {
        for (LocalDateTime review = FIRST_REVIEW; !review.toLocalDate().isAfter(LocalDate.parse(day)); review = review.plusWeeks(1)) {
            engine.timePassesTo(review.plusHours(2));
            held();
        }
    }

    private void revise(LocalDate endsOn) {
        action(engine.task("approveOutcomeLetter", number).getAssignee(), "revisePlan", Submissions.form()
                .with("targets", List.of(Submissions.row("what", "Charts checked by noon", "measure", "Signed list", "by", PLAN_END, "urgent", true)))
                .with("endsOn", endsOn).with("reason", "Rota changed").with("colleagueView", "Better for me"));
        engine.completeAs("hr2", "agreeTimeframe", number, Submissions.agreement(true).json());
        engine.runDue();
    }

    private List<Map<String, Object>> targets() {
        return jdbc.queryForList("select t.id::text from target t join improvement_action_plan p on p.id = t.plan_id where p.state = 'inForce'", String.class).stream()
                .map(id -> Submissions.target(id, "onTrack")).toList();
    }

    // ---- what is in the calendars

    /** These reviews and no others, as the mails came and in any other order. */
    private static void hasReviews(String mailbox, List<LocalDateTime> expected) {
        List<Mail> mails = new ArrayList<>(reviewMails(mailbox));
        assertThat(mails).isNotEmpty().allSatisfy(CalendarsOfPeopleTest::isValid);
        assertThat(PersonalCalendar.of(mails).meetings()).as("reviews of %s", mailbox).isEqualTo(expected);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(mails, new Random(seed));
            assertThat(PersonalCalendar.of(mails).meetings()).as("reviews of %s, shuffled by %d", mailbox, seed).isEqualTo(expected);
        }
    }

    private static void isValid(Mail mail) throws IOException, ParserException {
        ValidationResult result = new CalendarBuilder().build(new StringReader(mail.calendar().orElseThrow())).validate(true);
        assertThat(result.hasErrors()).as("%s%n%s", result, mail.calendar().orElseThrow()).isFalse();
    }

    private static List<Mail> reviewMails(String mailbox) {
        return MailBox.received(mailbox).stream().filter(mail -> mail.calendar().isPresent() && unfolded(mail).contains("UID:reviews-")).toList();
    }

    private static String unfolded(Mail mail) {
        return mail.calendar().orElseThrow().replaceAll("\r?\n ", "");
    }

    private static List<LocalDateTime> weekly(LocalDateTime first, int times) {
        return Stream.iterate(first, start -> start.plusWeeks(1)).limit(times).toList();
    }

    private static List<LocalDateTime> with(List<LocalDateTime> starts, int index, LocalDateTime start) {
        List<LocalDateTime> all = new ArrayList<>(starts);
        all.set(index, start);
        return all;
    }
}
