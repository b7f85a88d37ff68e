package fairway.process.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.PersonalCalendar;
import fairway.support.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static fairway.process.stage1.Stage1Story.COLLEAGUE;
import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER_MAIL;
import static fairway.process.stage1.Stage1Story.OTHER_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

/** The meetings of a case over real mail, in the calendars of those who get it: whatever is moved, left out or cancelled, they end up right. */
@FairwayTest
class CalendarsOfPeopleTest {

    private static final LocalDateTime FIRST_REVIEW = LocalDateTime.of(2026, 10, 22, 10, 0);

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;

    private String number;

    @BeforeEach
    void aPlanOfEightWeeks() {
        number = new Stage1Story(context).planAgreed();
        engine.runDue();
    }

    @Test
    void aReviewEachWeekForColleagueAndManager_S1A04() {
        assertThat(reviewsOf(COLLEAGUE_MAIL)).isEqualTo(weekly(FIRST_REVIEW, 8)).isEqualTo(reviewsOf(MANAGER_MAIL));
    }

    @Test
    void anAbsenceMovesWhatLiesInItAndLeavesTheRest() {
        action("teamleader", "recordAbsence", Submissions.form().with("person", COLLEAGUE).with("from", "2026-10-21").with("to", "2026-11-03"));
        List<LocalDateTime> reviews = reviewsOf(COLLEAGUE_MAIL);
        assertThat(reviews).isNotEmpty().isEqualTo(reviewsOf(MANAGER_MAIL))
                .allSatisfy(start -> assertThat(start.toLocalDate()).isAfter(LocalDate.of(2026, 11, 3)));
    }

    @Test
    void aNewManagerHasThemAndTheFormerOneNoLonger() {
        action("hr2", "changeManager", Submissions.form().with("manager", OTHER_MANAGER).with("from", LocalDate.of(2026, 10, 15)));
        assertThat(reviewsOf(MANAGER_MAIL)).isEmpty();
        assertThat(reviewsOf(COLLEAGUE_MAIL)).isEqualTo(reviewsOf("farah.ibrahim@trust.example")).hasSize(8);
        engine.timePassesTo(FIRST_REVIEW.plusHours(8));
        assertThat(engine.task("holdProgressReview", number).getAssignee()).as("who reviewed as the manager does so no longer").isEqualTo("manager2");
        assertThat(doors.get("/api/cases/" + number + "/actions/recordAbsence", "teamleader").status()).isIn(403, 404);
    }

    @Test
    void theEndOfTheCaseEmptiesTheCalendars() {
        action("hr2", "withdraw", Submissions.form().with("reason", "The rota has changed; the check is no longer theirs."));
        assertThat(reviewsOf(COLLEAGUE_MAIL)).isEmpty();
        assertThat(reviewsOf(MANAGER_MAIL)).isEmpty();
    }

    @Test
    void theOrderInWhichMailsAreOpenedDoesNotMatter() {
        action("teamleader", "recordAbsence", Submissions.form().with("person", COLLEAGUE).with("from", "2026-10-21").with("to", "2026-11-03"));
        List<Mail> mails = new ArrayList<>(reviewMails(COLLEAGUE_MAIL));
        List<LocalDateTime> right = PersonalCalendar.of(mails).meetings();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(mails, new Random(seed));
            assertThat(PersonalCalendar.of(mails).meetings()).as("shuffled by %d", seed).isEqualTo(right);
        }
    }

    @Test
    void nothingInACalendarSaysWhatItIsAbout_S1P04() {
        assertThat(PersonalCalendar.of(MailBox.received(COLLEAGUE_MAIL)).subjects()).isNotEmpty()
                .allSatisfy(subject -> assertThat(subject).startsWith("Meeting with ").doesNotContainIgnoringCase("performance").doesNotContain("Stage", "review", number));
    }

    private void action(String user, String action, Submissions.Form form) {
        Doors.Reply reply = doors.post("/api/cases/" + number + "/actions/" + action, user, form.json());
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
        engine.runDue();
    }

    private static List<LocalDateTime> reviewsOf(String mailbox) {
        return PersonalCalendar.of(reviewMails(mailbox)).meetings();
    }

    private static List<Mail> reviewMails(String mailbox) {
        return MailBox.received(mailbox).stream().filter(mail -> mail.calendar().filter(file -> file.contains("review-")).isPresent()).toList();
    }

    private static List<LocalDateTime> weekly(LocalDateTime first, int times) {
        return java.util.stream.Stream.iterate(first, start -> start.plusWeeks(1)).limit(times).toList();
    }
}
