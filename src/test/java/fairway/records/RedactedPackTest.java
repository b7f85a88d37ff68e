package fairway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What is taken out of an access pack, and what stays. */
class RedactedPackTest {

    @Test
    void aSingleNameIsTakenOutAsNamesAreWrittenAndNotWhereItIsAWord() {
        RedactedPack pack = pack("Deadlines may be missed, says Grace May. With good grace. GRACE rang; gracefully. Grace\nMay wrote.", person("Grace May", "Grace", "May"));
        assertThat(text(pack)).isEqualTo("Deadlines may be missed, says [redacted 1]. With good grace. [redacted 1] rang; gracefully. [redacted 1] wrote.");
        assertThat(pack.leftInItems()).isEmpty();
    }

    @Test
    void fullNamesNumbersAndAddressesAreTakenOutWhateverTheirCase() {
        RedactedPack pack = pack("MARK WILL, mark.will@trust.example, 10500; 105001 is another", person("Mark Will", "Mark", "Will", "Mark.Will@trust.example", "10500"));
        assertThat(text(pack)).isEqualTo("[redacted 1], [redacted 1], [redacted 1]; 105001 is another");
    }

    @Test
    void aPassageIsTakenOutWhateverItsCase() {
        RedactedPack pack = pack("His Mother was ill. His mother is well.", new Redactions.Taken(List.of("his mother"), true, Exemption.healthOfAnotherPerson, "Health"));
        assertThat(text(pack)).isEqualTo("[redacted 1] was ill. [redacted 1] is well.");
    }

    @Test
    void thePacksOwnWordsAndABytesChanceAreNobodysName() {
        RedactedPack pack = pack("Nothing", person("Mark Will", "Mark", "Will", "Art", "10500", "12", "mark.will@trust.example"),
                new Redactions.Taken(List.of("write to HR"), true, Exemption.legalAdvice, "Advice"));
        assertThat(pack.leftInPages("Mark Exemption Reason. HR will show you; write to HR. Page 12", "\u0000Art\u0001Will/Length 10500 R")).isEmpty();
        assertThat(pack.leftInPages("by mark\nwill, 10500", "/Author (mark.will@trust.example)")).containsExactlyInAnyOrder("Mark Will", "10500", "mark.will@trust.example");
    }

    private static Redactions.Taken person(String... words) {
        return new Redactions.Taken(List.of(words), false, Exemption.anotherPerson, "They do not agree.");
    }

    private static RedactedPack pack(String text, Redactions.Taken... taken) {
        return new RedactedPack(List.of(new KeptItem(KeptPart.CASES, "The case", List.of(new KeptItem.Fact("Text", text)))), new Redactions(List.of(taken)));
    }

    private static String text(RedactedPack pack) {
        return pack.items().get(0).facts().get(0).text();
    }
}
