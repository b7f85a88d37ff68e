package fairway.stage1;

/** The outline of the discussion as the manager approves it: completing the form is approving it. */
public record ApproveOutcomeLetter(String discussion) {
}
