package fairway.stage1;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import jakarta.validation.constraints.NotNull;

/** Whether the Stage 1 meeting was held, and what was said. What is needed when it was held is asked for by the form itself. */
public record RecordStage1Meeting(
        @NotNull(message = "Say whether the meeting was held.") Outcome outcome,
        Excused excused,
        LocalDate heldOn,
        LocalDateTime newStart,
        String reason,
        List<Person> present,
        boolean introductions,
        boolean purposeOutlined,
        boolean confirmedStage1,
        boolean consequencesExplained,
        List<Long> examplesDiscussed,
        List<Standard> standards,
        String colleagueView,
        boolean declinedToComment,
        List<Factor> factors,
        ContributoryFactors contributoryFactors,
        String healthNote,
        Adjustments adjustments,
        List<AdjustmentItem> adjustmentItems,
        String adjustmentsReason,
        OccupationalHealthSupport occupationalHealth,
        List<String> signposts,
        List<Support> support) {

    public enum Outcome {
        held, moved, notAttended
    }

    /** Why a non-attendance does not count against the colleague, if so. */
    public enum Excused {
        no, sickness, companionUnavailable
    }

    public enum ContributoryFactors {
        nothingDisclosed, disclosed
    }

    /** Somebody who was there. */
    public record Person(String name, String role) {
    }

    /** The standard of one concern. */
    public record Standard(String concern, String jobDescription, String expected) {
    }

    /** A factor that is not about health. */
    public record Factor(ContributoryFactor.Kind kind, String what) {
    }

    /** A reasonable adjustment that was agreed. */
    public record AdjustmentItem(String what, String arrangedBy, LocalDate by, boolean inLetter) {
    }

    /** Support that was agreed. */
    public record Support(SupportKind kind, String what, String arrangedBy, LocalDate by) {
    }

    /** The restricted text is never shown. */
    @Override
    public String toString() {
        return "RecordStage1Meeting[" + outcome + "]";
    }
}
