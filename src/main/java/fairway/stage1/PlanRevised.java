package fairway.stage1;

/** A revised plan is in force and was sent: its end, and with it the reviews, may be others. */
public record PlanRevised(String caseNumber) {
}
