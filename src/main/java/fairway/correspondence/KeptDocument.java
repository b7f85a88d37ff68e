package fairway.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A document of a correction as it was seen: nothing else is sent in its place.
 *
 * @param documentId where its bytes are kept
 * @param sha256     of its bytes, 64 hexadecimal digits
 */
@Embeddable
record KeptDocument(@Column(name = "document_id") long documentId, @Column(name = "sha256") String sha256) {
}
