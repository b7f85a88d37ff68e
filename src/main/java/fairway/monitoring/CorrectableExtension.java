package fairway.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import fairway.correspondence.CorrectableLetter;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letter;
import org.springframework.stereotype.Component;

/** A correction of the letter about more time: the reason is written anew (S1D-14). */
@Component
class CorrectableExtension implements CorrectableLetter {

    private static final String REASON = "reason";

    private final PlanEnds planEnds;
    private final ReviewMail mail;
    private final ReviewSchedule schedule;

    CorrectableExtension(PlanEnds planEnds, ReviewMail mail, ReviewSchedule schedule) {
        this.planEnds = planEnds;
        this.mail = mail;
        this.schedule = schedule;
    }

    @Override
    public String kind() {
        return Kinds.PLAN_EXTENSION;
    }

    @Override
    public List<FreeText> freeTexts(String number, String occurrence) {
        return List.of(new FreeText(REASON, "Why the plan goes on for longer", end(number, occurrence).reason(), true));
    }

    @Override
    public boolean isConfirmedByHr(String number, String occurrence) {
        return false;
    }

    @Override
    public Optional<String> overtaken(String number, String occurrence) {
        boolean last = planEnds.findByCaseNumberOrderById(number).stream().filter(PlanEnd::isAgreed).reduce((a, b) -> b)
                .map(end -> ReviewMail.occurrence(end).equals(occurrence)).orElse(false);
        return last ? Optional.empty() : Optional.of("The end of the plan was changed once more after this letter. Correct the letter about the end that holds now.");
    }

    @Override
    public Letter with(String number, String occurrence, Map<String, String> texts) {
        return mail.extension(end(number, occurrence), texts.get(REASON), schedule.announced(number) == null ? null : schedule.ahead(number).stream().findFirst().orElse(null), schedule.planEnd(number));
    }

    private PlanEnd end(String number, String occurrence) {
        return planEnds.findByCaseNumberOrderById(number).stream().filter(end -> ReviewMail.occurrence(end).equals(occurrence)).findFirst().orElseThrow();
    }
}
