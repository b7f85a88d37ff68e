package fairway.form;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the process hears of a completed form: the few values that its model reads, never text, names or health data.
 * A start form also answers the business key that the new instance goes by.
 */
public record Answer(String businessKey, Map<String, Object> variables) {

    public static Answer none() {
        return new Answer(null, Map.of());
    }

    public static Answer with(String variable, Object value) {
        return none().and(variable, value);
    }

    public static Answer startedAs(String businessKey) {
        return new Answer(businessKey, Map.of());
    }

    public Answer and(String variable, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(variables);
        all.put(variable, value);
        return new Answer(businessKey, all);
    }
}
