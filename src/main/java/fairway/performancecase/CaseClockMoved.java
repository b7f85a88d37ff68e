package fairway.performancecase;

/** An absence, a pause or a change of manager moved the dates of a case; timers and due dates of tasks have followed already. */
public record CaseClockMoved(String caseNumber) {
}
