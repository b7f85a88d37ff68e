package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.form.Refusals;
import fairway.onetoone.Example;
import fairway.performancecase.PerformanceCase;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;

/** What stands against the record of a Stage 1 meeting (S1D-01 … S1D-12, S1D-17). */
@Component
class RecordStage1MeetingRules {

    private final MeetingTimes times;
    private final CaseEvidence evidence;
    private final PeopleTakingPart people;
    private final TrustSettings trust;
    private final Clock clock;

    RecordStage1MeetingRules(MeetingTimes times, CaseEvidence evidence, PeopleTakingPart people, TrustSettings trust, Clock clock) {
        this.times = times;
        this.evidence = evidence;
        this.people = people;
        this.trust = trust;
        this.clock = clock;
    }

    /** @throws fairway.form.Refusal naming everything that stands against it */
    void check(RecordStage1Meeting form, Stage1Meeting meeting, PerformanceCase about, boolean secondNonAttendance) {
        Refusals refusals = new Refusals();
        switch (form.outcome()) {
            case held -> held(refusals, form, meeting, about);
            case moved -> newStart(refusals, form, meeting, about);
            case notAttended -> {
                refusals.when(meeting.start().toLocalDate().isAfter(today()), "outcome", "notInFuture", "PM-05",
                        "The meeting is on " + InWords.of(meeting.start()) + ", which is still to come.");
                if (!secondNonAttendance) {
                    newStart(refusals, form, meeting, about);
                }
            }
        }
        refusals.throwIfAny();
    }

    private void newStart(Refusals refusals, RecordStage1Meeting form, Stage1Meeting meeting, PerformanceCase about) {
        if (form.newStart() == null) {
            refusals.when(true, "newStart", "required", "PM-05", "Enter the new date and time of the meeting.");
            return;
        }
        times.check(refusals, "newStart", form.newStart(), meeting.minutes(), meeting.colleagueWorksThen(), about);
    }

    private void held(Refusals refusals, RecordStage1Meeting form, Stage1Meeting meeting, PerformanceCase about) {
        day(refusals, form, meeting);
        refusals.when(form.present().isEmpty(), "present", "required", "S1D-01", "Name who was present.");
        rows(form.present(), (at, person) -> {
            refusals.when(person.name() == null, at + ".name", "required", "S1D-01", "Enter the name.");
            refusals.when(person.role() == null, at + ".role", "required", "S1D-01", "Enter the role.");
        }, "present");
        refusals.when(!form.introductions(), "introductions", "ticked", "S1D-01", "Confirm that introductions were made.");
        refusals.when(!form.purposeOutlined(), "purposeOutlined", "ticked", "S1D-02", "Confirm that the purpose of the meeting was outlined.");
        refusals.when(!form.confirmedStage1(), "confirmedStage1", "ticked", "S1D-03",
                "Confirm that the colleague was told that this is the informal Stage 1 of the Performance Management policy.");
        refusals.when(!form.consequencesExplained(), "consequencesExplained", "ticked", "S1D-17",
                "Confirm that the consequences were made clear, including that the formal stage may be brought forward.");
        examples(refusals, form, about);
        standards(refusals, form);
        refusals.when(form.colleagueView() == null && !form.declinedToComment(), "colleagueView", "required", "S1D-06",
                "Record the colleague's perspective in their words, or tick that they declined to comment.");
        factors(refusals, form);
        adjustments(refusals, form, meeting, about);
        refusals.when(form.occupationalHealth() == null, "occupationalHealth", "required", "S1D-09", "Say what came of considering Occupational Health support.");
        signposts(refusals, form);
        support(refusals, form, meeting, about);
    }

    private void day(Refusals refusals, RecordStage1Meeting form, Stage1Meeting meeting) {
        LocalDate arranged = meeting.start().toLocalDate();
        if (form.heldOn() == null) {
            refusals.when(true, "heldOn", "required", "PM-05", "Enter the day of the meeting.");
            return;
        }
        refusals.when(form.heldOn().isAfter(today()), "heldOn", "notInFuture", "PM-05", "This day is still to come. Record the meeting when it was held.");
        refusals.when(!form.heldOn().equals(arranged), "heldOn", "arrangedDay", "PM-05",
                "The meeting is arranged for " + InWords.of(arranged) + ". If it is on another day, move it first.");
        boolean sharedBefore = meeting.isPolicyShared() && !meeting.policySharedAt().isAfter(meeting.start())
                && !meeting.policySharedAt().toLocalDate().isAfter(form.heldOn());
        refusals.when(!sharedBefore, "heldOn", "policyShared", "S1P-05", meeting.isPolicyShared()
                ? "The policy was shared on " + InWords.of(meeting.policySharedAt()) + ", after the meeting began. It is shared before the meeting: move the meeting to a later day."
                : "The policy is shared with the colleague before the meeting. Share it first.");
    }

