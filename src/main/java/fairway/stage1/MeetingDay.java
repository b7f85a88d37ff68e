package fairway.stage1;

import java.time.LocalDateTime;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A day on which the meeting was arranged but did not take place, and why. */
@Embeddable
public record MeetingDay(@Column(name = "starts_at") LocalDateTime start, @Enumerated(EnumType.STRING) @Column(name = "came_to") CameTo cameTo,
        @Column(name = "reason") String reason) {

    public enum CameTo {
        moved, notAttended,
        /** Not attended for sickness or because the companion was not available: does not count. */
        excused
    }
}
