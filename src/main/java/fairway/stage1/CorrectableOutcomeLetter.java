package fairway.stage1;

import java.util.List;
import java.util.Map;

import fairway.correspondence.Attachment;
import fairway.correspondence.CorrectableLetter;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letter;
import fairway.correspondence.Letters;
import org.springframework.stereotype.Component;

/** A correction of the outcome letter: its discussion is written anew, and plan and policy go with it (S1A-01, S1A-02). HR who attended confirms it again. */
@Component
class CorrectableOutcomeLetter implements CorrectableLetter {

    private static final String DISCUSSION = "discussion";

    private final OutcomeLetters outcome;
    private final Stage1 stage1;
    private final PlanDocuments plans;
    private final Letters letters;

    CorrectableOutcomeLetter(OutcomeLetters outcome, Stage1 stage1, PlanDocuments plans, Letters letters) {
        this.outcome = outcome;
        this.stage1 = stage1;
        this.plans = plans;
        this.letters = letters;
    }

    @Override
    public String kind() {
        return Kinds.OUTCOME_LETTER;
    }

    @Override
    public List<FreeText> freeTexts(String number, String occurrence) {
        return List.of(new FreeText(DISCUSSION, "The discussion", outcome.of(number).discussion(), true));
    }

    @Override
    public boolean isConfirmedByHr(String number, String occurrence) {
        return stage1.presentHr(number);
    }

    @Override
    public Letter with(String number, String occurrence, Map<String, String> texts) {
        return outcome.with(number, texts.get(DISCUSSION));
    }

    @Override
    public String enclosed(String number) {
        return "plan " + stage1.planOf(number).version() + " to " + stage1.planOf(number).endsOn();
    }

    @Override
    public List<Attachment> enclosures(String number) {
        return List.of(letters.attachment(plans.plan(number)), letters.policy());
    }
}
