package fairway.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of everything that is sent: a row first, in the transaction of the step that sends it, then a process of its own that gets it there. */
@Service
@Transactional
public class Deliveries {

    private final DeliveryRepository deliveries;
    private final ColleagueCommentRepository comments;
    private final LetterCorrectionRepository corrections;
    private final Documents documents;
    private final DeliveryStart delivery;
    private final TrustSettings trust;
    private final Clock clock;

    Deliveries(DeliveryRepository deliveries, ColleagueCommentRepository comments, LetterCorrectionRepository corrections, Documents documents, DeliveryStart delivery, TrustSettings trust, Clock clock) {
        this.deliveries = deliveries;
        this.comments = comments;
        this.corrections = corrections;
        this.documents = documents;
        this.delivery = delivery;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Writes the message and starts what sends it. A second call with the same key, kind and occurrence changes nothing.
     *
     * @return number of the delivery
     */
    public long send(Dispatch dispatch) {
        return deliveries.findByBusinessKeyAndKindAndOccurrence(dispatch.key(), dispatch.kind(), dispatch.occurrence())
                .orElseGet(() -> write(dispatch)).id();
    }

    /** The next version of a letter that was sent: a message of its own, with its own Message-ID, receipt and period for comments. Nobody waits for the receipt of the former one any more. */
    Delivery sendVersion(Dispatch dispatch, Delivery replaced) {
        List<Document> issued = issued(dispatch);
        Delivery written = deliveries.saveAndFlush(new Delivery(dispatch, messageId(dispatch), issued, LocalDateTime.now(clock), replaced));
        delivery.stop(replaced.id());
        delivery.start(written.id(), dispatch.key(), dispatch.to().hasMail(), dispatch.receiptNeeded());
        return written;
    }

    /**
     * Takes a message back that has not gone out yet, for good; also one that could not be sent.
     *
     * @return whether it stays here; false where it has gone out, or where there is none
     */
    public boolean withdraw(String key, String kind, String occurrence) {
        return deliveries.findIdBy(key, kind, occurrence).map(id -> {
            deliveries.hold(id);
            Delivery found = deliveries.findById(id).orElseThrow();
            if (found.sentAt() != null || !(found.state() == DeliveryState.waiting || found.state() == DeliveryState.failed) || deliveries.wasAccepted(id)) {
                return found.state() == DeliveryState.stopped;
            }
            found.stop(LocalDateTime.now(clock));
            delivery.stop(id);
            return true;
        }).orElse(false);
    }

    private Delivery write(Dispatch dispatch) {
        List<Document> issued = issued(dispatch);
        Delivery written = deliveries.saveAndFlush(new Delivery(dispatch, messageId(dispatch), issued, LocalDateTime.now(clock)));
        delivery.start(written.id(), dispatch.key(), dispatch.to().hasMail(), dispatch.receiptNeeded());
        return written;
    }

    private List<Document> issued(Dispatch dispatch) {
        return dispatch.attachments().stream().map(a -> documents.issue(dispatch.key(), dispatch.kind(), a)).toList();
    }

    /**
     * Nothing more goes to this person under this key: what was not sent is stopped, by mail and on paper, and nobody waits for the receipt of
     * what was.
     */
    public void stop(String key, String staffNumber) {
        LocalDateTime now = LocalDateTime.now(clock);
        deliveries.findByBusinessKeyOrderByIdDesc(key).stream().filter(d -> staffNumber.equals(d.toStaffNumber())).forEach(d -> {
            d.stop(now);
            delivery.stop(d.id());
        });
    }

    /** The same for the same message always, so that whoever gets it twice sees it once; it tells nothing of the case. */
    private String messageId(Dispatch dispatch) {
        String triple = dispatch.key() + "\n" + dispatch.kind() + "\n" + dispatch.occurrence();
        return "<" + Documents.sha256(triple.getBytes(StandardCharsets.UTF_8)).substring(0, 40) + "@"
                + trust.mailFrom().substring(trust.mailFrom().indexOf('@') + 1) + ">";
    }

    /** What was sent under a key, newest first. */
    @Transactional(readOnly = true)
    public List<Sent> of(String key) {
        return deliveries.findByBusinessKeyOrderByIdDesc(key).stream().map(this::sent).toList();
    }

    /** The same of one kind, newest first. */
    @Transactional(readOnly = true)
    public List<Sent> of(String key, String kind) {
        return of(key).stream().filter(s -> s.kind().equals(kind)).toList();
    }

    /** Letters and notes that this colleague was sent or handed, whatever they belong to, newest first. */
    @Transactional(readOnly = true)
    public List<Sent> lettersTo(String staffNumber) {
        return deliveries.findByToStaffNumberAndKindInAndSentAtNotNullOrderByIdDesc(staffNumber, Kinds.TO_THE_COLLEAGUE).stream().map(this::sent).toList();
    }

    /** One of them by its number. */
    @Transactional(readOnly = true)
    public Optional<Sent> find(long id) {
        return deliveries.findById(id).map(this::sent);
    }

    /** When a message of this kind first reached the colleague, by mail or on paper; Europe/London. Empty while it is on its way. */
    @Transactional(readOnly = true)
    public Optional<LocalDateTime> reachedAt(String key, String kind) {
        return of(key, kind).stream().map(Sent::sentAt).filter(Objects::nonNull).min(LocalDateTime::compareTo);
    }

    /** How far messages of this kind under this key have come. */
    @Transactional(readOnly = true)
    public Progress progress(String key, String kind) {
        List<Delivery> all = deliveries.findByBusinessKeyOrderByIdDesc(key).stream().filter(d -> d.kind().equals(kind)).toList();
        if (all.isEmpty()) {
            return Progress.notWritten;
        }
        if (all.stream().anyMatch(d -> d.sentAt() != null)) {
            return Progress.reached;
        }
        Delivery newest = all.get(0);
        return switch (newest.state()) {
            case failed -> Progress.failed;
            case stopped -> Progress.stopped;
            default -> newest.toAddress() == null ? Progress.onPaper : Progress.onItsWay;
        };
    }

    /** How far a message has come: nothing has left yet, it is on its way by mail or on paper, mail failed, nothing more goes, or it was sent or handed over. */
    public enum Progress { notWritten, onItsWay, onPaper, failed, stopped, reached }

    /** What the colleague wrote about letters under this key, oldest first. */
    @Transactional(readOnly = true)
    public List<ColleagueWords> wordsOf(String key) {
        return comments.findByDeliveryBusinessKeyOrderById(key).stream().map(ColleagueComment::words).toList();
    }

    /** Every PDF that reached the colleague with messages of these kinds under this key, by mail or on paper, oldest first, each once, to attach again (hand-over pack). */
    @Transactional(readOnly = true)
    public List<Attachment> documentsOf(String key, List<String> kinds) {
        return deliveries.findByBusinessKeyAndKindInOrderById(key, kinds).stream().filter(d -> d.sentAt() != null).flatMap(d -> d.documents().stream()).distinct()
                .filter(d -> d.mediaType().equals(Attachment.PDF)).map(documents::read).toList();
    }

    /** Keeps a document that is not sent (a meeting script), for those who may read it. The same bytes are kept once. */
    public IssuedDocument issue(String key, String kind, Attachment document) {
        return documents.issue(key, kind, document).issued();
    }

    /** A document as it was issued, restricted ones too: whoever asks has to know that it may be read. */
    @Transactional(readOnly = true)
    public Attachment document(long documentId) {
        return documents.read(documents.find(documentId).orElseThrow(() -> new IllegalStateException("no document " + documentId)));
    }

    /**
     * A document that was kept before, to be sent as it is.
     *
     * @param sha256 what its bytes were when it was kept
     * @throws IllegalStateException when there is no such document, or its bytes are others
     */
    @Transactional(readOnly = true)
    public Attachment kept(long documentId, String sha256) {
        return documents.read(documents.find(documentId).filter(document -> document.sha256().equals(sha256))
                .orElseThrow(() -> new IllegalStateException("document " + documentId + " is not the one that was approved")));
    }

    /** Numbers and titles of documents that were kept, in the order asked for. */
    @Transactional(readOnly = true)
    public List<IssuedDocument> issued(List<Long> documentIds) {
        return documentIds.stream().map(id -> documents.find(id).orElseThrow().issued()).toList();
    }

    private Sent sent(Delivery d) {
        Delivery before = d.replaces();
        return new Sent(d.id(), d.businessKey(), d.kind(), d.occurrence(), d.toName(), d.state(), d.stateSince(), d.sentAt(),
                d.documents().stream().map(Document::issued).toList(), d.letterVersion(), corrected(d), before == null ? null : version(before),
                Kinds.isToTheColleague(d.kind()) ? replacedBy(d).orElse(null) : null);
    }

    /** The version that corrects this one. */
    Optional<LetterVersion> replacedBy(Delivery d) {
        return deliveries.findByReplacesId(d.id()).map(this::version);
    }

    private String corrected(Delivery d) {
        return d.replaces() == null ? null : corrections.findByReplacesIdAndState(d.replaces().id(), CorrectionState.issued).map(LetterCorrection::what).orElse(null);
    }

    LetterVersion version(Delivery d) {
        return new LetterVersion(d.id(), d.letterVersion(), (d.sentAt() == null ? d.writtenAt() : d.sentAt()).toLocalDate(),
                corrected(d),
                d.documents().stream().map(Document::issued).toList());
    }
}
