package fairway.correspondence;

/**
 * The link of a letter to the page of the one person whom it was sent to.
 *
 * @param token       the secret of the link; it stands in the message alone
 * @param delivery    number of the delivery
 * @param key         case number or line id
 * @param staffNumber whose page it is; null for somebody outside the staff list, who cannot open it
 */
public record PersonalLink(String token, long delivery, String key, String staffNumber) {

    /** Request attribute under which the pages behind the link find it, once the person is known. */
    public static final String ATTRIBUTE = "fairway.personalLink";

    String tokenHash() {
        return PersonalLinks.hash(token);
    }

    /** How the access log names it: by the case or line and the delivery. */
    String inTheLog() {
        return key + " delivery " + delivery;
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "PersonalLink[delivery " + delivery + "]";
    }
}
