package fairway.performancecase;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Support agreed in the informal conversation (S1P-02). */
@Embeddable
public class AgreedSupport {

    @Enumerated(EnumType.STRING)
    private SupportKind kind;
    private String what;
    @Column(name = "agreed_by_day")
    private LocalDate by;

    protected AgreedSupport() {
    }

    AgreedSupport(SupportKind kind, String what, LocalDate by) {
        this.kind = kind;
        this.what = what;
        this.by = by;
    }

    public SupportKind kind() {
        return kind;
    }

    public String what() {
        return what;
    }

    /** The day until which it is to be given. */
    public LocalDate by() {
        return by;
    }
}
