package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.Ending;
import fairway.performancecase.PeopleNamed;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** HR decides how a case goes on whose colleague did not attend, be it the Stage 1 meeting or a progress review (PM-01, PM-05). */
@Component
class DecideOnNonAttendanceForm implements TaskForm<DecideOnNonAttendance> {

    private final Stage1 stage1;
    private final MissedReviewDays reviews;
    private final Cases cases;
    private final PeopleNamed people;
    private final Chronology chronology;
    private final Clock clock;

    DecideOnNonAttendanceForm(Stage1 stage1, MissedReviewDays reviews, Cases cases, PeopleNamed people, Chronology chronology, Clock clock) {
        this.stage1 = stage1;
        this.reviews = reviews;
        this.cases = cases;
        this.people = people;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "decideOnNonAttendance";
    }

    @Override
    public Class<DecideOnNonAttendance> type() {
        return DecideOnNonAttendance.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Map<String, Object> known = new LinkedHashMap<>();
        if (isStage1(step.businessKey())) {
            stage1.findMeeting(step.businessKey()).ifPresent(meeting -> known.put("_context", notAttended("the Stage 1 meeting",
                    meeting.formerDays().stream().filter(day -> day.cameTo() == MeetingDay.CameTo.notAttended).map(day -> InWords.of(day.start())).toList())));
        } else {
            known.put("_context", notAttended("the progress review", reviews.notAttended(step.businessKey()).stream().map(InWords::of).toList()));
        }
        return known;
    }

    private static String notAttended(String what, List<String> days) {
        return "The colleague did not attend " + what + (days.isEmpty() ? "" : " on " + String.join(" and on ", days)) + ".";
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return Map.of("manager", people.managers(about));
    }

    @Override
    public Answer complete(Step step, DecideOnNonAttendance form) {
        PerformanceCase about = cases.require(step.businessKey());
        Refusals refusals = new Refusals();
        refusals.when(form.rationale() == null, "rationale", "required", "PM-01", "Give the reason for the decision.");
        switch (form.decision()) {
            case otherManager -> {
                refusals.when(form.manager() == null, "manager", "required", "PM-01", "Choose the manager who takes over.");
                if (form.manager() != null) {
                    people.toManage(refusals, "manager", form.manager(), about);
                }
            }
            case pause -> {
                refusals.when(about.isPaused(), "decision", "alreadyPaused", "PM-01", "The case is paused already. Choose how it goes on after that.");
                refusals.when(form.reviewOn() == null, "reviewOn", "required", "PM-01", "Enter the day on which the pause is reviewed.");
                refusals.when(form.reviewOn() != null && !form.reviewOn().isAfter(today()), "reviewOn", "inFuture", "PM-01", "Choose a day that is still to come.");
            }
            default -> { }
        }
        refusals.throwIfAny();

        String number = about.number();
        chronology.add(number, step.userId(), "HR decided on the non-attendance: " + form.decision().label(),
                // why a case is paused is HR's alone, as with the case action
                form.decision() == DecideOnNonAttendance.Decision.pause ? null : form.rationale());
        switch (form.decision()) {
            case newDate, otherPlace -> { }
            case otherManager -> cases.changeManager(number, form.manager(), today(), step.userId());
            case pause -> cases.pause(number, form.rationale(), form.reviewOn(), step.userId());
            case otherRoute -> cases.endAsked(number, Ending.routedElsewhere, form.rationale(), step.userId());
            case withdraw -> cases.endAsked(number, Ending.withdrawn, form.rationale(), step.userId());
        }
        if (isStage1(number)) {
            stage1.prepared(number).clearArrangement();
        }
        return Answer.with("decision", form.decision().name());
    }

    private boolean isStage1(String number) {
        return cases.require(number).stage() == Stage.stage1;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
