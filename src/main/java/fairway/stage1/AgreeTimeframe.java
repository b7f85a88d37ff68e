package fairway.stage1;

/** HR's answer on the timeframe of a plan. */
public record AgreeTimeframe(boolean agreed, String comment) {
}
