package fairway.performancecase;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One line of a case's chronology. */
@Entity
@Table(name = "performance_case_entry")
public class ChronologyEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String caseNumber;
    private Instant at;
    private String byUser;
    private String what;
    private String detail;
    private boolean restricted;

    protected ChronologyEntry() {
    }

    ChronologyEntry(String caseNumber, Instant at, String byUser, String what, String detail, boolean restricted) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.byUser = byUser;
        this.what = what;
        this.detail = detail;
        this.restricted = restricted;
    }

    public Instant at() {
        return at;
    }

    /** User id of who did it; null for what the process does by itself. */
    public String byUser() {
        return byUser;
    }

    /** What happened, as a short sentence. */
    public String what() {
        return what;
    }

    /** What was written with it; null if nothing. */
    public String detail() {
        return detail;
    }

    /** Whether it tells that health came up, so that it goes into no letter. */
    public boolean restricted() {
        return restricted;
    }
}
