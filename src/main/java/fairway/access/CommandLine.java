package fairway.access;

/** Who runs one of Fairway's commands at a shell, as the record names them. No user of Fairway has such a name: theirs hold no space. */
public final class CommandLine {

    private static final int LONGEST = 64;

    private CommandLine() {
    }

    /** The user of the operating system; with {@code sudo}, whoever called it too. At most 64 characters. */
    public static String user() {
        return named(System.getProperty("user.name"), System.getenv("SUDO_USER"));
    }

    static String named(String user, String calledBy) {
        String name = "command line " + user + (calledBy == null || calledBy.isBlank() ? "" : " for " + calledBy);
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
