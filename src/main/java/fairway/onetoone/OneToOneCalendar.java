package fairway.onetoone;

import fairway.staff.Line;

/** The entry of a one-to-one in both people's calendars (OTO-09). */
public interface OneToOneCalendar {

    /** Brings the entry up to date: invites both, moves it, or cancels it when the one-to-one is cancelled or has no date. */
    void update(Line line, OneToOne oneToOne);
}
