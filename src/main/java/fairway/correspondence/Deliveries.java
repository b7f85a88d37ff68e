package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/** The ledger of everything that is sent: a row first, in the transaction of the step that sends it, then a process of its own that gets it there. */
@Service
public class Deliveries {

    /**
     * Writes the message and starts what sends it. A second call with the same key, kind and occurrence changes nothing.
     *
     * @return number of the delivery
     */
    public long send(Dispatch dispatch) {
        throw new UnsupportedOperationException("nothing is sent yet");
    }

    /** What was sent under a key, newest first. */
    public List<Sent> of(String key) {
        return List.of();
    }

    /** The same of one kind, newest first. */
    public List<Sent> of(String key, String kind) {
        return of(key).stream().filter(s -> s.kind().equals(kind)).toList();
    }

    /** When a message of this kind first reached the colleague, by mail or on paper; Europe/London. Empty while it is on its way. */
    public Optional<LocalDateTime> reachedAt(String key, String kind) {
        return of(key, kind).stream().map(Sent::sentAt).filter(java.util.Objects::nonNull).min(LocalDateTime::compareTo);
    }

    /** What the colleague wrote about letters under this key, oldest first. */
    public List<ColleagueWords> wordsOf(String key) {
        return List.of();
    }

    /** Everything that went with messages of these kinds under this key, oldest first, to attach again (hand-over pack). */
    public List<Attachment> documentsOf(String key, List<String> kinds) {
        return List.of();
    }

    /** Keeps a document that is not sent (a meeting script), for those who may read it. The same bytes are kept once. */
    public IssuedDocument issue(String key, String kind, Attachment document) {
        throw new UnsupportedOperationException("nothing is issued yet");
    }
}
