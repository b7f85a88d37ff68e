package fairway.form;

/**
 * One reason of a refusal.
 *
 * @param field   path of the key, e.g. {@code endsOn} or {@code targets[1].measure}; empty when it is about the whole form
 * @param rule    short camelCase name of the rule, stable for integrations, e.g. {@code notInFuture}
 * @param clause  clause of the policy, e.g. {@code S1D-14}; {@code T} for a Trust setting; empty for plain input errors
 * @param message what is wrong and what to do, as a person reads it
 */
public record RefusedField(String field, String rule, String clause, String message) {
}
