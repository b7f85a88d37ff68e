package fairway.onetoone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/**
 * The note of a one-to-one that was held. It is about the colleague and stays usable under a new manager.
 * Its examples and its support are read through {@link OneToOnes}.
 */
@Entity
public class Note {

    private static final String NUMBER = "N-";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long lineId;
    private Long oneToOneId;
    private String colleague;
    private String manager;
    private LocalDate heldOn;
    private LocalDateTime recordedAt;
    private boolean earlier;
    private String text;
    private String vitalStats;
    private boolean wellbeingDiscussed;
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "note_task", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    private List<NotedTask> tasks = new ArrayList<>();
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "note_action", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    private List<AgreedAction> actions = new ArrayList<>();

    protected Note() {
    }

    private Note(long lineId, String colleague, String manager, LocalDate heldOn, LocalDateTime recordedAt) {
        this.lineId = lineId;
        this.colleague = colleague;
        this.manager = manager;
        this.heldOn = heldOn;
        this.recordedAt = recordedAt;
    }

    /** The note of a one-to-one that Fairway booked. */
    static Note of(long lineId, long oneToOneId, String colleague, String manager, LocalDate heldOn, LocalDateTime recordedAt,
            List<NotedTask> tasks, String vitalStats, boolean wellbeingDiscussed, List<AgreedAction> actions) {
        Note note = new Note(lineId, colleague, manager, heldOn, recordedAt);
        note.oneToOneId = oneToOneId;
        note.tasks.addAll(tasks);
        note.vitalStats = vitalStats;
        note.wellbeingDiscussed = wellbeingDiscussed;
        note.actions.addAll(actions);
        return note;
    }

    /** The note that was sent then, of a one-to-one before Fairway or held on the way. */
    static Note earlier(long lineId, String colleague, String manager, LocalDate heldOn, LocalDateTime recordedAt, String text) {
        Note note = new Note(lineId, colleague, manager, heldOn, recordedAt);
        note.earlier = true;
        note.text = text;
        return note;
    }

    /** The note with its texts as a correction has them, beside the one that was recorded, which stays as it is. */
    Note with(Map<String, String> texts) {
        Note corrected = new Note(lineId, colleague, manager, heldOn, recordedAt);
        corrected.id = id;
        corrected.oneToOneId = oneToOneId;
        corrected.earlier = earlier;
        corrected.text = text;
        corrected.vitalStats = texts.get(NoteTexts.VITAL_STATS);
        corrected.wellbeingDiscussed = wellbeingDiscussed;
        for (int n = 1; n <= tasks.size(); n++) {
            corrected.tasks.add(new NotedTask(texts.get(NoteTexts.task(n)), tasks.get(n - 1).state(), texts.get(NoteTexts.comment(n))));
        }
        for (int n = 1; n <= actions.size(); n++) {
            corrected.actions.add(new AgreedAction(texts.get(NoteTexts.action(n)), actions.get(n - 1).owner(), actions.get(n - 1).due()));
        }
        return corrected;
    }

    public long id() {
        return id;
    }

    /** {@code N-<id>}: how forms name the note. */
    public String number() {
        return number(id);
    }

    static String number(long id) {
        return NUMBER + id;
    }

    static long idOf(String number) {
        return Long.parseLong(number.substring(NUMBER.length()));
    }

    public long lineId() {
        return lineId;
    }

    /** Staff number of the person whose one-to-one it was. */
    public String colleague() {
        return colleague;
    }

    /** Staff number of the manager who held it. */
    public String manager() {
        return manager;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public LocalDateTime recordedAt() {
        return recordedAt;
    }

    /** Whether it was added later rather than recorded in the cycle. */
    public boolean earlier() {
        return earlier;
    }

    /** The note that was sent then; null unless {@link #earlier()}. */
    public String text() {
        return text;
    }

    /** Performance against Vital Stats (OTO-06); may be null. */
    public String vitalStats() {
        return vitalStats;
    }

    /** Only that wellbeing was covered (OTO-08); nothing about it is kept. */
    public boolean wellbeingDiscussed() {
        return wellbeingDiscussed;
    }

    public List<NotedTask> tasks() {
        return List.copyOf(tasks);
    }

    public List<AgreedAction> actions() {
        return List.copyOf(actions);
    }
}
