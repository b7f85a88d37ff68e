package fairway.correspondence;

/** Text that has to stay on one line of a message header or of a list. */
final class OneLine {

    private OneLine() {
    }

    /** The text without control characters and line or paragraph separators, each run of them one space. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
