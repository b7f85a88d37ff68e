package fairway.stage1;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letters;
import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Chronology;
import org.springframework.stereotype.Component;

/** The manager edits the script that was drafted from the case, or skips it: it is a recommendation (PM-08 … PM-10). */
@Component
class PrepareScriptForm implements TaskForm<PrepareScript> {

    private final Stage1 stage1;
    private final Scripts scripts;
    private final Letters letters;
    private final Deliveries deliveries;
    private final Chronology chronology;
    private final Clock clock;

    PrepareScriptForm(Stage1 stage1, Scripts scripts, Letters letters, Deliveries deliveries, Chronology chronology, Clock clock) {
        this.stage1 = stage1;
        this.scripts = scripts;
        this.letters = letters;
        this.deliveries = deliveries;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "prepareScript";
    }

    @Override
    public Class<PrepareScript> type() {
        return PrepareScript.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("skipped", false);
        known.put("script", stage1.prepared(step.businessKey()).scriptDraft());
        return known;
    }

    @Override
    public Answer complete(Step step, PrepareScript form) {
        Refusals refusals = new Refusals();
        refusals.when(!form.skipped() && form.script() == null, "script", "required", "PM-08",
                "Write the script, or tick that you go without one: it is a recommendation.");
        refusals.throwIfAny();

        String number = step.businessKey();
        stage1.prepared(number).keepScript(form.script(), form.skipped(), clock.instant());
        if (!form.skipped()) {
            deliveries.issue(number, Kinds.MEETING_SCRIPT, letters.attachment(scripts.edited(number, form.script())));
        }
        chronology.add(number, step.userId(), form.skipped() ? "Meeting script skipped" : "Meeting script prepared", null);
        return Answer.none();
    }
}
