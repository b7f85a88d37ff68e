package fairway.stage1;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What is expected where a concern was raised, and what the job description says of it (S1D-05, S1D-11). */
@Embeddable
public record StandardExpected(@Column(name = "concern") String concern, @Column(name = "job_description") String jobDescription,
        @Column(name = "expected") String expected) {
}
