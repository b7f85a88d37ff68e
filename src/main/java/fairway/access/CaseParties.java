package fairway.access;

import java.util.Optional;

/** Answers who stands where in a case. Implemented by the module that owns the cases. */
public interface CaseParties {

    /** Empty when there is no such case. Ended cases are answered too. */
    Optional<Parties> ofCase(String caseNumber);
}
