package fairway.performancecase;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import fairway.onetoone.EvidenceOutlook;
import fairway.onetoone.Example;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The evidence that a case stands on, read from the one-to-ones; and what the gate would say of a colleague without a case (PM-12). */
@Component
@Transactional(readOnly = true)
public class EvidenceOfCases implements EvidenceOutlook {

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

    @Override
    public Outlook of(String colleague) {
        List<Example> examples = oneToOnes.examplesOf(colleague);
        EvidenceGate gate = EvidenceGate.of(days(examples), oneToOnes.supportOf(colleague).stream().map(SupportRecord::on).toList(),
                examples.stream().anyMatch(Example::raised));
        Set<MissingEvidence> missing = gate.missing();
        return new Outlook(missing.stream().map(gate::inWords).toList());
    }

    private static Collection<LocalDate> days(List<Example> examples) {
        return examples.stream().map(Example::on).toList();
    }
}
