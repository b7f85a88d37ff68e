package fairway.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;

/** What templates of letters and of the colleague's page are given beside the letter, under the name {@code words}: dates as people read them, paragraphs, the Trust's name. */
@Component
final class LetterWording {

    private final TrustSettings trust;

    LetterWording(TrustSettings trust) {
        this.trust = trust;
    }

    public String trust() {
        return trust.name();
    }

    public String day(LocalDate day) {
        return InWords.of(day);
    }

    public String weekday(LocalDate day) {
        return InWords.weekday(day);
    }

    public String moment(LocalDateTime moment) {
        return InWords.weekday(moment);
    }

    /** The paragraphs of a text that a person wrote; an empty line parts them. No text has none. */
    public List<String> paragraphs(String text) {
        return parts(text);
    }

    static List<String> parts(String text) {
        return text == null ? List.of() : Arrays.stream(text.strip().split("\\R[\\t ]*\\R\\s*")).filter(p -> !p.isBlank()).toList();
    }

    /** Name and role on one line. */
    public String named(Named someone) {
        return someone.role() == null || someone.role().isBlank() ? someone.name() : someone.name() + ", " + someone.role();
    }

    /** e.g. "Training: the e-roster course", or the second alone. */
    public String kinded(String kind, String what) {
        return kind == null || kind.isBlank() ? what : kind + ": " + what;
    }
}
