package fairway.correspondence;

import org.springframework.http.HttpStatus;

/** A personal page is not shown, or not yet. */
class NotYourPage extends RuntimeException {

    /** Why, and how it is answered. */
    enum Why {

        /** The person has to show by a code that the page is theirs. */
        codeNeeded(HttpStatus.OK, HttpStatus.UNAUTHORIZED, "Open your page with the code that is sent to your staff mailbox first."),
        wrongCode(HttpStatus.UNPROCESSABLE_ENTITY, HttpStatus.UNPROCESSABLE_ENTITY, "This code is wrong, used or too old."),
        codeNotSent(HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE, "The code could not be sent. Try again in a few minutes."),
        somebodyElse(HttpStatus.FORBIDDEN, HttpStatus.FORBIDDEN, "This page belongs to somebody else."),
        over(HttpStatus.GONE, HttpStatus.GONE, "The time of this link is over."),
        unknown(HttpStatus.NOT_FOUND, HttpStatus.NOT_FOUND, "There is no such page.");

        private final HttpStatus toReader;
        private final HttpStatus toSender;
        private final String inWords;

        Why(HttpStatus toReader, HttpStatus toSender, String inWords) {
            this.toReader = toReader;
            this.toSender = toSender;
            this.inWords = inWords;
        }

        /** Reading a page that asks for the code is nothing wrong; sending something without it changes nothing and says so. */
        HttpStatus status(boolean reading) {
            return reading ? toReader : toSender;
        }

        String inWords() {
            return inWords;
        }
    }

    private final Why why;

    NotYourPage(Why why) {
        super(why.name());
        this.why = why;
    }

    Why why() {
        return why;
    }
}
