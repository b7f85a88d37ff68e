package fairway.staff;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** What follows the staff list by the calendar: people leave without a new list. Every node does it; what one has done, the others find done. */
@Configuration
@EnableScheduling
class StaffSchedule {

    private final LineUpkeep lines;

    StaffSchedule(LineUpkeep lines) {
        this.lines = lines;
    }

    @Scheduled(cron = "${fairway.staff.leavers-at:0 5 * * * *}", zone = "Europe/London")
    void followLeavers() {
        lines.followLeavers();
    }
}
