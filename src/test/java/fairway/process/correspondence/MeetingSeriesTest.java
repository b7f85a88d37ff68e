package fairway.process.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import fairway.correspondence.Calendar;
import fairway.correspondence.Meeting;
import fairway.correspondence.MeetingSeries;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.PersonalCalendar;
import fairway.support.TestClock;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Series over real mail: rules with exceptions, and whatever happens to them in a row. */
@FairwayTest
class MeetingSeriesTest {

    private static final String UID = "reviews-PC-2026-000001";
    private static final String KEY = "PC-2026-000001";
    private static final Recipient MANAGER = Recipient.mailbox("Siân O’Brien, Ward 6", "sian@trust.example");
    private static final Recipient LATER_MANAGER = Recipient.mailbox("Farah Ibrahim", "farah@trust.example");
    private static final Recipient COLLEAGUE = Recipient.mailbox("Zoë Łukasiewicz", "zoe@trust.example");
    private static final List<Recipient> EVERYBODY = List.of(MANAGER, LATER_MANAGER, COLLEAGUE);

    @Autowired
    private MeetingSeries series;
    @Autowired
    private Calendar calendar;
    @Autowired
    private Engine engine;

    @BeforeEach
    void autumn() {
        TestClock.set(LocalDateTime.of(2026, 10, 1, 8, 0));
    }

    @Test
    void aReviewEarlierForABankHolidayIsAnExceptionInTheOneInvitation_S1D15() throws Exception {
        arrange(MANAGER, "2026-12-11", "2026-12-18", "2026-12-24", "2027-01-01", "2027-01-08");
        Mail invitation = onlyMail();
        assertThat(unfolded(invitation)).contains("RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=FR", "RECURRENCE-ID;TZID=Europe/London:20261225T100000", "DTSTART;TZID=Europe/London:20261224T100000");
        endsUpRight(List.of(at("2026-12-11"), at("2026-12-18"), at("2026-12-24"), at("2027-01-01"), at("2027-01-08")));
    }

    @Test
    void dailyReviewsLeaveTheWeekendsAndTheBankHolidaysOut_S1D15() throws Exception {
        String[] days = {"2027-03-22", "2027-03-23", "2027-03-24", "2027-03-25", "2027-03-30", "2027-03-31", "2027-04-01", "2027-04-02"};
        arrange(MANAGER, days);
        assertThat(unfolded(onlyMail())).contains("RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=MO,TU,WE,TH,FR", "EXDATE;TZID=Europe/London:20270326T100000", "EXDATE;TZID=Europe/London:20270329T100000")
                .containsOnlyOnce("BEGIN:VEVENT");
        endsUpRight(Arrays.stream(days).map(MeetingSeriesTest::at).toList());
    }

    @Test
    void aSeriesOfOneIsAMeetingWithoutRuleAndGrowsUnderItsName() throws Exception {
        arrange(MANAGER, "2026-10-22");
        assertThat(unfolded(onlyMail())).doesNotContain("RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY").contains("UID:" + UID + "@");
        arrange(MANAGER, "2026-10-22", "2026-10-29");
        endsUpRight(List.of(at("2026-10-22"), at("2026-10-29")));
        arrange(MANAGER, "2026-10-29");
        endsUpRight(List.of(at("2026-10-29")));
        arrange(MANAGER);
        endsUpRight(List.of());
        arrange(MANAGER, "2026-11-05");
        endsUpRight(List.of(at("2026-11-05")));
    }

