package fairway.onetoone;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** An action agreed in a one-to-one (OTO-10). */
@Embeddable
public record AgreedAction(String action, @Enumerated(EnumType.STRING) ActionOwner owner, LocalDate due) {
}
