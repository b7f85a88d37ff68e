package fairway.onetoone;

import fairway.staff.Line;

/** The running one-to-one cycle of a line (OTO-01), as the engine keeps it. */
public interface LineProcess {

    /** Starts the cycle; nothing happens if it is running. */
    void start(Line line);

    /** Ends the cycle; the booked one-to-one is cancelled, and what is left under its key goes to the colleague's next manager. */
    void end(Line line);

    /** The booked one-to-one has another date: timers and the dates of its task follow. */
    void datesChanged(Line line);

    /** The manager's sign-in is another one: their open tasks go to it. */
    void ownerChanged(Line line);
}
