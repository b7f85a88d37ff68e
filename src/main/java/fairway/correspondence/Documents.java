package fairway.correspondence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents as they were issued: once there, never changed. */
@Service
@Transactional
class Documents {

    private final DocumentRepository documents;
    private final Clock clock;

    Documents(DocumentRepository documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** Keeps a document, its editable copy as a document of its own; the same bytes under the same key, kind and name are one document. */
    Document issue(String key, String kind, Attachment attachment) {
        String sha256 = sha256(attachment.content());
        return documents.findByBusinessKeyAndKindAndFileNameAndSha256(key, kind, attachment.fileName(), sha256).orElseGet(() -> {
            Long editable = attachment.editable() == null ? null : issue(key, kind, attachment.editableCopy()).id();
            documents.keep(sha256, attachment.content());
            return documents.save(new Document(key, kind, attachment, sha256, editable, LocalDateTime.now(clock)));
        });
    }

    @Transactional(readOnly = true)
    Optional<Document> find(long id) {
        return documents.findById(id);
    }

    /** @throws IllegalStateException when the bytes are not the ones that were issued */
    @Transactional(readOnly = true)
    Attachment read(Document document) {
        byte[] content = documents.content(document.sha256());
        if (content == null || !sha256(content).equals(document.sha256())) {
            throw new IllegalStateException("document " + document.id() + " is not what was issued");
        }
        return document.with(content);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
