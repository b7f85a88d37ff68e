package fairway.health;

import fairway.form.Refusal;
import fairway.performancecase.PerformanceCase;

/** Refuses what a case that has ended does not take any more. */
final class ClosedCase {

    private ClosedCase() {
    }

    static void refuse(PerformanceCase about) {
        if (!about.isOpen()) {
            throw new Refusal("", "ended", "", "This case has ended.");
        }
    }
}
