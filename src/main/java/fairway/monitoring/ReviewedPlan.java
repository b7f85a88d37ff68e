package fairway.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a review is held against: the plan in force, as far as the rules of a review need it.
 *
 * @param targets in the plan's order
 * @param support what was promised, by id
 * @param endsOn  last day of the plan as it stands now
 */
record ReviewedPlan(List<Target> targets, Map<Long, Promise> support, LocalDate endsOn) {

    /** One target; {@code urgent} stands for urgent or important (S1D-17). */
    record Target(long id, String what, boolean urgent) {
    }

    /** Whether promised support is still to be answered for, was delivered, or was declined. */
    enum Promise { open, delivered, declined }

    Optional<Target> target(long id) {
        return targets.stream().filter(target -> target.id() == id).findFirst();
    }
}
