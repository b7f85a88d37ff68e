package fairway.correspondence;

/** Who reads documents of the restricted kinds; answered by the restricted part. */
public interface RestrictedReaders {

    /** Whether this user (user id) reads referrals of the case as they were sent. */
    boolean mayReadReferrals(String caseNumber, String userId);
}
