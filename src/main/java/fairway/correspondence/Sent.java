package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.List;

/**
 * One message as people see it on the page of a case or a line.
 *
 * @param id        number of the delivery
 * @param kind      as in {@link Dispatch#kind()}; {@link #label()} is what people read
 * @param to        name of who it is for
 * @param state     what has become of it
 * @param when      when it reached that state, Europe/London
 * @param sentAt    when it was sent, or handed over on paper; null before that
 * @param documents what went with it
 */
public record Sent(long id, String key, String kind, String occurrence, String to, DeliveryState state, LocalDateTime when, LocalDateTime sentAt,
                   List<IssuedDocument> documents) {

    public String label() {
        return Kinds.label(kind);
    }
}
