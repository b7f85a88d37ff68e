package fairway.stage1;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What may affect the colleague's performance, work-related and personal apart (S1D-07). Health is not among them: it belongs to the restricted part. */
@Embeddable
public record ContributoryFactor(@Enumerated(EnumType.STRING) @Column(name = "kind") Kind kind, @Column(name = "what") String what) {

    public enum Kind {
        workRelated, personal
    }
}
