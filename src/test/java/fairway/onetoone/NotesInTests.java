package fairway.onetoone;

import java.time.LocalDate;
import java.util.List;

import org.springframework.test.util.ReflectionTestUtils;

/** Notes as a unit test wants them. */
public final class NotesInTests {

    public static final LocalDate HELD = LocalDate.of(2026, 10, 5);

    private NotesInTests() {
    }

    /** Note 5 with an action of each side, two tasks, a record of support and two examples, the second without a cause. */
    public static NoteInFull full() {
        Note note = Note.of(7, 8, "10005", "10004", HELD, HELD.atTime(15, 0),
                List.of(new NotedTask("Stock check", TaskState.missed, "Second time"), new NotedTask("Rota", TaskState.done, null)), "Within range.", true,
                List.of(new AgreedAction("Bring the list up to date", ActionOwner.colleague, HELD.plusDays(7)), new AgreedAction("Ask for a scanner", ActionOwner.manager, HELD.plusDays(9))));
        ReflectionTestUtils.setField(note, "id", 5L);
        return new NoteInFull(note,
                List.of(new Example(12, "10005", HELD.minusDays(3), ExampleKind.quality, "Charts by eleven", "Not done", "Handover overran", true, 5, HELD),
                        new Example(13, "10005", HELD.minusDays(2), ExampleKind.lateness, "At seven", "At eight", null, false, 5, HELD)),
                List.of(new SupportRecord(31, "10005", HELD, SupportKind.coaching, "Went through it", true, 5)));
    }
}
