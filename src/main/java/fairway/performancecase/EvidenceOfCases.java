package fairway.performancecase;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import fairway.onetoone.Example;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The evidence that a case stands on, read from the one-to-ones. */
@Component
@Transactional(readOnly = true)
public class EvidenceOfCases {

    private final OneToOnes oneToOnes;

    EvidenceOfCases(OneToOnes oneToOnes) {
        this.oneToOnes = oneToOnes;
    }

    /** The examples that were selected, the earliest first. */
    public List<Example> examples(PerformanceCase about) {
        return oneToOnes.examplesOf(about.colleague()).stream().filter(e -> about.examples().contains(e.id())).toList();
    }

    /** The support records that were selected, the earliest first. */
    public List<SupportRecord> support(PerformanceCase about) {
        return oneToOnes.supportOf(about.colleague()).stream().filter(s -> about.support().contains(s.id())).toList();
    }

    EvidenceGate gateOf(PerformanceCase about) {
        return EvidenceGate.of(days(examples(about)), support(about).stream().map(SupportRecord::on).toList(),
                about.raisedOn() != null && about.raisedIn() != null);
    }

    /** What is missing, each in a sentence; empty when the evidence is sufficient. */
    public List<String> missingInWords(PerformanceCase about) {
        EvidenceGate gate = gateOf(about);
        return about.missing().stream().map(gate::inWords).toList();
    }

    private static Collection<LocalDate> days(List<Example> examples) {
        return examples.stream().map(Example::on).toList();
    }
}
