package fairway.monitoring;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How one target of the plan stood at a review.
 *
 * @param seen what was seen; required for a target that is not met
 */
@Embeddable
public record TargetResult(long targetId, @Enumerated(EnumType.STRING) TargetState state, String seen) {
}
