package fairway.performancecase;

/** The course of action that HR confirms (PM-01). */
public enum Route {

    informalConversation("Informal conversation"),
    stage1("Stage 1 at once"),
    conduct("Conduct"),
    healthOrAbsence("Health or absence"),
    medicalStaffProcedure("Medical and dental staff procedure"),
    otherPolicy("Another policy"),
    moreEvidence("More evidence first"),
    noAction("No action");

    private final String label;

    Route(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** One of the two routes of the performance management policy, which need sufficient evidence (PM-04). */
    public boolean isOfThisPolicy() {
        return this == informalConversation || this == stage1;
    }

    /** Whether the case ends because another course was chosen. */
    public boolean leadsElsewhere() {
        return !isOfThisPolicy() && this != moreEvidence;
    }
}
