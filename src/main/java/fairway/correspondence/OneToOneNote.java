package fairway.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The note of a one-to-one, to the colleague: actions agreed (OTO-10), with every example and support record kept. It says nothing about a case (OTO-12).
 *
 * @param tasks      progress of allocated tasks (OTO-05)
 * @param vitalStats what was said about Vital Stats (OTO-06); may be null
 * @param wellbeing  whether wellbeing was talked about (OTO-08); never what
 * @param next       the next one-to-one, Europe/London; may be null
 */
public record OneToOneNote(LetterHead head, LocalDate heldOn, List<AgreedAction> actions, List<TaskProgress> tasks, String vitalStats, boolean wellbeing,
                           List<DatedSupport> support, List<DatedExample> examples, LocalDateTime next) implements Letter {

    /** @param owner in words or by name, e.g. "You" */
    public record AgreedAction(String action, String owner, LocalDate due) {
    }

    /** @param state in words, e.g. "On track" */
    public record TaskProgress(String task, String state, String comment) {
    }

    @Override
    public String kind() {
        return Kinds.ONE_TO_ONE_NOTE;
    }

    @Override
    public String title() {
        return "Note of our one-to-one";
    }
}
