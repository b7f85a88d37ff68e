package fairway.correspondence;

/** Who reads what was written in answer to a subject access request; answered by the module that owns the requests. */
public interface RequestReaders {

    /** What numbers of such requests begin with. */
    String REQUEST = "SAR-";

    /** Whether this user (user id) may read what was written under the request of this number. */
    boolean mayRead(String number, String userId);
}
