package fairway.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

/** One message on its way. Its words and documents never change; what has become of it does. Times are Europe/London. */
@Entity
class Delivery {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String businessKey;
    private String kind;
    private String occurrence;
    private String messageId;
    private String toStaffNumber;
    private String toName;
    private String toAddress;
    @ElementCollection
    @CollectionTable(name = "delivery_copy", joinColumns = @JoinColumn(name = "delivery_id"))
    @OrderColumn(name = "position")
    @Column(name = "address")
    private List<String> copies = new ArrayList<>();
    private String subject;
    private String body;
    @ManyToMany
    @JoinTable(name = "delivery_document", joinColumns = @JoinColumn(name = "delivery_id"), inverseJoinColumns = @JoinColumn(name = "document_id"))
    @OrderColumn(name = "position")
    private List<Document> documents = new ArrayList<>();
    private boolean receiptNeeded;
    private String handOverBy;
    @Enumerated(EnumType.STRING)
    private DeliveryState state = DeliveryState.waiting;
    private int round = 1;
    private String fault;
    private LocalDateTime writtenAt;
    private LocalDateTime stateSince;
    private LocalDateTime sentAt;
    private LocalDateTime receivedAt;
    private LocalDate handedOverOn;
    private String handedOverHow;
    private int letterVersion = 1;
    @ManyToOne
    private Delivery replaces;
    @Version
    private long version;

    protected Delivery() {
    }

    Delivery(Dispatch dispatch, String messageId, List<Document> documents, LocalDateTime now) {
        this.businessKey = dispatch.key();
        this.kind = dispatch.kind();
        this.occurrence = dispatch.occurrence();
        this.messageId = messageId;
        this.toStaffNumber = dispatch.to().staffNumber();
        this.toName = dispatch.to().name();
        this.toAddress = dispatch.to().email();
        this.copies.addAll(dispatch.cc());
        this.subject = dispatch.subject();
        this.body = dispatch.text();
        this.documents.addAll(documents);
        this.receiptNeeded = dispatch.receiptNeeded();
        this.handOverBy = dispatch.handOverBy();
        this.writtenAt = now;
        this.stateSince = now;
    }

    /** The next version of a letter that was sent. */
    Delivery(Dispatch dispatch, String messageId, List<Document> documents, LocalDateTime now, Delivery replaces) {
        this(dispatch, messageId, documents, now);
        if (replaces.sentAt == null) {
            throw new IllegalStateException("delivery " + replaces.id + " cannot be replaced: it is " + replaces.state);
        }
        this.replaces = replaces;
        this.letterVersion = replaces.letterVersion + 1;
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

    String occurrence() {
        return occurrence;
    }

    String messageId() {
        return messageId;
    }

    String toStaffNumber() {
        return toStaffNumber;
    }

    String toName() {
        return toName;
    }

    String toAddress() {
        return toAddress;
    }

    List<String> copies() {
        return List.copyOf(copies);
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    List<Document> documents() {
        return List.copyOf(documents);
    }

    boolean receiptNeeded() {
        return receiptNeeded;
    }

    /** Whether it leads to the recipient's own page. */
    boolean hasPage() {
        return receiptNeeded || toStaffNumber != null && Kinds.isLetterOfACase(kind);
    }

    /** 1 for what was sent first, and one more for each correction. */
    int letterVersion() {
        return letterVersion;
    }

    /** The version that this one corrects; null for the first. */
    Delivery replaces() {
        return replaces;
    }

    /** The first version of the letter. */
    Delivery first() {
        return replaces == null ? this : replaces.first();
    }

    String handOverBy() {
        return handOverBy;
    }

    DeliveryState state() {
        return state;
    }

    int round() {
        return round;
    }

    String fault() {
        return fault;
    }

    LocalDateTime stateSince() {
        return stateSince;
    }

    LocalDateTime writtenAt() {
        return writtenAt;
    }

    LocalDateTime sentAt() {
        return sentAt;
    }

    LocalDateTime receivedAt() {
        return receivedAt;
    }

    /** Whether it has yet to go by mail. */
    boolean isWaiting() {
        return state == DeliveryState.waiting;
    }

    void sent(LocalDateTime now) {
        require(state == DeliveryState.waiting, "sent");
        sentAt = now;
        fault = null;
        become(DeliveryState.sent, now);
    }

    void failed(String reason, LocalDateTime now) {
        require(state == DeliveryState.waiting, "failed");
        fault = reason;
        become(DeliveryState.failed, now);
    }

    /** Goes out once more, in a new round of attempts, to the mailbox that the recipient has now. */
    void sendAgain(String address, LocalDateTime now) {
        require(state == DeliveryState.failed, "sent again");
        if (address != null) {
            toAddress = address;
        }
        round++;
        become(DeliveryState.waiting, now);
    }

    void received(LocalDateTime now) {
        require(receiptNeeded && sentAt != null, "received");
        if (receivedAt == null) {
            receivedAt = now;
            become(DeliveryState.received, now);
        }
    }

    /** Handed over on paper. Confirmed receipt stays confirmed. */
    void handedOver(LocalDate on, String how, LocalDateTime now) {
        handedOverOn = on;
        handedOverHow = how;
        if (sentAt == null) {
            sentAt = on.equals(now.toLocalDate()) ? now : on.atTime(12, 0);
        }
        if (state != DeliveryState.received) {
            become(DeliveryState.printed, now);
        }
    }

    /** Does not go out any more. What was sent, or handed over, stays so. */
    void stop(LocalDateTime now) {
        if (state == DeliveryState.waiting || state == DeliveryState.failed) {
            become(DeliveryState.stopped, now);
        }
    }

    /** Could not be sent and is no longer needed. */
    void closeUnsent(LocalDateTime now) {
        require(state == DeliveryState.failed && Kinds.mayBeClosedUnsent(kind), "closed unsent");
        stop(now);
    }

    /** Whether there is anything to print of it: a calendar file is nothing for paper. */
    boolean isPrintable() {
        return documents.stream().anyMatch(document -> document.mediaType().equals(Attachment.PDF));
    }

    private void become(DeliveryState next, LocalDateTime now) {
        state = next;
        stateSince = now;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("delivery " + id + " cannot be " + what + ": it is " + state);
        }
    }
}
