package fairway.monitoring;

import jakarta.validation.constraints.NotNull;

/** HR's answer to a plan's extension. */
record AgreeExtension(@NotNull(message = "Say whether you agree.") Boolean agreed, String comment) {
}
