package fairway.monitoring;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotNull;

/**
 * What the reviewer submits of the final review.
 *
 * @param reason  why the plan is to be extended
 * @param endsOn  the new last day of the plan, when it is to be extended
 * @param askHr   the standard is not met and something is still outstanding: HR explains first
 */
record FinalReview(@NotNull(message = "Choose the result of the review.") Result result, List<HoldProgressReview.TargetRow> targets,
                   String adjustmentsConsidered, String colleagueView, boolean declinedToComment, String reason, LocalDate endsOn, boolean askHr) {

    /** What the reviewer concludes. */
    enum Result { standardMet, extend, notMet }
}
