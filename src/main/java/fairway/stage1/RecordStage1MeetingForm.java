package fairway.stage1;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import fairway.correspondence.OtherDate;
import fairway.correspondence.OtherDates;
import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.PerformanceCase;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;

/** The manager records the Stage 1 meeting, or that it did not take place (S1D-01 … S1D-12, S1D-17). */
@Component
class RecordStage1MeetingForm implements TaskForm<RecordStage1Meeting> {

    /** A non-attendance that counts as often as this is for HR to decide on. */
    private static final int FOR_HR = 2;

    private final Stage1 stage1;
    private final Cases cases;
    private final RecordStage1MeetingRules rules;
    private final CaseEvidence evidence;
    private final CaseLetters letters;
    private final PeopleTakingPart people;
    private final HealthAnswers health;
    private final OtherDates otherDates;
    private final Chronology chronology;
    private final TrustSettings trust;
    private final Clock clock;

    RecordStage1MeetingForm(Stage1 stage1, Cases cases, RecordStage1MeetingRules rules, CaseEvidence evidence, CaseLetters letters, PeopleTakingPart people,
            HealthAnswers health, OtherDates otherDates, Chronology chronology, TrustSettings trust, Clock clock) {
        this.stage1 = stage1;
        this.cases = cases;
        this.rules = rules;
        this.evidence = evidence;
        this.letters = letters;
        this.people = people;
        this.health = health;
        this.otherDates = otherDates;
        this.chronology = chronology;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "recordStage1Meeting";
    }

    @Override
    public Class<RecordStage1Meeting> type() {
        return RecordStage1Meeting.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        Stage1Meeting meeting = stage1.meetingOf(about.number());
        Map<String, Object> known = new LinkedHashMap<>();
        Optional<OtherDate> proposed = otherDates.waiting(about.number());
        known.put("_context", "Arranged for " + InWords.of(meeting.start()) + ", " + meeting.place() + "."
                + (meeting.timesNotAttended() == 0 ? "" : " The colleague did not attend once before.") + proposed.map(p -> " " + p.inWords()).orElse(""));
        proposed.ifPresent(p -> known.put("newStart", p.start().toString()));
        known.put("excused", RecordStage1Meeting.Excused.no.name());
        known.put("heldOn", meeting.start().toLocalDate().toString());
        List<Map<String, Object>> present = new ArrayList<>();
        present.add(Map.of("name", letters.name(cases.ownerOf(about.number()).orElse(about.manager())), "role", "Manager"));
        present.add(Map.of("name", letters.name(about.colleague()), "role", "Colleague"));
        if (about.hrAttends()) {
            cases.adviserOf(about.number()).ifPresent(adviser -> present.add(Map.of("name", letters.name(adviser), "role", "HR adviser")));
        }
        meeting.companions().forEach(companion -> present.add(Map.of("name", companion.name(), "role", companion.role())));
        known.put("present", present);
        known.put("standards", cases.concerns(about.number()).stream()
                .map(concern -> Map.of("concern", concern.description(), "jobDescription", concern.standard(), "expected", concern.standard())).toList());
        return known;
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return Map.of(
                "examplesDiscussed", evidence.examples(about).stream().map(example -> new Option(String.valueOf(example.id()), example.label())).toList(),
                "signposts", trust.signposts().stream().map(s -> new Option(s.key(), s.address() == null ? s.label() : s.label() + " (" + s.address() + ")")).toList(),
                "arrangedBy", people.options(about));
    }

    @Override
    public Answer complete(Step step, RecordStage1Meeting form) {
        PerformanceCase about = cases.require(step.businessKey());
        Stage1Meeting meeting = stage1.meetingOf(about.number());
        boolean counts = form.outcome() == RecordStage1Meeting.Outcome.notAttended && !isExcused(form);
        boolean secondNonAttendance = counts && meeting.timesNotAttended() + 1 >= FOR_HR;
        rules.check(form, meeting, about, secondNonAttendance);

        switch (form.outcome()) {
            case held -> held(step, form, meeting, about);
            case moved -> {
                meeting.move(form.newStart(), MeetingDay.CameTo.moved, form.reason());
                chronology.add(about.number(), step.userId(), "Stage 1 meeting moved to " + InWords.of(form.newStart()), form.reason());
            }
            case notAttended -> notAttended(step, form, meeting, secondNonAttendance);
        }
        return Answer.with("outcome", form.outcome().name()).and("secondNonAttendance", secondNonAttendance);
    }

    private void notAttended(Step step, RecordStage1Meeting form, Stage1Meeting meeting, boolean secondNonAttendance) {
        MeetingDay.CameTo cameTo = isExcused(form) ? MeetingDay.CameTo.excused : MeetingDay.CameTo.notAttended;
        if (secondNonAttendance) {
            meeting.didNotTakePlace(cameTo, form.reason());
        } else {
            meeting.move(form.newStart(), cameTo, form.reason());
        }
        chronology.add(meeting.caseNumber(), step.userId(), isExcused(form) ? "Stage 1 meeting not held: the colleague was excused"
                : "Colleague did not attend the Stage 1 meeting", form.reason());
    }

    private void held(Step step, RecordStage1Meeting form, Stage1Meeting meeting, PerformanceCase about) {
        boolean disclosed = form.contributoryFactors() == RecordStage1Meeting.ContributoryFactors.disclosed;
        meeting.record(new MeetingRecord(form.heldOn(), form.present().stream().map(p -> new PersonPresent(p.name(), p.role())).toList(),
                hrAttended(form, about), new HashSet<>(form.examplesDiscussed()),
                form.standards().stream().map(s -> new StandardExpected(s.concern(), s.jobDescription(), s.expected())).toList(),
                form.colleagueView(), form.declinedToComment(), form.factors().stream().map(f -> new ContributoryFactor(f.kind(), f.what())).toList(), disclosed,
                form.adjustments(), form.occupationalHealth(), new HashSet<>(form.signposts())), clock.instant(), step.userId());
        form.support().forEach(item -> stage1.promise(about.number(), item.kind(), item.what(), item.arrangedBy(), item.by()));
        form.adjustmentItems().forEach(item -> stage1.promiseAdjustment(about.number(), item.what(), item.arrangedBy(), item.by(), item.inLetter()));
        health.keep(about.number(), form.healthNote(), step.userId());
        health.keepReason(about.number(), form.adjustmentsReason(), step.userId());
        if (form.occupationalHealth() == OccupationalHealthSupport.declined) {
            health.referralDeclined(about.number(), step.userId());
        }
        cases.spokenTo(about.number());
        chronology.add(about.number(), step.userId(), "Stage 1 meeting held on " + InWords.of(form.heldOn()), null);
    }

    /** HR was there if the adviser is named, or somebody whose role says so. */
    private boolean hrAttended(RecordStage1Meeting form, PerformanceCase about) {
        String adviser = cases.adviserOf(about.number()).map(letters::name).orElse("").toLowerCase(Locale.UK);
        return form.present().stream().anyMatch(person -> person.name().toLowerCase(Locale.UK).equals(adviser)
                || person.role().toLowerCase(Locale.UK).matches(".*\\b(hr|human resources)\\b.*"));
    }

    private static boolean isExcused(RecordStage1Meeting form) {
        return form.excused() != null && form.excused() != RecordStage1Meeting.Excused.no;
    }
}
