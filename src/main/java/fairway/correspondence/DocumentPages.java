package fairway.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.Principal;

import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Issued documents for those who may read them: who sees the case or the line, or answers the access request. A referral to Occupational Health is for those alone whom the restricted part names.
 * To everybody else a document does not exist.
 */
@Controller
class DocumentPages {

    private final Documents documents;
    private final CaseAccess access;
    private final RestrictedReaders restricted;
    private final RequestReaders requests;
    private final AccessLog log;

    DocumentPages(Documents documents, CaseAccess access, RestrictedReaders restricted, RequestReaders requests, AccessLog log) {
        this.documents = documents;
        this.access = access;
        this.restricted = restricted;
        this.requests = requests;
        this.log = log;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable("id") long id, Principal user) {
        Document document = documents.find(id).filter(d -> mayRead(user.getName(), d)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        log.read(Kinds.isRestricted(document.kind()) ? AccessLog.Kind.HEALTH_RECORD : AccessLog.Kind.LETTER, document.businessKey() + " document " + id, user.getName());
        return download(documents.read(document));
    }

    private boolean mayRead(String user, Document document) {
        String key = document.businessKey();
        if (key.startsWith("L-")) {
            return access.maySeeNotes(user, key);
        }
        if (key.startsWith(RequestReaders.REQUEST)) {
            return requests.mayRead(key, user);
        }
        return Kinds.isRestricted(document.kind()) ? restricted.mayReadReferrals(key, user) : access.maySee(user, key);
    }

    /** The bytes as they were issued, to be saved or opened, kept in no cache. */
    static ResponseEntity<byte[]> download(Attachment attachment) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(attachment.fileName(), StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .body(attachment.content());
    }
}
