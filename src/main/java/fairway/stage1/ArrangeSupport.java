package fairway.stage1;

import java.time.LocalDate;

/** Whether a promised support or adjustment is arranged, and how, or why it cannot be. */
public record ArrangeSupport(boolean arranged, String detail, LocalDate date) {
}
