package fairway.stage1;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.PerformanceCase;
import fairway.staff.Staff;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** Arranges the Stage 1 meeting in a neutral environment, never when the one-to-one would normally be (PM-05, PM-06, S1P-03, S1P-04). */
@Component
class ArrangeStage1MeetingForm implements TaskForm<ArrangeStage1Meeting> {

    private static final int USUAL_MINUTES = 60;

    private final Stage1 stage1;
    private final Cases cases;
    private final Staff staff;
    private final MeetingTimes times;
    private final Chronology chronology;
    private final Clock clock;

    ArrangeStage1MeetingForm(Stage1 stage1, Cases cases, Staff staff, MeetingTimes times, Chronology chronology, Clock clock) {
        this.stage1 = stage1;
        this.cases = cases;
        this.staff = staff;
        this.times = times;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "arrangeStage1Meeting";
    }

    @Override
    public Class<ArrangeStage1Meeting> type() {
        return ArrangeStage1Meeting.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", "The meeting is with " + staff.require(about.colleague()).fullName() + ". "
                + (about.hrAttends() ? "HR advised to attend" + cases.adviserOf(about.number()).map(adviser -> ": " + staff.require(adviser).fullName() + " is invited too")
                        .orElse("") + ". (PM-05)" : "HR advised that it can be held without HR. (PM-05)"));
        known.put("minutes", USUAL_MINUTES);
        known.put("colleagueWorksThen", false);
        known.put("toldInPerson", false);
        stage1.findMeeting(about.number()).ifPresent(meeting -> {
            if (meeting.minutes() != null) {
                known.put("minutes", meeting.minutes());
                known.put("place", meeting.place());
                known.put("neutralPlace", meeting.neutralPlace());
            }
            known.put("companion", meeting.companions().stream().map(c -> Map.of("name", c.name(), "role", c.role())).toList());
        });
        return known;
    }

    @Override
    public Answer complete(Step step, ArrangeStage1Meeting form) {
        PerformanceCase about = cases.require(step.businessKey());
        Refusals refusals = new Refusals();
        times.check(refusals, "start", form.start(), form.minutes(), form.colleagueWorksThen(), about);
        refusals.when(!form.neutralPlace(), "neutralPlace", "neutralPlace", "S1P-03",
                "The meeting takes place in a neutral environment; your own office is not one. Choose such a place and confirm it.");
        refusals.when(!form.toldInPerson() && staff.require(about.colleague()).email() == null, "toldInPerson", "noMailbox", "S1P-04",
                "The colleague has no mailbox, so that no invitation reaches them. Tell them of the meeting in person, then tick this.");
        refusals.throwIfAny();

        List<PersonPresent> companions = form.companion().stream().map(c -> new PersonPresent(c.name(), c.role())).toList();
        stage1.prepared(about.number()).arrange(form.start(), form.minutes(), form.place(), form.colleagueWorksThen(), companions, form.toldInPerson(),
                clock.instant());
        if (form.toldInPerson()) {
            cases.spokenTo(about.number());
        }
        chronology.add(about.number(), step.userId(), "Stage 1 meeting arranged for " + InWords.of(form.start()), null);
        return Answer.none();
    }
}
