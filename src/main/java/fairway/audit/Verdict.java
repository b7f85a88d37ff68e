package fairway.audit;

import java.util.Comparator;
import java.util.List;

/**
 * What became of a verification.
 *
 * @param links    of the chain
 * @param rows     that are sealed
 * @param waiting  rows that are to be sealed yet
 * @param anchors  that the chain was compared with
 * @param findings everything that is wrong, in the order of the chain
 * @param alarms   why the chain cannot be said to be whole although no link is broken, in words
 * @param notes    what is worth a look, in words
 */
record Verdict(long links, long rows, long waiting, int anchors, List<Finding> findings, List<String> alarms, List<String> notes) {

    Verdict {
        findings = findings.stream().sorted(Comparator.comparingLong(Finding::seq)).toList();
    }

    /**
     * Something that is wrong.
     *
     * @param seq    place in the chain; the one after the last for rows that are in no place
     * @param row    number of the row; null where it is about none
     * @param reason in words
     */
    record Finding(long seq, Long row, String reason) {

        String inWords() {
            return "Seal " + seq + (row == null ? "" : ", row " + row) + ": " + reason;
        }
    }

    boolean isWhole() {
        return findings.isEmpty() && alarms.isEmpty();
    }
}
