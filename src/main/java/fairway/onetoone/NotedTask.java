package fairway.onetoone;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** An allocated task or project and how it stood in a one-to-one (OTO-05). @param comment may be null */
@Embeddable
public record NotedTask(String task, @Enumerated(EnumType.STRING) TaskState state, String comment) {
}
