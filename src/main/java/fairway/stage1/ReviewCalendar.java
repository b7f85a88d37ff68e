package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import fairway.correspondence.Calendar;
import fairway.correspondence.Meeting;
import fairway.correspondence.MeetingSeries;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The progress reviews in people's calendars: one series for the plan of a case, at the time of day of the Stage 1 meeting, or at another where the
 * one-to-one would normally be (S1A-04, PM-06). Arranging again moves the reviews that lie ahead, cancels those too many and adds those missing.
 * Reviews that were invited singly, before there were series, go on as single meetings under the UIDs that people have in their calendars.
 */
@Component
@Transactional
public class ReviewCalendar {

    private static final int MINUTES = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Calendar calendar;
    private final MeetingSeries series;
    private final Stage1 stage1;
    private final PlanDocuments plans;
    private final Cases cases;
    private final OneToOnes oneToOnes;
    private final CaseMail mail;
    private final Clock clock;

    ReviewCalendar(Calendar calendar, MeetingSeries series, Stage1 stage1, PlanDocuments plans, Cases cases, OneToOnes oneToOnes, CaseMail mail, Clock clock) {
        this.calendar = calendar;
        this.series = series;
        this.stage1 = stage1;
        this.plans = plans;
        this.cases = cases;
        this.oneToOnes = oneToOnes;
        this.mail = mail;
        this.clock = clock;
    }

    /** Arranges the reviews that lie ahead by the plan in force; one that is today stays. */
    public void arrange(String number) {
        arrange(number, Stream.concat(Stream.of(LocalDate.now(clock)), plans.reviewsAhead(number).stream()).toList(), null);
    }

    /**
     * Arranges reviews on these days and on no others. Today counts only where a review is entered for today already.
     *
     * @param days    in order, today or later
     * @param notHeld a day whose review was not held and is arranged anew; may be null
     */
    public void arrange(String number, List<LocalDate> days, LocalDate notHeld) {
        LocalDate today = LocalDate.now(clock);
        List<Meeting> single = singleAhead(number);
        List<Meeting> entered = single.isEmpty() ? series.after(seriesOf(number), LocalDateTime.now(clock)) : single;
        boolean enteredToday = entered.stream().anyMatch(meeting -> meeting.start().toLocalDate().equals(today));
        List<LocalDate> wanted = days.stream().distinct().filter(day -> day.isAfter(today) || enteredToday && day.equals(today)).toList();
        if (single.isEmpty()) {
            series.arrange(seriesOf(number), number, meetings(number, wanted), notHeld);
        } else {
            arrangeSingly(number, single, wanted);
        }
    }

    /** Its people may have changed while nobody knows on which days the reviews will be: they stay where they are, with who takes part now. */
    public void samePlaceOtherPeople(String number) {
        List<Meeting> single = singleAhead(number);
        List<Meeting> entered = single.isEmpty() ? series.after(seriesOf(number), LocalDateTime.now(clock)) : single;
        arrange(number, entered.stream().map(meeting -> meeting.start().toLocalDate()).toList(), null);
    }

    /** Takes every review that lies ahead out of the calendars, e.g. because the case has ended. */
    public void cancel(String number) {
        singleAhead(number).forEach(entry -> calendar.cancel(entry.uid()));
        series.arrange(seriesOf(number), number, List.of(), null);
    }

    private List<Meeting> meetings(String number, List<LocalDate> days) {
        PerformanceCase about = cases.require(number);
        Stage1Meeting meeting = stage1.meetingOf(number);
        String reviews = cases.doneBy(number, stage1.planOf(number).reviewer());
        Recipient reviewer = mail.person(reviews);
        List<Recipient> others = Stream.of(about.colleague(), mail.manager(number)).filter(person -> !person.equals(reviews)).distinct().map(mail::person).toList();
        return days.stream().map(day -> new Meeting("review-" + number + "-" + DAY.format(day), number, reviewer, others, start(about, day, meeting.start().toLocalTime()), MINUTES,
                meeting.place(), Subjects.meetingWith(reviewer.name()))).toList();
    }

    private void arrangeSingly(String number, List<Meeting> entered, List<LocalDate> days) {
        List<Meeting> wanted = meetings(number, days);
        Set<String> taken = new HashSet<>(entered.stream().map(Meeting::uid).toList());
        for (int i = 0; i < Math.max(wanted.size(), entered.size()); i++) {
            if (i >= wanted.size()) {
                calendar.cancel(entered.get(i).uid());
                continue;
            }
            Meeting w = wanted.get(i);
            String uid = i < entered.size() ? entered.get(i).uid() : uid(number, w.start().toLocalDate(), taken);
            calendar.invite(new Meeting(uid, number, w.organizer(), w.attendees(), w.start(), w.minutes(), w.place(), w.subject()));
        }
    }

    private List<Meeting> singleAhead(String number) {
        return calendar.singleAfter(number, LocalDateTime.now(clock)).stream().filter(entry -> entry.uid().startsWith("review-"))
                .sorted(Comparator.comparing(Meeting::start)).toList();
    }

    private static String seriesOf(String number) {
        return "reviews-" + number;
    }

    private static String uid(String number, LocalDate day, Set<String> taken) {
        String plain = "review-" + number + "-" + DAY.format(day);
        String uid = plain;
        for (int n = 2; !taken.add(uid); n++) {
            uid = plain + "-" + n;
        }
        return uid;
    }

    private LocalDateTime start(PerformanceCase about, LocalDate day, LocalTime usual) {
        List<LocalTime> times = new ArrayList<>(List.of(usual));
        IntStream.rangeClosed(9, 16).mapToObj(hour -> LocalTime.of(hour, 0)).forEach(times::add);
        return times.stream().map(day::atTime).filter(start -> oneToOnes.clashesWithOneToOne(about.manager(), about.colleague(), start, MINUTES).isEmpty())
                .findFirst().orElse(day.atTime(usual));
    }
}
