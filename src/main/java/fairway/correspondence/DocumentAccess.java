package fairway.correspondence;

/** Says who may read issued documents. Whoever owns a kind of key answers for it; nobody may read what nobody answers for. */
public interface DocumentAccess {

    /**
     * @param userId user id of the sign-in
     * @param key    case number or line id that the document belongs to
     * @param kind   as in {@link Kinds}
     */
    boolean mayRead(String userId, String key, String kind);
}
