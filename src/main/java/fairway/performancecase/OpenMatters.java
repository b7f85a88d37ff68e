package fairway.performancecase;

import java.util.List;

/** What was promised or begun in a case and is still open when it ends; every module that has such things implements it. */
public interface OpenMatters {

    /** The open things, without health text. */
    List<Matter> of(String caseNumber);

    /** The case ends: what cannot go on without it closes with its state. */
    default void caseEnds(String caseNumber) {
    }

    /**
     * One open thing.
     *
     * @param inWords      a short sentence for HR
     * @param forColleague the same for the closure letter, if it goes on after the end; null if it does not or is nothing for the letter
     */
    record Matter(String inWords, String forColleague) {
    }
}
