package fairway.performancecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fairway.correspondence.ReviewedTarget;

/** What the closure letter says beyond the case itself; implemented by the module that monitors. */
public interface ClosureFacts {

    /** Day of the Stage 1 meeting; empty if there was none. */
    Optional<LocalDate> stage1HeldOn(String caseNumber);

    /** How each target stood last; empty without a plan. */
    List<ReviewedTarget> targets(String caseNumber);
}
