package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** The colleague has left the Trust: the case ends and letters stop. */
@Component
class RecordLeaverForm implements CaseActionForm<RecordLeaverForm.RecordLeaver> {

    /** Keys of the form. */
    record RecordLeaver(@NotNull(message = "Enter the colleague's last day.") LocalDate on) {
    }

    private final Cases cases;
    private final CaseActors actors;
    private final Staff staff;
    private final Clock clock;

    RecordLeaverForm(Cases cases, CaseActors actors, Staff staff, Clock clock) {
        this.cases = cases;
        this.actors = actors;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "recordLeaver";
    }

    @Override
    public String label() {
        return "Colleague has left";
    }

    @Override
    public Class<RecordLeaver> type() {
        return RecordLeaver.class;
    }

    @Override
    public boolean offered(Step step) {
        return cases.require(step.businessKey()).isOpen() && actors.isHr(step);
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Map<String, Object> known = new LinkedHashMap<>();
        staff.find(cases.require(step.businessKey()).colleague()).map(StaffMember::leftOn).ifPresent(left -> known.put("on", left));
        return known;
    }

    @Override
    public Answer complete(Step step, RecordLeaver form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireHr(step);
        CaseActors.requireOpen(about);
        if (form.on().isAfter(LocalDate.now(clock))) {
            throw new Refusal("on", "notInFuture", "", "The last day lies in the future. Record it once the colleague has left.");
        }
        cases.endNow(about.number(), Ending.left, "Last day: " + InWords.of(form.on()), step.userId());
        return Answer.none();
    }
}
