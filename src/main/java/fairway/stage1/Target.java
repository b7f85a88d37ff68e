package fairway.stage1;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

/** One SMART target of a plan (S1D-13): what, how it is measured, by when, with which support, and whether it is urgent or important. */
@Entity
@Table(name = "target")
public class Target {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String improvement;

    private String what;

    private String measure;

    @Column(name = "due_on")
    private LocalDate by;

    private String dependencies;

    private boolean urgent;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "target_support", joinColumns = @JoinColumn(name = "target_id"))
    @Column(name = "support_item_id")
    private Set<Long> support = new LinkedHashSet<>();

    protected Target() {
    }

    Target(String improvement, String what, String measure, LocalDate by, String dependencies, boolean urgent, Set<Long> support) {
        this.improvement = improvement;
        this.dependencies = dependencies;
        this.what = what;
        this.measure = measure;
        this.by = by;
        this.urgent = urgent;
        this.support = new LinkedHashSet<>(support);
    }

    /** The same target for the next version of the plan, with the day as it stands now. */
    Target copy(LocalDate newBy) {
        return new Target(improvement, what, measure, newBy, dependencies, urgent, support);
    }

    public Long id() {
        return id;
    }

    /** The improvement that is required; null where the target itself says it. */
    public String improvement() {
        return improvement;
    }

    /** What or whom meeting it depends on; null for nothing. */
    public String dependencies() {
        return dependencies;
    }

    public String what() {
        return what;
    }

    public String measure() {
        return measure;
    }

    /** The day as agreed, before absences and pauses move it on. */
    public LocalDate by() {
        return by;
    }

    /** Urgent or important: a failure with risk of serious detriment to the service may bring the formal stage forward (S1D-17). */
    public boolean urgent() {
        return urgent;
    }

    /** Ids of the support that goes with it. */
    public Set<Long> support() {
        return Set.copyOf(support);
    }
}
