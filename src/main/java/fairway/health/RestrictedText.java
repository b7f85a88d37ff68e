package fairway.health;

import java.util.Objects;

/** Text about somebody's health. Never shows itself: not in logs, not in exception messages, not in a debugger's list. */
final class RestrictedText {

    private final String text;

    private RestrictedText(String text) {
        this.text = text;
    }

    static RestrictedText of(String text) {
        return text == null || text.isBlank() ? null : new RestrictedText(text);
    }

    /** The text itself, for those who may read it; null for null. */
    static String reveal(RestrictedText restricted) {
        return restricted == null ? null : restricted.text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RestrictedText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return "[restricted]";
    }
}
