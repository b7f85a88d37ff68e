package fairway.stage1;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Somebody at the meeting, and as what. */
@Embeddable
public record PersonPresent(@Column(name = "name") String name, @Column(name = "role") String role) {
}
