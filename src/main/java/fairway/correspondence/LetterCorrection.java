package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

/** A correction of a letter that was sent: what was corrected, and the documents as they go. Times are Europe/London. */
@Entity
class LetterCorrection {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(optional = false)
    private Delivery replaces;
    @Enumerated(EnumType.STRING)
    private CorrectionState state = CorrectionState.waiting;
    private String what;
    @ElementCollection
    @CollectionTable(name = "letter_correction_text", joinColumns = @JoinColumn(name = "correction_id"))
    @MapKeyColumn(name = "part")
    @Column(name = "text")
    private Map<String, String> texts = new TreeMap<>();
    @ElementCollection
    @CollectionTable(name = "letter_correction_document", joinColumns = @JoinColumn(name = "correction_id"))
    @OrderColumn(name = "position")
    private List<KeptDocument> documents = new ArrayList<>();
    private String enclosed;
    private String writtenBy;
    private LocalDateTime writtenAt;
    private String decidedBy;
    private LocalDateTime decidedAt;
    private String changes;
    @Version
    private long version;

    protected LetterCorrection() {
    }

    LetterCorrection(Delivery replaces, String what, Map<String, String> texts, List<KeptDocument> documents, String enclosed, String by, LocalDateTime at) {
        this.replaces = replaces;
        this.what = what;
        this.texts.putAll(texts);
        this.documents.addAll(documents);
        this.enclosed = enclosed;
        this.writtenBy = by;
        this.writtenAt = at;
    }

    void confirm(String by, LocalDateTime at) {
        decide(CorrectionState.confirmed, by, at);
    }

    /** @param asked what has to change before it can be confirmed */
    void refuse(String asked, String by, LocalDateTime at) {
        decide(CorrectionState.refused, by, at);
        changes = asked;
    }

    void issued() {
        require(CorrectionState.confirmed, CorrectionState.issued);
        state = CorrectionState.issued;
    }

    private void decide(CorrectionState decided, String by, LocalDateTime at) {
        require(CorrectionState.waiting, decided);
        state = decided;
        decidedBy = by;
        decidedAt = at;
    }

    private void require(CorrectionState before, CorrectionState after) {
        if (state != before) {
            throw new IllegalStateException("correction " + id + " cannot be " + after + ": it is " + state);
        }
    }

    Long id() {
        return id;
    }

    Delivery replaces() {
        return replaces;
    }

    CorrectionState state() {
        return state;
    }

    String what() {
        return what;
    }

    /** What HR said has to change; null unless it was refused, and of those that were refused before this was kept here. */
    String changes() {
        return changes;
    }

    LocalDateTime decidedAt() {
        return decidedAt;
    }

    /** By the id of the text; one that is empty is not among them. */
    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    List<KeptDocument> documents() {
        return List.copyOf(documents);
    }

    /** As {@link CorrectableLetter#enclosed} said when it was written. */
    String enclosed() {
        return enclosed;
    }

    LocalDateTime writtenAt() {
        return writtenAt;
    }
}
