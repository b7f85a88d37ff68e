package fairway.correspondence;

import java.time.LocalDate;

/** Says whether the clocks of a case stand still on a day (absence, pause): receipt and comment periods do not count it. Implemented by who owns the cases. */
public interface StandStill {

    boolean standsStill(String key, LocalDate day);
}
