package fairway.staff;

import java.time.OffsetDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A staff list that somebody uploaded: kept until it is applied, so that any node can apply what another one has shown. */
@Entity
@Table(name = "staff_import")
class StaffUpload {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String fileName;
    private byte[] content;
    private String uploadedBy;
    private OffsetDateTime uploadedAt;
    private String appliedBy;
    private OffsetDateTime appliedAt;
    private int people;
    private int joined;
    private int leftTrust;
    private int changed;

    protected StaffUpload() {
    }

    StaffUpload(String fileName, byte[] content, StaffListDifference difference, String uploadedBy, OffsetDateTime uploadedAt) {
        this.fileName = fileName;
        this.content = content;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
        count(difference);
    }

    long id() {
        return id;
    }

    String fileName() {
        return fileName;
    }

    byte[] content() {
        return content;
    }

    String uploadedBy() {
        return uploadedBy;
    }

    OffsetDateTime uploadedAt() {
        return uploadedAt;
    }

    String appliedBy() {
        return appliedBy;
    }

    /** Null until it is applied. */
    OffsetDateTime appliedAt() {
        return appliedAt;
    }

    int people() {
        return people;
    }

    int joined() {
        return joined;
    }

    int leftTrust() {
        return leftTrust;
    }

    int changed() {
        return changed;
    }

    void applied(StaffListDifference difference, String by, OffsetDateTime at) {
        count(difference);
        content = null;
        appliedBy = by;
        appliedAt = at;
    }

    private void count(StaffListDifference difference) {
        people = difference.people();
        joined = difference.joiners().size();
        leftTrust = difference.leavers().size();
        changed = difference.changedPeople();
    }
}
