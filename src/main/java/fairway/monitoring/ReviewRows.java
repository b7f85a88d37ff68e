package fairway.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import fairway.health.HealthRecords;
import fairway.performancecase.Cases;
import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
import fairway.stage1.SupportState;
import fairway.stage1.Target;
import fairway.staff.Staff;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** What the forms of the monitoring are filled in with: the plan's targets and its promised support as rows, and where the case stands in words. */
@Component
class ReviewRows {

    private final Monitoring monitoring;
    private final ReviewSchedule schedule;
    private final Stage1 stage1;
    private final Cases cases;
    private final HealthRecords health;
    private final Staff staff;
    private final Clock clock;

    ReviewRows(Monitoring monitoring, ReviewSchedule schedule, Stage1 stage1, Cases cases, HealthRecords health, Staff staff, Clock clock) {
        this.monitoring = monitoring;
        this.schedule = schedule;
        this.stage1 = stage1;
        this.cases = cases;
        this.health = health;
        this.staff = staff;
        this.clock = clock;
    }

    /** Whose plan it is and how long it goes. */
    String about(String number) {
        return "The plan of " + staff.require(cases.require(number).colleague()).fullName() + " ends on " + InWords.of(schedule.planEnd(number)) + ".";
    }

    /** The day of the review that is due, or today where that has not come. */
    LocalDate dayOfReview(String number) {
        LocalDate due = monitoring.reviewDay(number);
        LocalDate today = LocalDate.now(clock);
        return due.isAfter(today) ? today : due;
    }

    /** Rows of {@code id}, with what the target is, how it is measured, and by when. */
    List<Map<String, Object>> targets(String number) {
        return stage1.planOf(number).targets().stream().map(target -> row(number, target)).toList();
    }

    private Map<String, Object> row(String number, Target target) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", String.valueOf(target.id()));
        row.put("_what", target.what());
        row.put("_measure", target.measure());
        row.put("_by", InWords.of(stage1.targetDueOn(number, target)));
        row.put("_urgent", target.urgent());
        return row;
    }

    /** Rows of {@code id}, with what was promised and by when; what is settled already is left out. */
    List<Map<String, Object>> support(String number, String userId) {
        Map<Long, String> apart = keptApart(number, userId);
        return stage1.openSupport(number).stream().map(item -> row(item, apart)).toList();
    }

    private Map<String, Object> row(SupportItem item, Map<Long, String> apart) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", String.valueOf(item.id()));
        row.put("_what", inWords(item, apart) + (item.state() == SupportState.arranged ? " (arranged)" : ""));
        row.put("_by", InWords.of(stage1.supportDueOn(item)));
        row.put("state", SupportAtReview.notYet.name());
        return row;
    }

    /** The adjustments that were agreed, each with where it stands, to be considered wherever targets are reviewed (S1D-08, S1D-16); null without one. */
    String adjustments(String number, String userId) {
        Map<Long, String> apart = keptApart(number, userId);
        List<String> agreed = stage1.support(number).stream().filter(SupportItem::adjustment).filter(item -> item.state() != SupportState.declined)
                .map(item -> inWords(item, apart) + " (" + item.state().label() + ")").toList();
        return agreed.isEmpty() ? null : "Adjustments that were agreed, to be considered when targets are looked at: " + String.join("; ", agreed) + ".";
    }

    private Map<Long, String> keptApart(String number, String userId) {
        return health.mayReadAdjustments(number, userId) ? health.adjustmentsKeptApart(number, userId) : Map.of();
    }

    private static String inWords(SupportItem item, Map<Long, String> apart) {
        if (!item.isKeptApart()) {
            return item.what();
        }
        return Optional.ofNullable(apart.get(item.id())).orElse("An adjustment that is kept apart: ask the manager of the case whether it was in place");
    }

    /** The risk that the last review recorded (S1D-17); null without one. */
    String detriment(String number) {
        String reason = monitoring.lastHeld(number).detrimentReason();
        return reason == null ? null : "Risk of serious detriment to the service, as the reviewer recorded it: " + reason;
    }

    /** What the Trust still owes and HR has not explained, in a sentence; null when nothing. */
    String outstanding(String number) {
        List<Outstanding> found = monitoring.unexplained(number);
        return found.isEmpty() ? null : "Outstanding: " + found.stream().map(Outstanding::what).collect(Collectors.joining("; ")) + ".";
    }

    /** The answer of HR to the last extension that was asked for, if it was not agreed; null otherwise. */
    String notAgreed(String number) {
        List<PlanEnd> ends = monitoring.planEndsOf(number);
        PlanEnd last = ends.isEmpty() ? null : ends.get(ends.size() - 1);
        return last == null || last.undecided() || last.isAgreed() ? null
                : "HR did not agree the extension to " + InWords.of(last.endsOn()) + ": " + last.hrComment();
    }

    /** Sentences in one paragraph; nulls are left out. */
    static String joined(String... sentences) {
        return Arrays.stream(sentences).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
