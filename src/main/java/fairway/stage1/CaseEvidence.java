package fairway.stage1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fairway.correspondence.DatedExample;
import fairway.correspondence.DatedSupport;
import fairway.correspondence.MeetingScript;
import fairway.onetoone.Example;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import fairway.performancecase.PerformanceCase;
import org.springframework.stereotype.Component;

/** The evidence that a case stands on: its examples and its support records, in the order of their dates (PM-07, PM-09). */
@Component
class CaseEvidence {

    private final OneToOnes oneToOnes;

    CaseEvidence(OneToOnes oneToOnes) {
        this.oneToOnes = oneToOnes;
    }

    /** The examples of the case, the earliest first. */
    List<Example> examples(PerformanceCase about) {
        return oneToOnes.examplesOf(about.colleague()).stream().filter(example -> about.examples().contains(example.id()))
                .sorted(Comparator.comparing(Example::on).thenComparing(Example::id)).toList();
    }

    /** The examples of the case, each with the support that came before it and after the example before. */
    List<MeetingScript.Evidence> chronology(PerformanceCase about) {
        List<SupportRecord> support = oneToOnes.supportOf(about.colleague()).stream().filter(record -> about.support().contains(record.id()))
                .sorted(Comparator.comparing(SupportRecord::on).thenComparing(SupportRecord::id)).toList();
        List<MeetingScript.Evidence> chronology = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (Example example : examples(about)) {
            LocalDate since = before;
            chronology.add(new MeetingScript.Evidence(shown(example), support.stream()
                    .filter(record -> !record.on().isBefore(since) && record.on().isBefore(example.on()))
                    .map(record -> new DatedSupport(record.on(), record.kind().label(), record.what(), record.declined())).toList()));
            before = example.on();
        }
        return chronology;
    }

    static DatedExample shown(Example example) {
        return new DatedExample(example.on(), example.kind().label(), example.expected(), example.happened(), example.cause());
    }
}
