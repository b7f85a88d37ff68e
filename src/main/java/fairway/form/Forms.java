package fairway.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All forms of the application by their id. Two forms of one id do not start up. */
@Component
public class Forms {

    private final Map<String, Form<?>> byId = new LinkedHashMap<>();
    private final SubmissionReader reader;
    private final ObjectProvider<Decisions> decisions;

    Forms(List<Form<?>> forms, SubmissionReader reader, ObjectProvider<Decisions> decisions) {
        this.reader = reader;
        this.decisions = decisions;
        for (Form<?> form : forms) {
            Form<?> other = byId.put(form.id(), form);
            if (other != null) {
                throw new IllegalStateException("form " + form.id() + " is claimed by " + other.getClass() + " and " + form.getClass());
            }
        }
    }

    public Collection<Form<?>> all() {
        return byId.values();
    }

    public Optional<TaskForm<?>> task(String id) {
        return byId.get(id) instanceof TaskForm<?> form ? Optional.of(form) : Optional.empty();
    }

    /** The start form of a process, by the process's key or the form's id. */
    public Optional<StartForm<?>> start(String processKeyOrId) {
        return byId.values().stream().filter(StartForm.class::isInstance).<StartForm<?>>map(f -> (StartForm<?>) f)
                .filter(f -> f.processKey().equals(processKeyOrId) || f.id().equals(processKeyOrId)).findFirst();
    }

    public Optional<CaseActionForm<?>> action(String id) {
        return byId.get(id) instanceof CaseActionForm<?> form ? Optional.of(form) : Optional.empty();
    }

    public List<CaseActionForm<?>> actions() {
        return byId.values().stream().filter(CaseActionForm.class::isInstance).<CaseActionForm<?>>map(f -> (CaseActionForm<?>) f).toList();
    }

    /**
     * The letter that completing the form with this submission would make. Nothing is kept.
     *
     * @throws Refusal when anything stands against it
     */
    public <F extends Record> Preview preview(PreviewedForm<F> form, Step step, String submission) {
        return form.preview(step, reader.read(submission, form.type()));
    }

    /**
     * Reads the submission into the form's record and applies it; this is the one way by which people decide anything, and it is kept.
     *
     * @throws Refusal when anything stands against it
     */
    public <F extends Record> Answer complete(Form<F> form, Step step, String submission) {
        F read = reader.read(submission, form.type());
        return decisions.getObject().kept(step, () -> form.complete(step, read), () -> form.chosen(read));
    }
}
