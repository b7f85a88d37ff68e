package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Chronology;
import org.springframework.stereotype.Component;

/** Whoever took it on arranges the training, shadowing, mentoring or adjustment, or says why it cannot be (S1A-05). */
@Component
class ArrangeSupportForm implements TaskForm<ArrangeSupport> {

    private final Stage1 stage1;
    private final CaseMail mail;
    private final Chronology chronology;
    private final Clock clock;

    ArrangeSupportForm(Stage1 stage1, CaseMail mail, Chronology chronology, Clock clock) {
        this.stage1 = stage1;
        this.mail = mail;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "arrangeSupport";
    }

    @Override
    public Class<ArrangeSupport> type() {
        return ArrangeSupport.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        SupportItem item = stage1.supportItem(step.businessKey(), step.subjectId());
        return Map.of("_context", item.label() + ". Promised by " + InWords.of(stage1.supportDueOn(item)) + ".");
    }

    @Override
    public Answer complete(Step step, ArrangeSupport form) {
        Refusals refusals = new Refusals();
        refusals.when(form.detail() == null, "detail", "required", "S1A-05", form.arranged() ? "Say what is arranged." : "Say why it cannot be arranged.");
        refusals.throwIfAny();

        String number = step.businessKey();
        SupportItem item = stage1.supportItem(number, step.subjectId());
        if (form.arranged()) {
            item.arrange(form.detail(), form.date(), LocalDate.now(clock));
            chronology.add(number, step.userId(), "Support arranged", item.inLetter() ? item.label() : null);
        } else {
            item.notArranged(form.detail());
            chronology.add(number, step.userId(), "Support could not be arranged", item.inLetter() ? item.label() : null);
            String text = "Support that was promised to the colleague could not be arranged. It stays open as the Trust's own omission until it is delivered, or the "
                    + "colleague declines it. (S1A-05)";
            mail.tellManager(number, "supportNotArranged-" + item.id(), text);
            mail.tellHr(number, "supportNotArranged-" + item.id(), text);
        }
        return Answer.none();
    }
}
