package fairway.form;

/** The form of a user task. */
public interface TaskForm<F extends Record> extends Form<F> {
}
