package fairway.performancecase;

import java.time.LocalDate;

/**
 * What HR recorded about protected factors, for HR of the case.
 *
 * @param note       may be null
 * @param recordedBy user id of the HR person
 */
public record ProtectedFact(ProtectedFactors factors, String note, LocalDate recordedOn, String recordedBy) {

    /** Without the text. */
    @Override
    public String toString() {
        return "ProtectedFact[" + recordedOn + "]";
    }
}
