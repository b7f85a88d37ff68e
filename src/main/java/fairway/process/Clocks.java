package fairway.process;

import java.time.Clock;

import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * When timers fire ({@code #{clocks.…(execution)}} in the models): answered from the aggregates, asked anew whenever these change. While a
 * clock stands still for an unknown time, a timer waits at {@link Times#NEVER}.
 */
@Component("clocks")
public class Clocks {

    private final Clock clock;
    private final WorkingDays days;
    private final TrustSettings trust;

    Clocks(Clock clock, WorkingDays days, TrustSettings trust) {
        this.clock = clock;
        this.days = days;
        this.trust = trust;
    }
}