    private void examples(Refusals refusals, RecordStage1Meeting form, PerformanceCase about) {
        refusals.when(form.examplesDiscussed().isEmpty(), "examplesDiscussed", "required", "S1D-04", "Tick the examples that were discussed, at least one.");
        Set<Long> known = evidence.examples(about).stream().map(Example::id).collect(Collectors.toSet());
        refusals.when(!known.containsAll(form.examplesDiscussed()), "examplesDiscussed", "notOfThisCase", "S1D-04", "Choose from the examples of this case.");
    }

    private static void standards(Refusals refusals, RecordStage1Meeting form) {
        refusals.when(form.standards().isEmpty(), "standards", "required", "S1D-11", "Name the expected standard of each concern, at least one.");
        rows(form.standards(), (at, standard) -> {
            refusals.when(standard.concern() == null, at + ".concern", "required", "S1D-11", "Name the concern.");
            refusals.when(standard.jobDescription() == null, at + ".jobDescription", "required", "S1D-05", "Say what the job description says of it.");
            refusals.when(standard.expected() == null, at + ".expected", "required", "S1D-11", "Say which standard is expected.");
        }, "standards");
    }

    private static void factors(Refusals refusals, RecordStage1Meeting form) {
        refusals.when(form.contributoryFactors() == null, "contributoryFactors", "required", "S1D-07",
                "Say what came of asking for contributory factors; “asked, nothing disclosed” is an answer.");
        rows(form.factors(), (at, factor) -> {
            refusals.when(factor.kind() == null, at + ".kind", "required", "S1D-07", "Say whether it is work-related or personal.");
            refusals.when(factor.what() == null, at + ".what", "required", "S1D-07", "Say what it is, as the colleague wants it noted.");
        }, "factors");
    }

    private void adjustments(Refusals refusals, RecordStage1Meeting form, Stage1Meeting meeting, PerformanceCase about) {
        refusals.when(form.adjustments() == null, "adjustments", "required", "S1D-08", "Say what came of considering reasonable adjustments.");
        boolean agreed = form.adjustments() == Adjustments.agreed;
        refusals.when(agreed && form.adjustmentItems().isEmpty(), "adjustmentItems", "required", "S1D-08",
                "Name the adjustments that were agreed, each with who arranges it and by when.");
        refusals.when(!agreed && form.adjustments() != null && !form.adjustmentItems().isEmpty(), "adjustmentItems", "onlyWhenAgreed", "S1D-08",
                "Adjustments are listed only where they were agreed. Remove them, or choose “agreed”.");
        boolean needsReason = form.adjustments() == Adjustments.noneNeeded || form.adjustments() == Adjustments.declined;
        refusals.when(needsReason && form.adjustmentsReason() == null, "adjustmentsReason", "required", "S1D-08",
                "Say why none are needed, or why they were declined, without health details.");
        rows(form.adjustmentItems(), (at, item) -> {
            refusals.when(item.what() == null, at + ".what", "required", "S1D-08", "Say what the adjustment is.");
            whoAndWhen(refusals, at, item.arrangedBy(), item.by(), meeting, about, "S1D-08");
        }, "adjustmentItems");
    }

    private void signposts(Refusals refusals, RecordStage1Meeting form) {
        refusals.when(form.signposts().isEmpty(), "signposts", "required", "S1D-10", "Tick the wellbeing support that was signposted, at least one.");
        List<String> keys = trust.signposts().stream().map(TrustSettings.Signpost::key).toList();
        refusals.when(!keys.containsAll(form.signposts()), "signposts", "choice", "S1D-10", "Choose from the list of the Trust.");
    }

    private void support(Refusals refusals, RecordStage1Meeting form, Stage1Meeting meeting, PerformanceCase about) {
        rows(form.support(), (at, item) -> {
            refusals.when(item.kind() == null, at + ".kind", "required", "S1D-12", "Choose the kind of support.");
            refusals.when(item.what() == null, at + ".what", "required", "S1D-12", "Say what the support is.");
            whoAndWhen(refusals, at, item.arrangedBy(), item.by(), meeting, about, "S1D-12");
        }, "support");
    }

    private void whoAndWhen(Refusals refusals, String at, String arrangedBy, LocalDate by, Stage1Meeting meeting, PerformanceCase about, String clause) {
        if (arrangedBy == null) {
            refusals.when(true, at + ".arrangedBy", "required", clause, "Choose who arranges it.");
        } else {
            people.check(refusals, at + ".arrangedBy", arrangedBy, about, clause);
        }
        refusals.when(by == null, at + ".by", "required", clause, "Enter the day by which it is arranged.");
        refusals.when(by != null && by.isBefore(meeting.start().toLocalDate()), at + ".by", "notBeforeMeeting", clause, "Enter a day that is not before the meeting.");
    }

    private static <T> void rows(List<T> rows, java.util.function.BiConsumer<String, T> check, String field) {
        for (int i = 0; i < rows.size(); i++) {
            check.accept(field + "[" + i + "]", rows.get(i));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
