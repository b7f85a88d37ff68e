package fairway.form;

import java.time.LocalDateTime;

import fairway.secrecy.SealedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one person has typed into one form and not completed yet; sealed as a whole, since a form may ask for restricted texts. */
@Entity
@Table(name = "form_draft")
class FormDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "place")
    private String place;
    @Column(name = "user_id")
    private String userId;
    private SealedText body;
    private LocalDateTime savedAt;

    protected FormDraft() {
    }

    SealedText body() {
        return body;
    }

    LocalDateTime savedAt() {
        return savedAt;
    }
}
