package fairway.access;

import java.util.Optional;
import java.util.Set;

/** Answers who owns a reporting line now. */
public interface LineParties {

    /** Empty when there is no such line or it has ended. */
    Optional<Line> ofLine(String lineId);

    /** The line that the colleague of an ended one has now; empty when there is none, and for a line that has not ended. */
    Optional<Line> after(String lineId);

    /** Ids of all lines, ended ones too, of one of these colleagues (staff numbers). */
    Set<String> aboutAnyOf(Set<String> colleagues);

    /** One manager–colleague pair, staff numbers; {@code lineId} as in {@code L-17}. */
    record Line(String lineId, String manager, String colleague) {
    }
}
