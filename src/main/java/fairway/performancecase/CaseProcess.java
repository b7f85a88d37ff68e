package fairway.performancecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a case asks of its running process; cases are named by their number, which is the business key. */
public interface CaseProcess {

    /** Ends the process early, the way that the case says ({@link PerformanceCase#endingAsked()}). */
    void askForEnd(String number);

    /** Every clock of the case stands still; HR decides on the review date of the pause. */
    void pause(String number);

    /** A new version of the plan exists; HR agrees first if its end moved. */
    void planRevised(String number, boolean endMoved);

    /** The manager reports in the watch that performance fell. */
    void performanceFell(String number);

    /** The time to confirm what was sent to the colleague is asked for anew; letters wait for their receipt also after the end of the case. */
    void receiptsAskedAnew(String number);

    /** Numbers of the cases of which something runs that outlives a case: a delivery, a referral, a correction. */
    Set<String> outliving();

    /** Owners are asked for anew for every open task of the case, its referrals and deliveries. */
    void ownersChanged(String number);

    /** As {@link #ownersChanged}, at the beginning of a day that lies ahead: {@link Cases#ownersChangeToday} is called then. */
    void ownersChangeOn(String number, LocalDate day);

    /** Due dates of every open timer and task of the case are asked for anew. */
    void datesChanged(String number);

    /** The timers of the case stop, until {@link #goOn}. */
    void standStill(String number);

    /** The timers of the case run again, with due dates asked for anew. */
    void goOn(String number);

    /** Starts the process of an Occupational Health referral, which outlives the case. */
    void startReferral(String number, long referralId);

    /** The open steps of the case; empty once it has ended. */
    List<WhereItStands> where(String number);
}
