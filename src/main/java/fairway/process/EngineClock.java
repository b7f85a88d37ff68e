package fairway.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The one clock of engine and application: whatever time the engine has, everybody has. */
@Component
class EngineClock extends Clock {

    private final ZoneId zone;

    @org.springframework.beans.factory.annotation.Autowired
    EngineClock() {
        this(WorkingDays.LONDON);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
