package fairway.correspondence;

/**
 * A document that was issued and never changes.
 *
 * @param sha256     of its bytes, 64 hexadecimal digits
 * @param editableId number of its editable copy; null where there is none
 */
public record IssuedDocument(long id, String kind, String title, String fileName, String mediaType, String sha256, Long editableId) {

    /** Where those who may read it find it. */
    public String link() {
        return "/documents/" + id;
    }

    /** Where its editable copy is; null where there is none. */
    public String editableLink() {
        return editableId == null ? null : "/documents/" + editableId;
    }
}
