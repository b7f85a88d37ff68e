package fairway.access;

import java.util.Arrays;
import java.util.Optional;

/** The five roles of a sign-in. Each is a group of users; nobody has a right that does not come from one of them or from a case. */
public enum Role {
    MANAGER("manager", "Managers"),
    HR("hr", "Human Resources"),
    PROCESS_OWNER("process-owner", "Process owners"),
    OPERATIONS("operations", "Operations"),
    /** Users, groups and authorizations; sees no case. */
    ADMINISTRATOR("camunda-admin", "Fairway administrators");

    private final String group;
    private final String title;

    Role(String group, String title) {
        this.group = group;
        this.title = title;
    }

    /** The id of its group. */
    public String group() {
        return group;
    }

    public String title() {
        return title;
    }

    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }
}
