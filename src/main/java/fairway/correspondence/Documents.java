package fairway.correspondence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Optional;

import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents as they were issued: once there, never changed. Those of the restricted kinds are sealed. */
@Service
@Transactional
class Documents {

    private final DocumentRepository documents;
    private final Seal seal;
    private final Clock clock;

    Documents(DocumentRepository documents, Seal seal, Clock clock) {
        this.documents = documents;
        this.seal = seal;
        this.clock = clock;
    }

    /** Keeps a document, its editable copy as a document of its own; the same bytes under the same key, kind and name are one document. */
    Document issue(String key, String kind, Attachment attachment) {
        String sha256 = sha256(attachment.content());
        return documents.findByBusinessKeyAndKindAndFileNameAndSha256(key, kind, attachment.fileName(), sha256).orElseGet(() -> {
            Long editable = attachment.editable() == null ? null : issue(key, kind, attachment.editableCopy()).id();
            if (Kinds.isRestricted(kind)) {
                documents.keepSealed(sha256, seal.sealBytes(SealedColumn.DOCUMENT, sha256, attachment.content()));
            } else {
                documents.keep(sha256, attachment.content());
            }
            return documents.save(new Document(key, kind, attachment, sha256, editable, LocalDateTime.now(clock)));
        });
    }

    @Transactional(readOnly = true)
    Optional<Document> find(long id) {
        return documents.findById(id);
    }

    /** @throws NotAsIssued when the bytes are not the ones that were issued */
    @Transactional(readOnly = true)
    Attachment read(Document document) {
        byte[] sealed = documents.sealedContent(document.sha256());
        byte[] content = sealed == null ? documents.content(document.sha256()) : seal.openBytes(SealedColumn.DOCUMENT, document.sha256(), sealed);
        if (content == null || !sha256(content).equals(document.sha256())) {
            throw new NotAsIssued(document.id());
        }
        return document.with(content);
    }

    /** The bytes of a document are not those that were issued. */
    static final class NotAsIssued extends IllegalStateException {

        NotAsIssued(Long document) {
            super("document " + document + " is not what was issued");
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
