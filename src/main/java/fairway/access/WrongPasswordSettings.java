package fairway.access;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How wrong passwords are slowed down.
 *
 * @param ofName      from this many on, the next attempt with a user name has to wait
 * @param fromAddress from this many on, the next attempt from an address has to wait; a whole hospital may come from one
 * @param firstWait   the first wait, which doubles with every further wrong password
 * @param longestWait the longest wait; after it there is always another attempt
 */
public record WrongPasswordSettings(
        @Min(1) @DefaultValue("3") int ofName,
        @Min(1) @DefaultValue("50") int fromAddress,
        @NotNull @DefaultValue("5s") Duration firstWait,
        @NotNull @DefaultValue("15m") Duration longestWait) {

    /** The wait after that many wrong passwords, of which so many are free. */
    Duration waitAfter(int wrong, int free) {
        if (wrong < free) {
            return Duration.ZERO;
        }
        long doubled = firstWait.toMillis() << Math.min(wrong - free, 30);
        return doubled <= 0 || doubled > longestWait.toMillis() ? longestWait : Duration.ofMillis(doubled);
    }

    void check(String prefix) {
        if (firstWait.isNegative() || firstWait.isZero()) {
            throw new SignInRefused(prefix + "first-wait", "it takes a time, for example 5s");
        }
        if (longestWait.compareTo(firstWait) < 0) {
            throw new SignInRefused(prefix + "longest-wait", "it is shorter than " + prefix + "first-wait");
        }
    }
}
