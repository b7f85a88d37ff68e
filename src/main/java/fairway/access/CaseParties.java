package fairway.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers who stands where in a case. Implemented by the module that owns the cases. */
public interface CaseParties {

    /** Empty when there is no such case. Ended cases are answered too. */
    Optional<Parties> ofCase(String caseNumber);

    /**
     * All cases, ended ones too, about one of these colleagues (staff numbers) or with a declared conflict of interest. Who else takes part
     * ({@link Parties#takingPart()}) is left out: nobody asks for it here, and it would be read case by case.
     */
    List<Parties> aboutAnyOfOrWithConflict(Set<String> colleagues);

    /**
     * Numbers of all cases, ended ones too, about one of these colleagues (staff numbers), or in which this user has a declared conflict.
     *
     * @param staffNumber who the user is; null for those who are not on the staff list
     */
    Set<String> shutTo(String userId, String staffNumber, Set<String> colleagues);
}
