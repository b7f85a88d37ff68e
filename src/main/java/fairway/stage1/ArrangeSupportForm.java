package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import fairway.access.AccessLog;
import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Chronology;
import fairway.secrecy.Seal;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** Whoever took it on arranges the training, shadowing, mentoring or adjustment, or says why it cannot be (S1A-05). */
@Component
class ArrangeSupportForm implements TaskForm<ArrangeSupport> {

    private final Stage1 stage1;
    private final CaseMail mail;
    private final Chronology chronology;
    private final AccessLog log;
    private final Seal seal;
    private final Clock clock;

    ArrangeSupportForm(Stage1 stage1, CaseMail mail, Chronology chronology, AccessLog log, Seal seal, Clock clock) {
        this.stage1 = stage1;
        this.mail = mail;
        this.chronology = chronology;
        this.log = log;
        this.seal = seal;
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
        return Map.of("_context", inWords(step, item) + ". Promised by " + InWords.of(stage1.supportDueOn(item)) + "."
                + (item.state() == SupportState.toArrange ? "" : " It is recorded as " + item.state().label() + " already, so that nothing is left to arrange: complete this step, and it is off your list."));
    }

    /** Whoever arranges an adjustment that is kept apart has to know it; the reading is logged. */
    private String inWords(Step step, SupportItem item) {
        if (!item.isKeptApart()) {
            return item.label();
        }
        log.read(AccessLog.Kind.HEALTH_RECORD, step.businessKey() + " adjustment " + item.id(), step.userId());
        return "Adjustment, kept apart from the case and its letters: " + stage1.opened(item);
    }

    @Override
    public Answer complete(Step step, ArrangeSupport form) {
        Refusals refusals = new Refusals();
        refusals.when(form.detail() == null, "detail", "required", "S1A-05", form.arranged() ? "Say what is arranged." : "Say why it cannot be arranged.");
        refusals.throwIfAny();

        String number = step.businessKey();
        SupportItem item = stage1.supportItem(number, step.subjectId());
        if (item.state() != SupportState.toArrange) {
            item.annotate(form.detail(), seal);
            chronology.add(number, step.userId(), "Support was " + item.state().label() + " before it was said to be arranged", item.inLetter() ? item.label() : null);
        } else if (form.arranged()) {
            item.arrange(form.detail(), form.date(), LocalDate.now(clock), seal);
            chronology.add(number, step.userId(), "Support arranged", item.inLetter() ? item.label() : null);
        } else {
            item.notArranged(form.detail(), seal);
            chronology.add(number, step.userId(), "Support could not be arranged", item.inLetter() ? item.label() : null);
            String text = "Support that was promised to the colleague could not be arranged. It stays open as the Trust's own omission until it is delivered, or the "
                    + "colleague declines it. (S1A-05)";
            mail.tellManager(number, "supportNotArranged-" + item.id(), text);
            mail.tellHr(number, "supportNotArranged-" + item.id(), text);
        }
        return Answer.none();
    }

    @Override
    public Map<String, ?> chosen(ArrangeSupport form) {
        return Map.of("arranged", form.arranged());
    }
}
