package fairway.performancecase;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The policy's floor of evidence (PM-02 … 04, PM-07, S1P-01): a dated example from a one-to-one, support dated before the latest example, and
 * the raising shown. The Trust's decision table may ask for more, never for less, and nobody can override it.
 *
 * @param datedExamples              how many dated examples there are
 * @param supportBeforeLatestExample how many support records are dated before the latest of them; declined support counts
 * @param raisedShown                whether it is shown when and where it was raised with the colleague
 */
public record EvidenceGate(int datedExamples, int supportBeforeLatestExample, boolean raisedShown) {

    /** Counts what was selected. */
    public static EvidenceGate of(Collection<LocalDate> examples, Collection<LocalDate> support, boolean raisedShown) {
        Optional<LocalDate> latest = examples.stream().max(Comparator.naturalOrder());
        int before = latest.map(day -> (int) support.stream().filter(given -> given.isBefore(day)).count()).orElse(0);
        return new EvidenceGate(examples.size(), before, raisedShown);
    }

    /** What the policy itself finds missing; empty = it passes. */
    public Set<MissingEvidence> missing() {
        Set<MissingEvidence> missing = EnumSet.noneOf(MissingEvidence.class);
        if (datedExamples < 1) {
            missing.add(MissingEvidence.example);
        }
        if (supportBeforeLatestExample < 1) {
            missing.add(MissingEvidence.support);
        }
        if (!raisedShown) {
            missing.add(MissingEvidence.raised);
        }
        return missing;
    }

    /** One thing that is missing, in a sentence with its clause; says so where the Trust asks for more than the policy. */
    public String inWords(MissingEvidence missing) {
        return switch (missing) {
            case example -> datedExamples < 1
                    ? "A dated example from a one-to-one note is missing. (PM-02, PM-07)"
                    : "The Trust asks for more dated examples from one-to-one notes than the " + datedExamples + " selected. (Trust setting)";
            case support -> supportBeforeLatestExample < 1
                    ? "Support that was given, or offered and declined, before the latest example is missing. (PM-03)"
                    : "The Trust asks for more support before the latest example than the " + supportBeforeLatestExample + " selected. (Trust setting)";
            case raised -> raisedShown
                    ? "The Trust asks for more on how it was raised with the colleague. (Trust setting)"
                    : "The day on which it was raised with the colleague, and the note or account that shows it, are missing. (S1P-01)";
        };
    }
}
