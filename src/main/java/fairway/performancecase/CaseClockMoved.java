package fairway.performancecase;

/** An absence, a pause or a change of owners moved the dates of a case or its people; timers, due dates and owners of tasks have followed already. */
public record CaseClockMoved(String caseNumber) {
}
