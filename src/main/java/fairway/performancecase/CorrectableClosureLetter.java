package fairway.performancecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import fairway.correspondence.ClosureLetter;
import fairway.correspondence.CorrectableLetter;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letter;
import fairway.staff.Staff;
import org.springframework.stereotype.Component;

/** A correction of the letter that told how the case ended. A reason in it is HR's own, so that HR confirms it. */
@Component
class CorrectableClosureLetter implements CorrectableLetter {

    private static final String REASON = "reason";

    private final ClosureLetters closures;
    private final Cases cases;
    private final Staff staff;

    CorrectableClosureLetter(ClosureLetters closures, Cases cases, Staff staff) {
        this.closures = closures;
        this.cases = cases;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return Kinds.CLOSURE_LETTER;
    }

    @Override
    public List<FreeText> freeTexts(String number, String occurrence) {
        String reason = letter(number, occurrence).reason();
        return reason == null ? List.of() : List.of(new FreeText(REASON, "The reason", reason, true));
    }

    @Override
    public boolean isConfirmedByHr(String number, String occurrence) {
        return letter(number, occurrence).reason() != null;
    }

    @Override
    public Optional<String> overtaken(String number, String occurrence) {
        boolean last = ClosureLetters.occurrence(cases.require(number), ClosureLetters.endingOf(occurrence)).equals(occurrence);
        return last ? Optional.empty() : Optional.of("Monitoring began again after this letter, so that what it says holds no more. It is not corrected any longer.");
    }

    @Override
    public Letter with(String number, String occurrence, Map<String, String> texts) {
        return letter(number, occurrence).because(texts.get(REASON));
    }

    private ClosureLetter letter(String number, String occurrence) {
        PerformanceCase about = cases.require(number);
        Ending ending = ClosureLetters.endingOf(occurrence);
        return closures.compose(about, ClosureLetters.variantOf(ending).orElseThrow(), staff.require(about.colleague()), cases.signedBy(number), cases.contact(number, ending));
    }
}
