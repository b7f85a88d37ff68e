package fairway.health;

import java.time.LocalDate;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** HR records what came from Occupational Health: adjustments for the manager, fitness and all else restricted (S1A-06). */
@Component
class RecordOccupationalHealthAdviceForm implements TaskForm<RecordOccupationalHealthAdvice> {

    private final ReferralSteps referrals;

    RecordOccupationalHealthAdviceForm(ReferralSteps referrals) {
        this.referrals = referrals;
    }

    @Override
    public String id() {
        return "recordOccupationalHealthAdvice";
    }

    @Override
    public Class<RecordOccupationalHealthAdvice> type() {
        return RecordOccupationalHealthAdvice.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        ReferralStanding standing = referrals.referral(step.businessKey(), step.subjectId()).standing();
        return Map.of("_context", "The referral was sent on " + InWords.of(standing.sentOn()) + "; it stands at: " + standing.state().label()
                + (standing.appointmentOn() == null ? "" : ", for " + InWords.of(standing.appointmentOn())) + ".");
    }

    @Override
    public Answer complete(Step step, RecordOccupationalHealthAdvice form) {
        LocalDate sentOn = referrals.referral(step.businessKey(), step.subjectId()).sentOn();
        new Refusals()
                .when(form.appointmentOn() != null && form.state() != RecordOccupationalHealthAdvice.State.appointment, "appointmentOn", "onlyWithAppointment", "S1A-06",
                        "Remove the day of the appointment, or choose that there is an appointment.")
                .when(form.appointmentOn() != null && sentOn != null && form.appointmentOn().isBefore(sentOn), "appointmentOn", "notBeforeSent", "S1A-06",
                        "The referral was sent on " + InWords.of(sentOn) + ": the appointment cannot be before that day.")
                .throwIfAny();
        referrals.recordAdvice(step.businessKey(), step.subjectId(), form, step.userId());
        return Answer.with("state", form.state().name());
    }
}
