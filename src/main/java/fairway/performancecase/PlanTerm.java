package fairway.performancecase;

import java.time.LocalDate;
import java.util.Optional;

/** The end of a case's Improvement Action Plan; implemented by the module of Stage 1. */
public interface PlanTerm {

    /** Last day of the plan in force, as agreed; empty before there is a plan. */
    Optional<LocalDate> endsOn(String caseNumber);

    /**
     * HR returns the case to monitoring with a new end: a new version of the plan is in force at once.
     *
     * @param reason why, as HR wrote it
     */
    void returnToMonitoring(String caseNumber, LocalDate endsOn, String reason, String userId);
}
