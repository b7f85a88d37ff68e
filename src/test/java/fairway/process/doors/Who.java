package fairway.process.doors;

/** How somebody stands to the case of {@link CaseWithEverybody}, and the user who stands so. */
enum Who {
    MANAGER("manager2"),
    FORMER_MANAGER("teamleader"),
    OTHER_MANAGER("manager3"),
    DEPUTY("katya.barker"),
    /** Reviews the plan and arranges support: has steps of their own, and no case file. */
    REVIEWER("omar.evans"),
    ADVISER("hr5"),
    /** HR of the division, and the adviser before. */
    DIVISION_HR("hr2"),
    OTHER_DIVISION_HR("hr3"),
    /** HR of every division. */
    TRUST_HR("hr"),
    OPERATIONS("ops"),
    PROCESS_OWNER("owner"),
    ADMINISTRATOR("admin"),
    /** The colleague themselves, with every role. */
    COLLEAGUE("walls.colleague"),
    /** Reports to the colleague, with every role. */
    BELOW("walls.below"),
    /** With a declared conflict, and every role. */
    DECLARED("walls.declared"),
    NOBODY(null);

    private final String user;

    Who(String user) {
        this.user = user;
    }

    /** Their sign-in; null for whoever has none. */
    String user() {
        return user;
    }

    static Who named(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
