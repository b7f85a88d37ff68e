package fairway.stage1;

/** Whether the end of a plan is being decided; monitoring answers (S1D-14, S1D-16). */
public interface PlanEnding {

    /** The final review is due, or HR is to agree the extension that was asked for in it: the plan's end moves there and nowhere else. */
    boolean isBeingDecided(String caseNumber);
}
