package fairway.stage1;

import fairway.correspondence.IssuedDocument;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A document as it was approved: nothing else is sent in its place.
 *
 * @param documentId where its bytes are kept
 * @param sha256     of its bytes, 64 hexadecimal digits
 */
@Embeddable
public record ApprovedDocument(@Column(name = "document_id") long documentId, @Column(name = "sha256") String sha256) {

    static ApprovedDocument of(IssuedDocument kept) {
        return new ApprovedDocument(kept.id(), kept.sha256());
    }
}
