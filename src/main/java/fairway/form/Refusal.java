package fairway.form;

import java.util.List;
import java.util.stream.Collectors;

/** A form or an action is refused: nothing has changed. The exception's own message carries fields and rules only, no text. */
public class Refusal extends RuntimeException {

    private final transient List<RefusedField> fields;

    public Refusal(List<RefusedField> fields) {
        super(fields.stream().map(f -> f.field() + ":" + f.rule()).collect(Collectors.joining(", ", "refused [", "]")));
        this.fields = List.copyOf(fields);
    }

    public Refusal(String field, String rule, String clause, String message) {
        this(List.of(new RefusedField(field, rule, clause, message)));
    }

    public List<RefusedField> fields() {
        return fields;
    }
}
