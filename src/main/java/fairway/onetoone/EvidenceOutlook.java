package fairway.onetoone;

import java.util.List;

/**
 * What the evidence gate would say about a colleague now (PM-12). Shown to the manager on the page of the line alone, never in a one-to-one,
 * and never starts anything. Implemented by the module that owns the gate.
 */
public interface EvidenceOutlook {

    Outlook of(String colleague);

    /** @param missing in words, each a sentence; empty when the gate would pass */
    record Outlook(List<String> missing) {

        public Outlook {
            missing = List.copyOf(missing);
        }

        public boolean wouldPass() {
            return missing.isEmpty();
        }
    }
}
