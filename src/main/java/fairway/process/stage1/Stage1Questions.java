package fairway.process.stage1;

import fairway.stage1.OccupationalHealthSupport;
import fairway.stage1.Stage1;
import fairway.stage1.Stage1Meeting;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the Stage 1 meeting still needs, as the models ask it ({@code #{stage1.…(execution)}}). */
@Component("stage1")
public class Stage1Questions {

    private final Stage1 stage1;

    Stage1Questions(Stage1 stage1) {
        this.stage1 = stage1;
    }

    /** Whether a meeting is to be arranged, for the first time or anew. */
    public boolean toArrange(DelegateExecution execution) {
        return stage1.findMeeting(execution.getProcessBusinessKey()).filter(Stage1Meeting::isArranged).isEmpty();
    }

    /** Whether the policy is still to be shared (S1P-05). */
    public boolean toShare(DelegateExecution execution) {
        return stage1.findMeeting(execution.getProcessBusinessKey()).filter(Stage1Meeting::isPolicyShared).isEmpty();
    }

    /** Whether the script was neither prepared nor skipped (PM-08). */
    public boolean toScript(DelegateExecution execution) {
        return stage1.findMeeting(execution.getProcessBusinessKey()).filter(Stage1Meeting::isScriptDone).isEmpty();
    }

    /** Whether the colleague agreed to a referral at the meeting (S1D-09, S1A-06). */
    public boolean occupationalHealthAgreed(DelegateExecution execution) {
        return stage1.meetingOf(execution.getProcessBusinessKey()).occupationalHealth() == OccupationalHealthSupport.agreed;
    }
}
