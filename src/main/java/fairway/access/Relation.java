package fairway.access;

/** How a user stands to a case, strongest first. */
public enum Relation {
    /** The colleague, who reports to the colleague, or with a declared conflict: sees and does nothing, whatever their roles. */
    IN_CONFLICT,
    MANAGER,
    DEPUTY,
    ADVISER,
    /** In HR for the division of the case. */
    DIVISION_HR,
    /** Reviewer, arranger of support, attendee: sees what their own step needs, not the case file. */
    TAKING_PART,
    NONE;

    /** Whether the case file may be read. */
    public boolean seesTheCase() {
        return this == MANAGER || this == DEPUTY || this == ADVISER || this == DIVISION_HR;
    }

    /** Whether HR's part of the case may be read and done. */
    public boolean isHr() {
        return this == ADVISER || this == DIVISION_HR;
    }

    public boolean ownsTheCase() {
        return this == MANAGER || this == DEPUTY;
    }
}
