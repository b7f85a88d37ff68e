package fairway.monitoring;

import jakarta.validation.constraints.NotNull;

/** HR's account of what the Trust still owes the colleague, and whether the step may be taken all the same. */
record ExplainOmission(String rationale, @NotNull(message = "Say whether the step may be taken.") Boolean goAhead) {
}
