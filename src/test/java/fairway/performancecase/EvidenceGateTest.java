package fairway.performancecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The policy's floor of evidence, for any set of one-to-one notes. */
class EvidenceGateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    /** One-to-one of a day: days before it on which something was observed, whether support was given or declined, whether it was raised. */
    record Note(LocalDate heldOn, List<LocalDate> observed, int supports, boolean raised) {
    }

    @Property
    void aCasePassesIfAndOnlyIfTheThreeConditionsHold_PM02_PM03_S1P01(@ForAll("notes") List<Note> notes) {
        List<LocalDate> examples = notes.stream().flatMap(n -> n.observed().stream()).toList();
        List<LocalDate> support = notes.stream().flatMap(n -> java.util.Collections.nCopies(n.supports(), n.heldOn()).stream()).toList();
        boolean raised = notes.stream().anyMatch(Note::raised);

        Set<MissingEvidence> missing = EvidenceGate.of(examples, support, raised).missing();

        // counted here in its own way: day by day, looking for an example that comes after support
        boolean anExample = false;
        boolean supportedBefore = false;
        boolean supportSeen = false;
        for (LocalDate day = DAY.minusDays(40); day.isBefore(DAY.plusDays(80)); day = day.plusDays(1)) {
            for (Note note : notes) {
                for (LocalDate observed : note.observed()) {
                    if (observed.equals(day)) {
                        anExample = true;
                        supportedBefore |= supportSeen;
                    }
                }
            }
            for (Note note : notes) {
                supportSeen |= note.supports() > 0 && note.heldOn().equals(day);
            }
        }
        Set<MissingEvidence> expected = EnumSet.noneOf(MissingEvidence.class);
        if (!anExample) {
            expected.add(MissingEvidence.example);
        }
        if (!supportedBefore) {
            expected.add(MissingEvidence.support);
        }
        if (!raised) {
            expected.add(MissingEvidence.raised);
        }
        Statistics.label("passes").collect(expected.isEmpty());
        assertThat(missing).isEqualTo(expected);
    }

    @Property
    void theMessageNamesExactlyWhatIsMissing_PM04(@ForAll("notes") List<Note> notes) {
        EvidenceGate gate = EvidenceGate.of(notes.stream().flatMap(n -> n.observed().stream()).toList(),
                notes.stream().filter(n -> n.supports() > 0).map(Note::heldOn).toList(), notes.stream().anyMatch(Note::raised));
        String message = String.join(" ", gate.missing().stream().map(gate::inWords).toList());
        assertThat(message.contains("PM-02")).isEqualTo(gate.missing().contains(MissingEvidence.example));
        assertThat(message.contains("PM-03")).isEqualTo(gate.missing().contains(MissingEvidence.support));
        assertThat(message.contains("S1P-01")).isEqualTo(gate.missing().contains(MissingEvidence.raised));
        assertThat(message).doesNotContain("Trust setting");
    }

    @Example
    void supportOnTheDayOfTheLatestExampleIsNotBeforeIt_PM03() {
        assertThat(EvidenceGate.of(List.of(DAY), List.of(DAY), true).missing()).containsExactly(MissingEvidence.support);
        assertThat(EvidenceGate.of(List.of(DAY, DAY.plusDays(1)), List.of(DAY), true).missing()).isEmpty();
    }

    @Example
    void whatTheTrustAsksForBeyondThePolicyIsLabelledSo_T() {
        EvidenceGate gate = EvidenceGate.of(List.of(DAY), List.of(DAY.minusDays(1)), true);
        for (MissingEvidence missing : MissingEvidence.values()) {
            assertThat(gate.inWords(missing)).contains("(Trust setting)").doesNotContain("PM-", "S1P-");
        }
    }

    @Provide
    Arbitrary<List<Note>> notes() {
        Arbitrary<LocalDate> held = Arbitraries.integers().between(0, 60).map(DAY::plusDays);
        Arbitrary<Note> note = held.flatMap(heldOn -> Combinators.combine(
                Arbitraries.integers().between(0, 14).map(heldOn::minusDays).list().ofMaxSize(2),
                Arbitraries.integers().between(0, 2), Arbitraries.of(true, false)).as((observed, supports, raised) ->
                new Note(heldOn, new ArrayList<>(observed), supports, raised)));
        return note.list().ofMaxSize(5);
    }
}
