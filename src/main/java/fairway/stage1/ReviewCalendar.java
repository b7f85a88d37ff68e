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
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The progress reviews in people's calendars: one entry per review, at the time of day of the Stage 1 meeting, or at another where the one-to-one
 * would normally be (S1A-04, PM-06). Arranging again moves the entries that lie ahead, cancels those too many and adds those missing.
 */
@Component
@Transactional
public class ReviewCalendar {

    private static final int MINUTES = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Calendar calendar;
    private final Stage1 stage1;
    private final PlanDocuments plans;
    private final Cases cases;
    private final OneToOnes oneToOnes;
    private final CaseMail mail;
    private final Clock clock;

    ReviewCalendar(Calendar calendar, Stage1 stage1, PlanDocuments plans, Cases cases, OneToOnes oneToOnes, CaseMail mail, Clock clock) {
        this.calendar = calendar;
        this.stage1 = stage1;
        this.plans = plans;
        this.cases = cases;
        this.oneToOnes = oneToOnes;
        this.mail = mail;
        this.clock = clock;
    }

    /** Arranges the reviews that lie ahead by the plan in force. */
    public void arrange(String number) {
        arrange(number, plans.reviewsAhead(number));
    }

    /** Arranges reviews on these days, all still to come, and on no others. */
    public void arrange(String number, List<LocalDate> days) {
        PerformanceCase about = cases.require(number);
        ImprovementActionPlan plan = stage1.planOf(number);
        Stage1Meeting meeting = stage1.meetingOf(number);
        String reviews = cases.doneBy(number, plan.reviewer());
        Recipient reviewer = mail.person(reviews);
        List<Recipient> others = Stream.of(about.colleague(), mail.manager(number)).filter(person -> !person.equals(reviews)).distinct().map(mail::person).toList();

        List<Meeting> entered = ahead(number);
        Set<String> taken = new HashSet<>(entered.stream().map(Meeting::uid).toList());
        for (int i = 0; i < Math.max(days.size(), entered.size()); i++) {
            if (i >= days.size()) {
                calendar.cancel(entered.get(i).uid());
                continue;
            }
            String uid = i < entered.size() ? entered.get(i).uid() : uid(number, days.get(i), taken);
            calendar.invite(new Meeting(uid, number, reviewer, others, start(about, days.get(i), meeting.start().toLocalTime()), MINUTES, meeting.place(),
                    Subjects.meetingWith(reviewer.name())));
        }
    }

    /** Takes every review that lies ahead out of the calendars, e.g. because the case has ended. */
    public void cancel(String number) {
        ahead(number).forEach(entry -> calendar.cancel(entry.uid()));
    }

    private List<Meeting> ahead(String number) {
        return calendar.after(number, LocalDateTime.now(clock)).stream().filter(entry -> entry.uid().startsWith("review-"))
                .sorted(Comparator.comparing(Meeting::start)).toList();
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
