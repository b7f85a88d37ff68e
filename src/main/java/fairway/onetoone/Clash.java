package fairway.onetoone;

/** A meeting that would sit in a one-to-one of the line or in its usual slot (PM-06). @param text names the clash as people read it */
public record Clash(String text) {
}
