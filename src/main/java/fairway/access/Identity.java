package fairway.access;

import java.util.Set;

/** A user as the identity service knows them: user id, name as shown, groups they are in now. */
public record Identity(String userId, String name, Set<String> groups) {

    public Identity {
        groups = Set.copyOf(groups);
    }

    public boolean has(Role role) {
        return groups.contains(role.group());
    }
}
