package fairway.access;

import java.util.Optional;
import java.util.Set;

/** The users and groups, wherever they are kept. */
public interface Identities {

    Optional<Identity> find(String userId);

    /** Whether the password is right. Wrong ones are slowed down and in the end lock the user for a while. */
    boolean passwordIsRight(String userId, String password);

    /** User ids of everybody in the role's group. */
    Set<String> members(Role role);

    /** @throws fairway.form.Refusal naming the rule that the new password breaks */
    void changePassword(String userId, String newPassword);
}
