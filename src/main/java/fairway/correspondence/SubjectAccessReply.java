package fairway.correspondence;

import java.time.LocalDate;

/**
 * Tells somebody who asked what is kept about them that the answer takes longer (UK GDPR Art. 12(3)), or that it is refused (Art. 12(4) and (5)).
 *
 * @param receivedOn when the request came in
 * @param until      by when they have the answer; null when it is refused
 * @param reason     of whoever decided
 */
public record SubjectAccessReply(LetterHead head, LocalDate receivedOn, LocalDate until, String reason) implements Letter {

    @Override
    public String kind() {
        return Kinds.SUBJECT_ACCESS_REPLY;
    }

    @Override
    public String title() {
        return "Your request for what is kept about you";
    }
}
