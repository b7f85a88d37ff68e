package fairway.correspondence;

import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A document as it was issued; its bytes are kept under their hash. */
@Entity
@Immutable
class Document {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String businessKey;
    private String kind;
    private String title;
    private String fileName;
    private String mediaType;
    private String sha256;
    private Long editableId;
    private LocalDateTime issuedAt;

    protected Document() {
    }

    Document(String businessKey, String kind, Attachment attachment, String sha256, Long editableId, LocalDateTime issuedAt) {
        this.businessKey = businessKey;
        this.kind = kind;
        this.title = attachment.title();
        this.fileName = attachment.fileName();
        this.mediaType = attachment.mediaType();
        this.sha256 = sha256;
        this.editableId = editableId;
        this.issuedAt = issuedAt;
    }

    Long id() {
        return id;
    }

    String businessKey() {
        return businessKey;
    }

    String kind() {
        return kind;
    }

    String mediaType() {
        return mediaType;
    }

    String sha256() {
        return sha256;
    }

    IssuedDocument issued() {
        return new IssuedDocument(id, kind, title, fileName, mediaType, sha256, editableId);
    }

    Attachment with(byte[] content) {
        return new Attachment(fileName, title, mediaType, content);
    }
}
