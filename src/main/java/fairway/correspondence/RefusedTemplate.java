package fairway.correspondence;

/**
 * A template of the Trust's folder that is not used.
 *
 * @param file   its name
 * @param line   where the fault is; 0 where it is in no line
 * @param reason in words
 */
public record RefusedTemplate(String file, int line, String reason) {

    @Override
    public String toString() {
        return file + (line > 0 ? ", line " + line : "") + ": " + reason;
    }
}
