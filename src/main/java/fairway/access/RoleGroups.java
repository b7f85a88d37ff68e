package fairway.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which groups of the Trust's directory give which role; names as the directory writes them, to the letter. */
public record RoleGroups(
        @DefaultValue List<String> manager,
        @DefaultValue List<String> hr,
        @DefaultValue List<String> processOwner,
        @DefaultValue List<String> operations,
        @DefaultValue List<String> administrator) {

    /** The roles of somebody who is in these groups; of groups that no setting names comes nothing. */
    Set<Role> rolesOf(Collection<String> groups) {
        return Arrays.stream(Role.values()).filter(role -> named(role).stream().anyMatch(groups::contains)).collect(Collectors.toSet());
    }

    private List<String> named(Role role) {
        return switch (role) {
            case MANAGER -> manager;
            case HR -> hr;
            case PROCESS_OWNER -> processOwner;
            case OPERATIONS -> operations;
            case ADMINISTRATOR -> administrator;
        };
    }

    void check(String prefix) {
        require(prefix + "manager", manager);
        require(prefix + "hr", hr);
        require(prefix + "operations", operations);
        require(prefix + "administrator", administrator);
    }

    private static void require(String setting, List<String> groups) {
        if (groups.stream().allMatch(String::isBlank)) {
            throw new SignInRefused(setting, "it is missing. It names the groups of the Trust's directory that give this role");
        }
    }
}
