package fairway.access;

import java.util.Optional;

/** The users and groups, wherever they are kept. */
public interface Identities {

    Optional<Identity> find(String userId);

    /** Whether the password is right. Wrong ones are slowed down and in the end lock the user for a while. */
    boolean passwordIsRight(String userId, String password);

    /** @throws fairway.form.Refusal naming the rule that the new password breaks */
    void changePassword(String userId, String newPassword);
}
