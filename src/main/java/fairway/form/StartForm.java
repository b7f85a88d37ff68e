package fairway.form;

/** A form that starts a process; its answer carries the business key. */
public interface StartForm<F extends Record> extends Form<F> {

    /** The process that it starts. */
    String processKey();
}
