package fairway.monitoring;

/**
 * HR's decision whether the formal stage is brought forward (S1D-17).
 *
 * @param decision {@code bringForward} or {@code continue}, which no Java constant can be called
 */
record ConsiderFormalStage(String decision, String rationale) {
}
