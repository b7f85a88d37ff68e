package fairway.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a review is held against: the plan in force, as far as the rules of a review need it.
 *
 * @param supportIds the support that was promised with the plan and is still to be answered for
 * @param endsOn     last day of the plan
 */
record ReviewedPlan(List<Target> targets, Set<Long> supportIds, LocalDate endsOn) {

    /** One target; {@code urgent} stands for urgent or important (S1D-17). */
    record Target(long id, String what, boolean urgent) {
    }

    Optional<Target> target(long id) {
        return targets.stream().filter(target -> target.id() == id).findFirst();
    }
}
