package fairway.performancecase;

import java.util.Set;

/** Who has a step of their own in a case without owning it, e.g. a reviewer; modules that give such steps implement it. */
public interface TakingPart {

    /** Staff numbers. */
    Set<String> of(String caseNumber);
}
