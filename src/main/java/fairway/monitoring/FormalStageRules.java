package fairway.monitoring;

import fairway.form.Refusals;

/** What stands against bringing the formal stage forward (S1D-17). */
record FormalStageRules(OutcomeGate gate) {

    static final String BRING_FORWARD = "bringForward";
    static final String CONTINUE = "continue";

    void check(ConsiderFormalStage form, Refusals refusals) {
        refusals.when(form.decision() == null, "decision", "required", "S1D-17", "Decide whether the formal stage is brought forward.");
        refusals.when(form.decision() != null && !form.decision().equals(BRING_FORWARD) && !form.decision().equals(CONTINUE), "decision", "choice", "",
                "Choose one of: " + BRING_FORWARD + ", " + CONTINUE + ".");
        refusals.when(form.rationale() == null, "rationale", "required", "S1D-17", "Give the reasons for your decision.");
        if (BRING_FORWARD.equals(form.decision())) {
            gate.checkLetters("decision", refusals);
            gate.checkOutstanding("decision", "Continue monitoring until it is done; the next review that records the risk brings it to you to explain.", refusals);
        }
    }
}
