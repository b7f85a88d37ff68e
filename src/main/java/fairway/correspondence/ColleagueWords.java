package fairway.correspondence;

import java.time.LocalDateTime;

/**
 * What the colleague wrote about a letter, word for word.
 *
 * @param about kind of the message that it is about
 * @param at    when, Europe/London
 * @param late  whether it came after the comment period (S1A-02); it is kept all the same
 */
public record ColleagueWords(long id, long delivery, String about, String text, LocalDateTime at, boolean late) {
}
