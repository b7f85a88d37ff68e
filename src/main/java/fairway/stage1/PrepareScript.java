package fairway.stage1;

/** The script of the meeting as the manager wants it, or that they go without one. */
public record PrepareScript(boolean skipped, String script) {
}
