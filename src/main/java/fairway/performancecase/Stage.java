package fairway.performancecase;

/** Where a case stands, in the order of the policy. */
public enum Stage {

    evidence("Evidence being selected"),
    missingEvidence("Evidence is missing"),
    courseOfAction("HR confirms the course of action"),
    informalConversation("Informal conversation to be held"),
    timeToImprove("Time given to improve"),
    stage1("Stage 1 meeting"),
    monitoring("Improvement Action Plan under way"),
    formalStageDecision("HR decides on the formal stage"),
    watch("Standard met, watched"),
    ended("Ended");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether Stage 1 has begun or is past. */
    public boolean isFromStage1On() {
        return ordinal() >= stage1.ordinal();
    }
}
