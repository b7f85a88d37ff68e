package fairway.monitoring;

import java.util.List;
import java.util.function.Consumer;

import fairway.form.Refusal;
import fairway.form.RefusedField;
import fairway.form.Refusals;

/** What a rule refused, as {@code field:rule:clause}. */
final class Refused {

    private Refused() {
    }

    static List<String> by(Consumer<Refusals> rule) {
        return fields(rule).stream().map(f -> f.field() + ":" + f.rule() + ":" + f.clause()).toList();
    }

    static List<RefusedField> fields(Consumer<Refusals> rule) {
        Refusals refusals = new Refusals();
        rule.accept(refusals);
        try {
            refusals.throwIfAny();
            return List.of();
        } catch (Refusal refusal) {
            return refusal.fields();
        }
    }
}
