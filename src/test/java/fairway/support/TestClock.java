package fairway.support;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;

import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The clock of engine and application in tests. */
public final class TestClock {

    /** Monday, ten in the morning, London. */
    public static final LocalDateTime START = LocalDateTime.of(2026, 10, 5, 10, 0);

    private TestClock() {
    }

    public static void set(LocalDateTime london) {
        ClockUtil.setCurrentTime(Date.from(london.atZone(WorkingDays.LONDON).toInstant()));
    }

    public static LocalDateTime now() {
        return LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), WorkingDays.LONDON);
    }

    public static LocalDate today() {
        return now().toLocalDate();
    }
}
