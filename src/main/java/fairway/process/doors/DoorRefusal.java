package fairway.process.doors;

import org.springframework.http.HttpStatus;

/** A request is turned away at the door, before the engine hears of it. Nothing has changed. */
class DoorRefusal extends RuntimeException {

    private final HttpStatus status;
    private final String field;
    private final String rule;

    private DoorRefusal(HttpStatus status, String field, String rule, String message) {
        super(message, null, false, false);
        this.status = status;
        this.field = field;
        this.rule = rule;
    }

    HttpStatus status() {
        return status;
    }

    String field() {
        return field;
    }

    String rule() {
        return rule;
    }

    /** Not open to this user, or to nobody. */
    static DoorRefusal notOpen() {
        return new DoorRefusal(HttpStatus.FORBIDDEN, "", "notOpen", "This operation is not open to you.");
    }

    /** The operation is open, this part of it is not. */
    static DoorRefusal notOpen(String key) {
        return new DoorRefusal(HttpStatus.FORBIDDEN, key, "notOpen", "This operation is open without \"" + key + "\" only.");
    }

    /** A key or parameter that is unknown to us: the engine would pass over a misspelt one and answer for everything. */
    static DoorRefusal unknown(String key) {
        return new DoorRefusal(HttpStatus.BAD_REQUEST, key, "unknownKey", "\"" + key + "\" is not known here. Check its spelling.");
    }

    static DoorRefusal badValue(String key) {
        return new DoorRefusal(HttpStatus.BAD_REQUEST, key, "value", "The value of \"" + key + "\" is not one that is taken here.");
    }

    static DoorRefusal badJson(String message) {
        return new DoorRefusal(HttpStatus.BAD_REQUEST, "", "json", message);
    }

    static DoorRefusal tooLarge() {
        return new DoorRefusal(HttpStatus.PAYLOAD_TOO_LARGE, "", "tooLarge", "This is larger than anything that is taken here.");
    }

    static DoorRefusal notJson() {
        return new DoorRefusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "", "notJson", "Send JSON, with Content-Type application/json.");
    }

    /** A form is submitted in another way than its own. */
    static DoorRefusal notASubmission(String field, String message) {
        return new DoorRefusal(HttpStatus.UNPROCESSABLE_ENTITY, field, "submission", message);
    }

    /** A value that a person can put right. */
    static DoorRefusal unfit(String field, String rule, String message) {
        return new DoorRefusal(HttpStatus.UNPROCESSABLE_ENTITY, field, rule, message);
    }
}
