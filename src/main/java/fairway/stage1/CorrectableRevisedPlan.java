package fairway.stage1;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import fairway.correspondence.CorrectableLetter;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letter;
import org.springframework.stereotype.Component;

/** A correction of the letter about a revised plan: why it was revised, and the colleague's view, are written anew (S1D-13). */
@Component
class CorrectableRevisedPlan implements CorrectableLetter {

    private static final String REASON = "reason";
    private static final String VIEW = "colleagueView";

    private final OutcomeLetters letters;
    private final Stage1 stage1;

    CorrectableRevisedPlan(OutcomeLetters letters, Stage1 stage1) {
        this.letters = letters;
        this.stage1 = stage1;
    }

    @Override
    public String kind() {
        return Kinds.REVISED_PLAN;
    }

    @Override
    public List<FreeText> freeTexts(String number, String occurrence) {
        ImprovementActionPlan plan = stage1.planVersions(number).stream().filter(version -> occurrence(version).equals(occurrence)).findFirst().orElseThrow();
        return List.of(new FreeText(REASON, "What has changed, and why", plan.revisionReason(), true),
                new FreeText(VIEW, "The colleague’s view, in their own words", plan.colleagueView(), false));
    }

    @Override
    public boolean isConfirmedByHr(String number, String occurrence) {
        return false;
    }

    @Override
    public Optional<String> overtaken(String number, String occurrence) {
        return occurrence(stage1.planOf(number)).equals(occurrence) ? Optional.empty()
                : Optional.of("The plan was changed once more after this letter. Correct the letter about the version that is in force, or revise the plan.");
    }

    @Override
    public Letter with(String number, String occurrence, Map<String, String> texts) {
        return letters.revisedPlan(number, texts.get(REASON), texts.get(VIEW));
    }

    private static String occurrence(ImprovementActionPlan plan) {
        return "version-" + plan.version();
    }
}
