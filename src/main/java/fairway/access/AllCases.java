package fairway.access;

import java.util.Set;

/** What {@link CaseAccess} says of each case, for all of them at once and in a single statement: it is asked before every query of the engine. */
public interface AllCases {

    /**
     * Business keys of all cases, ended ones too, that are about this user or somebody above them, or in which they have a declared conflict; and of
     * all access requests by any of these people, or by somebody with a part in a case that is shut to the user, which the answer would open.
     */
    Set<String> shutTo(String userId);

    /** What this user has to do with as HR by the staff list and the cases; whether they sign in as HR is for the caller to check. */
    Hr hrOf(String userId);

    /**
     * @param divisions   whose HR they are; {@code *} stands for all; empty for everybody outside HR
     * @param singleCases numbers of the cases with a queue of their own ({@link HrLabels#queueOf}) of which they are HR
     */
    record Hr(Set<String> divisions, Set<String> singleCases) {

        public Hr {
            divisions = Set.copyOf(divisions);
            singleCases = Set.copyOf(singleCases);
        }
    }
}
