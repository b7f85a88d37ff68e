package fairway.stage1;

/** HR's answer on the outcome letter of a meeting that they attended. */
public record ConfirmOutcomeLetter(boolean confirmed, String changes) {
}
