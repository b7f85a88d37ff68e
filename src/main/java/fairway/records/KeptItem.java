package fairway.records;

import java.util.List;

/** One record that is kept about somebody, with what it says: a row of a table, or a document. */
record KeptItem(KeptPart part, String title, List<Fact> facts) {

    record Fact(String label, String text) {
    }
}
