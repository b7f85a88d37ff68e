package fairway.records;

import java.time.LocalDate;

/**
 * A record, or several of a kind at once, whose time is over on a day.
 *
 * @param key    case number or key of a line; null for what has none of its own
 * @param number how many records
 * @param dueOn  the day on which the (first of the) time is over
 * @param held   whether a legal hold keeps it all the same
 */
public record DueRecord(RecordKind kind, String key, int number, LocalDate dueOn, boolean held) {
}
