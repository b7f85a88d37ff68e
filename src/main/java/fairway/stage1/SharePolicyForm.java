package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import fairway.form.Answer;
import fairway.form.Preview;
import fairway.form.PreviewedForm;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.RaisedConcern;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.stereotype.Component;

/** Shares the Performance Management policy and sets out the purpose before the meeting (S1P-05, S1P-06). */
@Component
class SharePolicyForm implements TaskForm<SharePolicy>, PreviewedForm<SharePolicy> {

    private final Stage1 stage1;
    private final MeetingPreparation preparation;
    private final Cases cases;
    private final Staff staff;
    private final Chronology chronology;
    private final WorkingDays workingDays;
    private final TrustSettings trust;
    private final Clock clock;

    SharePolicyForm(Stage1 stage1, MeetingPreparation preparation, Cases cases, Staff staff, Chronology chronology, WorkingDays workingDays, TrustSettings trust, Clock clock) {
        this.stage1 = stage1;
        this.preparation = preparation;
        this.cases = cases;
        this.staff = staff;
        this.chronology = chronology;
        this.workingDays = workingDays;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "sharePolicy";
    }

    @Override
    public Class<SharePolicy> type() {
        return SharePolicy.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        StaffMember colleague = staff.require(about.colleague());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", "To " + colleague.fullName() + ", version " + trust.policyVersion() + " of the policy. " + notice(about.number()));
        known.put("sharedAt", LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString());
        known.put("how", (colleague.email() == null || colleague.email().isBlank() ? PolicyChannel.paper : PolicyChannel.email).name());
        known.put("purpose", purpose(cases.concerns(about.number())));
        return known;
    }

    private String notice(String number) {
        Optional<LocalDate> day = stage1.findMeeting(number).filter(Stage1Meeting::isArranged).map(meeting -> meeting.start().toLocalDate());
        String setting = trust.policyNoticeDays() + " working days (Trust setting)";
        if (day.isEmpty()) {
            return "Share it at least " + setting + " before the meeting.";
        }
        if (workingDays.between(LocalDate.now(clock), day.get()) < trust.policyNoticeDays()) {
            return "Warning: the meeting is on " + InWords.of(day.get()) + ", less than " + setting
                    + " from now. Consider moving the meeting, so that the colleague can read the policy first.";
        }
        return "The meeting is on " + InWords.of(day.get()) + ".";
    }

    private static String purpose(List<RaisedConcern> concerns) {
        return "The meeting is the informal Stage 1 of the Performance Management policy. Its purpose is to talk with you about the following " + (concerns.size() == 1 ? "concern" : "concerns") + ", to hear "
                + "your perspective and anything that may be affecting your work, to consider what support would help you, and to agree an Improvement Action Plan."
                + concerns.stream().map(c -> "\n\nThe concern: " + c.description() + "\n\nThe standard that is expected: " + c.standard()).collect(Collectors.joining());
    }

    @Override
    public Preview preview(Step step, SharePolicy form) {
        requireShared(form);
        return preparation.preview(step.businessKey(), form.purpose(), purpose(cases.concerns(step.businessKey())));
    }

    private void requireShared(SharePolicy form) {
        new Refusals().when(form.sharedAt().toLocalDate().isAfter(LocalDate.now(clock)), "sharedAt", "notInFuture", "S1P-05",
                "This is still to come. Complete this step when the policy is shared.").throwIfAny();
    }

    /** By e-mail Fairway shares it itself, now, whatever was typed; on paper the manager says when. */
    private LocalDateTime sharedAt(SharePolicy form) {
        return form.how() == PolicyChannel.email ? LocalDateTime.now(clock) : form.sharedAt();
    }

    @Override
    public Answer complete(Step step, SharePolicy form) {
        PerformanceCase about = cases.require(step.businessKey());
        requireShared(form);
        stage1.prepared(about.number()).sharePolicy(sharedAt(form), form.how(), trust.policyVersion(), form.purpose());
        cases.spokenTo(about.number());
        chronology.add(about.number(), step.userId(), "Policy " + trust.policyVersion() + " shared and purpose of the meeting set out", null);
        return Answer.none();
    }
}
