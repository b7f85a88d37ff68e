package fairway.process.doors;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.access.Role;

/** The engine's web applications, and to whom each is open. */
enum Webapp {
    WELCOME(Role.values()),
    TASKLIST(Role.MANAGER, Role.HR, Role.OPERATIONS),
    COCKPIT(Role.OPERATIONS, Role.PROCESS_OWNER),
    ADMIN(Role.ADMINISTRATOR);

    private final Set<Role> roles;

    Webapp(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** As it stands in addresses. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<Role> roles() {
        return roles;
    }

    static Set<String> openTo(Collection<String> groups) {
        return Arrays.stream(values()).filter(app -> app.roles.stream().anyMatch(role -> groups.contains(role.group()))).map(Webapp::id)
                .collect(Collectors.toSet());
    }
}
