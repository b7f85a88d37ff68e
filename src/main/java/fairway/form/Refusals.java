package fairway.form;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that stands against a form, so that a person sees all of it at once. */
public final class Refusals {

    private final List<RefusedField> fields = new ArrayList<>();

    /** Refuses when the condition holds. */
    public Refusals when(boolean condition, String field, String rule, String clause, String message) {
        if (condition) {
            fields.add(new RefusedField(field, rule, clause, message));
        }
        return this;
    }

    public Refusals add(RefusedField field) {
        fields.add(field);
        return this;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** @throws Refusal when anything was collected */
    public void throwIfAny() {
        if (!fields.isEmpty()) {
            throw new Refusal(fields);
        }
    }
}
