package fairway.records;

import java.util.List;

/** What HR decided to take out of the answer: words, each with the exemption and the reason. */
record Redactions(List<Taken> taken) {

    /**
     * @param words   everything that goes for this reason: a person's names and numbers, or one passage
     * @param passage whether it is a passage, which goes whatever its case
     */
    record Taken(List<String> words, boolean passage, Exemption exemption, String reason) {
    }
}
