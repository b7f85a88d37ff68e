package fairway.access;

import java.util.Optional;
import java.util.Set;

/** The users and groups, wherever they are kept. */
public interface Identities {

    Optional<Identity> find(String userId);

    /** Whether the password is right; whoever asks slows down wrong ones. */
    boolean passwordIsRight(String userId, String password);

    /** User ids of everybody in the role's group. */
    Set<String> members(Role role);

    /** @throws fairway.form.Refusal naming the rule that the new password breaks */
    void changePassword(String userId, String newPassword);
}
