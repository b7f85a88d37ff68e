package fairway.correspondence;

import java.time.LocalDateTime;

/**
 * What the colleague wrote about a letter, word for word.
 *
 * @param about kind of the message that it is about
 * @param at    when, Europe/London
 * @param late  whether it came after the comment period (S1A-02); it is kept all the same
 * @param afterEnd whether the case had ended
 * @param recordedBy user id of who recorded what was given on paper; null for what the colleague wrote on their own page
 */
public record ColleagueWords(long id, long delivery, String about, String text, LocalDateTime at, boolean late, boolean afterEnd, String recordedBy) {

    /** Whether it was given on paper. */
    public boolean onPaper() {
        return recordedBy != null;
    }

    /** What is said of the time at which it came, e.g. {@code late}; empty where there is nothing to say. */
    public String mark() {
        return late && afterEnd ? "late, after the case ended" : late ? "late" : afterEnd ? "after the case ended" : "";
    }
}
