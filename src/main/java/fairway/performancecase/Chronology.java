package fairway.performancecase;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened in a case, in the order in which it was recorded; entries are only ever added. No restricted text may stand in one. */
@Service
public class Chronology {

    private final ChronologyEntries entries;
    private final Clock clock;

    Chronology(ChronologyEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Adds a line, in the caller's transaction.
     *
     * @param userId who did it; null for what the process does by itself
     * @param what   a short sentence of at most 200 characters
     * @param detail what was written with it; may be null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String caseNumber, String userId, String what, String detail) {
        entries.save(new ChronologyEntry(caseNumber, clock.instant(), userId, what, detail, false));
    }

    /** As {@link #add}, of something that tells that health came up: those who work on the case read it, and no letter or pack does (S1D-07). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addRestricted(String caseNumber, String userId, String what) {
        entries.save(new ChronologyEntry(caseNumber, clock.instant(), userId, what, null, true));
    }

    @Transactional(readOnly = true)
    public List<ChronologyEntry> of(String caseNumber) {
        return entries.findByCaseNumberOrderById(caseNumber);
    }
}
