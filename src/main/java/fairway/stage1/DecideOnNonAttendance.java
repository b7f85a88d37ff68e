package fairway.stage1;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/** HR's decision after the colleague did not attend a second time. */
public record DecideOnNonAttendance(
        @NotNull(message = "Choose how it goes on.") Decision decision,
        String rationale,
        String manager,
        LocalDate reviewOn) {

    public enum Decision {
        newDate("a new date"), otherPlace("another place"), otherManager("another manager"), pause("the case is paused"), otherRoute("another route"),
        withdraw("the concern is withdrawn");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        /** As people read it, in the middle of a sentence. */
        public String label() {
            return label;
        }
    }
}
