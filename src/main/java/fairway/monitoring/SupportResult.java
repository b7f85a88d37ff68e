package fairway.monitoring;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** How one promised support item stood at a review. */
@Embeddable
public record SupportResult(long supportItemId, @Enumerated(EnumType.STRING) SupportAtReview state) {
}
