package fairway.monitoring;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotNull;

/**
 * What the reviewer submits of a progress review (S1D-16).
 *
 * @param heldOn                 day of the review; required when it was held
 * @param targets                every target of the plan, when held
 * @param detriment              an urgent or important target failed, with risk of serious detriment to the service (S1D-17)
 * @param healthNote             restricted: goes to the health records and nowhere else
 * @param postponedTo            the new day, when it was put off or the colleague was not there
 * @param excused                whether the colleague's not being there counts; null as {@link Excused#no}
 * @param closeEarly             all targets are met, and the final review is to be held now
 */
record HoldProgressReview(@NotNull(message = "Say whether the review took place.") ReviewOutcome outcome, LocalDate heldOn, List<TargetRow> targets, String barriers,
                          List<SupportRow> support, String colleagueView, String adjustmentsConsidered, boolean detriment, String detrimentReason,
                          String healthNote, LocalDate postponedTo, String reason, Excused excused, boolean closeEarly) {

    /** One target: its id, how it stands, what was seen. */
    record TargetRow(Long id, TargetState state, String seen) {
    }

    /** One promised support item: its id and how it stands. */
    record SupportRow(Long id, SupportAtReview state) {
    }
}
