package fairway.stage1;

import java.time.LocalDate;
import java.util.List;

/** One target as a form gives it (S1D-13). */
public record TargetRow(String what, String measure, LocalDate by, List<Long> support, boolean urgent) {
}
