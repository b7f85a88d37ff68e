package fairway.correspondence;

import java.util.Locale;
import java.util.Objects;

/**
 * Someone who is written to. Control characters in a name (line ends above all) become spaces, so that no name can add a header to a message.
 *
 * @param staffNumber staff number, or null for somebody outside the staff list (the Occupational Health provider, an HR mailbox)
 * @param name        name as people read it
 * @param email       mail address, or null: then the letter is printed and handed over
 */
public record Recipient(String staffNumber, String name, String email) {

    public Recipient {
        name = OneLine.of(Objects.requireNonNull(name, "name"));
        email = email == null || email.isBlank() ? null : email.strip();
    }

    /** A mailbox that is not a person of the staff list. */
    public static Recipient mailbox(String name, String email) {
        return new Recipient(null, name, email);
    }

    public boolean hasMail() {
        return email != null;
    }

    /** The mail address as one compares it; empty where there is none. */
    String mailbox() {
        return hasMail() ? email.toLowerCase(Locale.ROOT) : "";
    }
}
