package fairway.onetoone;

import fairway.staff.Line;

/** The running one-to-one cycle of a line (OTO-01), as the engine keeps it. */
public interface LineProcess {

    /** Starts the cycle; nothing happens if it is running. */
    void start(Line line);

    /** Ends the cycle; the booked one-to-one is cancelled. Nothing happens if none is running. */
    void end(Line line);

    /** The booked one-to-one has another date: timers and the dates of its task follow. */
    void datesChanged(Line line);

    /** The manager's sign-in is another one: the open task goes to it. */
    void ownerChanged(Line line);
}
