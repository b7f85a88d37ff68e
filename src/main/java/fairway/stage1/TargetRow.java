package fairway.stage1;

import java.time.LocalDate;
import java.util.List;

/**
 * One target as a form gives it (S1D-13).
 *
 * @param improvement  the improvement that is required; null where the target says it
 * @param dependencies what or whom meeting it depends on; null for nothing
 */
public record TargetRow(String improvement, String what, String measure, LocalDate by, List<Long> support, String dependencies, boolean urgent) {
}
