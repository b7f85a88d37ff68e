package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * One target of the Improvement Action Plan (S1D-13).
 *
 * @param improvement improvement required: the concern or standard that it answers; may be null
 * @param objective   the SMART objective
 * @param measure     how it is measured
 * @param by          by when
 * @param support     what support goes with it, in words
 * @param dependencies what or whom meeting it depends on; may be null
 * @param urgent      urgent or important (S1D-17)
 */
public record PlannedTarget(String improvement, String objective, String measure, LocalDate by, List<String> support, String dependencies, boolean urgent) {

    public PlannedTarget {
        support = support == null ? List.of() : List.copyOf(support);
    }
}