    @Test
    void aMeetingOfASeriesIsNotChangedByItself() {
        arrange(MANAGER, "2026-10-22", "2026-10-29");
        String uid = series.after(UID, TestClock.now()).get(0).uid();
        assertThat(calendar.find(uid)).isEmpty();
        assertThatThrownBy(() -> calendar.move(uid, at("2026-10-23"), null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> series.arrange(UID, "PC-2026-000002", List.of(), null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("belongs to");
    }

    /** Thirty changes of a series, one after the other, as a die has it. */
    @Test
    void whateverHappensInARowEveryCalendarEndsUpRight_S1A04() throws Exception {
        for (int seed = 1; seed <= 3; seed++) {
            MailBox.empty();
            TestClock.set(LocalDateTime.of(2026, 10, 1, 8, 0));
            String uid = UID + "-" + seed;
            Random die = new Random(seed);
            List<Meeting> expected = new ArrayList<>();
            Recipient manager = MANAGER;
            for (int round = 0; round < 30; round++) {
                LocalDateTime now = TestClock.now();
                List<Meeting> past = expected.stream().filter(meeting -> !meeting.start().isAfter(now)).toList();
                List<LocalDateTime> ahead = new ArrayList<>(expected.stream().map(Meeting::start).filter(start -> start.isAfter(now)).toList());
                switch (die.nextInt(7)) {
                    case 0 -> manager = manager.equals(MANAGER) ? LATER_MANAGER : MANAGER;
                    case 1 -> TestClock.set(now.plusDays(1 + die.nextInt(9)));
                    case 2 -> ahead.replaceAll(start -> start.plusDays(3));
                    case 3 -> remove(ahead, die);
                    case 4, 5 -> remove(ahead, die).ifPresent(start -> ahead.add(start.plusDays(die.nextInt(5) - 2L).withHour(10 + die.nextInt(3) / 2)));
                    default -> IntStream.rangeClosed(1, 1 + die.nextInt(4)).forEach(n -> ahead.add(last(ahead, now).plusDays(7).withHour(10)));
                }
                Recipient organizer = manager;
                List<Meeting> wanted = onePerDay(ahead, past).stream().map(start -> meeting(uid, organizer, start)).toList();
                series.arrange(uid, KEY, wanted, null);
                expected = Stream.concat(past.stream(), Stream.concat(expected.stream().filter(meeting -> meeting.start().isAfter(now) && !meeting.start().isAfter(TestClock.now())),
                        wanted.stream().filter(meeting -> meeting.start().isAfter(TestClock.now())))).toList();
            }
            engine.runDue();
            for (Recipient person : EVERYBODY) {
                List<Meeting> theirs = expected.stream().filter(meeting -> person.equals(COLLEAGUE) || meeting.organizer().equals(person)).toList();
                List<Mail> mails = new ArrayList<>(MailBox.received(person.email()));
                for (int order = 0; order < 5; order++) {
                    assertThat(PersonalCalendar.of(mails).details().stream().map(found -> found.at() + " " + found.subject()).toList()).as("%s, seed %d, order %d", person.name(), seed, order)
                            .isEqualTo(theirs.stream().map(meeting -> meeting.start() + " " + Subjects.meetingWith(person.equals(COLLEAGUE) ? meeting.organizer().name() : COLLEAGUE.name())).toList());
                    Collections.shuffle(mails, die);
                }
                for (Mail mail : mails) {
                    isValid(mail);
                }
            }
        }
    }

    private static Optional<LocalDateTime> remove(List<LocalDateTime> ahead, Random die) {
        return ahead.isEmpty() ? Optional.empty() : Optional.of(ahead.remove(die.nextInt(ahead.size())));
    }

    private static LocalDateTime last(List<LocalDateTime> ahead, LocalDateTime now) {
        return ahead.stream().max(Comparator.naturalOrder()).orElse(now);
    }

    private static List<LocalDateTime> onePerDay(List<LocalDateTime> ahead, List<Meeting> past) {
        Set<LocalDate> days = new HashSet<>(past.stream().map(meeting -> meeting.start().toLocalDate()).toList());
        return ahead.stream().filter(start -> start.isAfter(TestClock.now())).sorted().filter(start -> days.add(start.toLocalDate())).toList();
    }

    private void arrange(Recipient manager, String... days) {
        series.arrange(UID, KEY, Arrays.stream(days).map(day -> meeting(UID, manager, at(day))).toList(), null);
        engine.runDue();
    }

    private static Meeting meeting(String uid, Recipient manager, LocalDateTime start) {
        return new Meeting(uid.replace("reviews", "review") + "-" + start.toLocalDate(), KEY, manager, List.of(COLLEAGUE), start, 60, "Training room 2; first floor",
                Subjects.meetingWith(manager.name()));
    }

    private void endsUpRight(List<LocalDateTime> expected) throws Exception {
        for (Recipient person : List.of(MANAGER, COLLEAGUE)) {
            List<Mail> mails = new ArrayList<>(MailBox.received(person.email()));
            assertThat(PersonalCalendar.of(mails).meetings()).isEqualTo(expected);
            Collections.reverse(mails);
            assertThat(PersonalCalendar.of(mails).meetings()).isEqualTo(expected);
            for (Mail mail : mails) {
                isValid(mail);
            }
        }
    }

    private static Mail onlyMail() {
        assertThat(MailBox.received(MANAGER.email())).hasSize(1);
        assertThat(MailBox.received(COLLEAGUE.email())).hasSize(1);
        return MailBox.last(COLLEAGUE.email());
    }

    private static void isValid(Mail mail) throws Exception {
        ValidationResult result = new CalendarBuilder().build(new StringReader(mail.calendar().orElseThrow())).validate(true);
        assertThat(result.hasErrors()).as("%s%n%s", result, mail.calendar().orElseThrow()).isFalse();
    }

    private static String unfolded(Mail mail) {
        return mail.calendar().orElseThrow().replaceAll("\r?\n ", "");
    }

    private static LocalDateTime at(String day) {
        return LocalDate.parse(day).atTime(10, 0);
    }
}
