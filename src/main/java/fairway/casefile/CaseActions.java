package fairway.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import fairway.form.CaseActionForm;
import fairway.form.Forms;
import fairway.form.Preview;
import fairway.form.PreviewedForm;
import fairway.form.Step;
import fairway.staff.Line;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The actions that a case offers at any time, and those of a line. Empty for a case or a line that the user does not see, and for an action that does not exist. */
@Service
class CaseActions {

    /** What whoever has a part in a case may do without the case file: say that they should not have it, and hand in what was disclosed to them. */
    private static final Set<String> FOR_ALL_WITH_A_PART = Set.of("declareConflict", "recordDisclosure");

    /** What can be done on a line. */
    private static final Set<String> FOR_LINES = Set.of("correctLetter");

    private final Forms forms;
    private final CaseAccess access;
    private final AccessLog log;
    private final ObjectMapper json;

    CaseActions(Forms forms, CaseAccess access, AccessLog log, ObjectMapper json) {
        this.forms = forms;
        this.access = access;
        this.log = log;
        this.json = json;
    }

    /**
     * The form of an action: schema, prefill and options.
     *
     * @param about number of what the action is about beside the case, e.g. a letter; may be null
     */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> form(String userId, String number, String action, Long about) {
        return find(userId, number, action).map(form -> {
            Step step = new Step(action, number, about == null ? null : about.toString(), userId);
            log.read(AccessLog.Kind.FORM, number + " form " + action, userId);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("formId", action);
            answer.put("title", form.label(number));
            answer.put("schema", schema(action));
            answer.put("prefill", form.prefill(step));
            answer.put("options", form.options(step));
            answer.put("preview", form instanceof PreviewedForm<?>);
            answer.put("previewed", form instanceof PreviewedForm<?> previewed ? previewed.previewed(step) : null);
            answer.put("caseNumber", number);
            answer.put("caseLink", pageOf(number));
            return answer;
        });
    }

    Optional<String> label(String userId, String number, String action) {
        return find(userId, number, action).map(form -> form.label(number));
    }

    /**
     * The letter that the action would make with this submission. Nothing is kept.
     *
     * @return empty for a case that the user does not see, and for an action that makes no letter
     * @throws fairway.form.Refusal as {@link #complete} would
     */
    @Transactional(readOnly = true)
    public Optional<Preview> preview(String userId, String number, String action, String submission) {
        return find(userId, number, action).filter(PreviewedForm.class::isInstance).<PreviewedForm<?>>map(form -> (PreviewedForm<?>) form)
                .map(form -> {
                    log.read(form.showsHealth() ? AccessLog.Kind.HEALTH_RECORD : AccessLog.Kind.LETTER, number + " preview " + action, userId);
                    return forms.preview(form, new Step(action, number, null, userId), submission);
                });
    }

    /**
     * Applies the action.
     *
     * @return where the user goes on; empty for a case that they do not see
     * @throws fairway.form.Refusal when anything stands against it; nothing has changed then
     */
    @Transactional
    public Optional<String> complete(String userId, String number, String action, String submission) {
        Optional<CaseActionForm<?>> form = find(userId, number, action);
        form.ifPresent(found -> forms.complete(found, new Step(action, number, null, userId), submission));
        return form.map(done -> Line.isKey(number) || access.maySee(userId, number) ? pageOf(number) : "/cases");
    }

    /** The page of a case or a line. */
    static String pageOf(String key) {
        return (Line.isKey(key) ? "/lines/" : "/cases/") + key;
    }

    private Optional<CaseActionForm<?>> find(String userId, String number, String action) {
        if (Line.isKey(number)) {
            return FOR_LINES.contains(action) && access.maySeeLine(userId, number) ? forms.action(action) : Optional.empty();
        }
        boolean mayUse = access.mayAct(userId, number) || FOR_ALL_WITH_A_PART.contains(action) && access.takesPart(userId, number);
        return mayUse ? forms.action(action) : Optional.empty();
    }

    private JsonNode schema(String action) {
        try (InputStream schema = new ClassPathResource("forms/" + action + ".form").getInputStream()) {
            return json.readTree(schema);
        } catch (IOException e) {
            throw new IllegalStateException("form " + action + " cannot be read", e);
        }
    }
}
