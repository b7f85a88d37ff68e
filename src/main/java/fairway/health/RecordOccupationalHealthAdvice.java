package fairway.health;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/** What came from Occupational Health. */
public record RecordOccupationalHealthAdvice(
        @NotNull(message = "Say where the referral stands.") State state,
        String fitness,
        String adjustments,
        String restrictedNote,
        LocalDate appointmentOn) {

    public enum State {
        appointment, adviceReceived, withdrawn
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "RecordOccupationalHealthAdvice[" + state + "]";
    }
}
