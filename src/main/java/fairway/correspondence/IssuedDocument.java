package fairway.correspondence;

/**
 * A document that was issued and never changes.
 *
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record IssuedDocument(long id, String kind, String title, String fileName, String mediaType, String sha256) {

    /** Where those who may read it find it. */
    public String link() {
        return "/documents/" + id;
    }
}
