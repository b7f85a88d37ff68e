package fairway.process.forms;

import fairway.form.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The one variable by which a form is completed: {@code submission}, of type Json, transient. */
public final class Submission {

    /** Name of the variable. */
    public static final String VARIABLE = "submission";

    private Submission() {
    }

    /** @throws Refusal when it is missing, not JSON, or not transient (the engine would keep it in its history) */
    static String of(VariableScope scope) {
        TypedValue value = scope.getVariableTyped(VARIABLE, false);
        if (value == null || value.getType() == null || !"json".equals(value.getType().getName()) || !value.isTransient()) {
            throw new Refusal(VARIABLE, "submission", "",
                    "Complete this step with its form: exactly one variable named submission, of type Json, transient.");
        }
        return ((org.camunda.bpm.engine.variable.value.SerializableValue) value).getValueSerialized();
    }
}
