package fairway.onetoone;

/** Who carries out an agreed action (OTO-10); constants as the forms submit them. */
public enum ActionOwner {
    manager, colleague
}
