package fairway.onetoone;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.trust.InWords;

/**
 * One-to-ones as the rest of Fairway reads them: notes, examples and support of a colleague, and when they are. What was corrected after the note was sent is read as
 * the colleague has it now, wherever it is quoted; the rows stay as they were recorded.
 */
@Service
@Transactional(readOnly = true)
public class OneToOnes {

    private final NoteRepository notes;
    private final OneToOneRepository oneToOnes;
    private final OneToOneBooking booking;
    private final Lines lines;
    private final NoteCorrections corrections;

    OneToOnes(NoteRepository notes, OneToOneRepository oneToOnes, OneToOneBooking booking, Lines lines, NoteCorrections corrections) {
        this.notes = notes;
        this.oneToOnes = oneToOnes;
        this.booking = booking;
        this.lines = lines;
        this.corrections = corrections;
    }

    /** All examples about this colleague, whoever was their manager, the earliest first. */
    public List<Example> examplesOf(String colleague) {
        Map<String, Map<String, String>> corrected = corrections.of(colleague);
        return notes.findExamplesOf(colleague).stream().map(example -> {
            Map<String, String> texts = corrected.get(Note.number(example.noteId()));
            return texts == null ? example : example.with(texts);
        }).toList();
    }

    /** All support given to or declined by this colleague, whoever was their manager, the earliest first. */
    public List<SupportRecord> supportOf(String colleague) {
        Map<String, Map<String, String>> corrected = corrections.of(colleague);
        return notes.findSupportOf(colleague).stream().map(record -> {
            Map<String, String> texts = corrected.get(Note.number(record.noteId()));
            return texts == null ? record : record.with(texts);
        }).toList();
    }

    /** All notes about this colleague, the latest first. */
    public List<Note> notesOf(String colleague) {
        Map<String, Map<String, String>> corrected = corrections.of(colleague);
        return notes.findAllByColleagueOrderByHeldOnDescIdDesc(colleague).stream().map(note -> corrected.containsKey(note.number()) ? note.with(corrected.get(note.number())) : note).toList();
    }

    /**
     * A note as it was recorded, and as it was sent first: what was corrected since then is not in it.
     *
     * @param number as in {@link Note#number()}
     * @throws IllegalArgumentException if there is no such note
     */
    public NoteInFull asRecorded(String number) {
        Note note = notes.findById(Note.idOf(number)).orElseThrow(() -> new IllegalArgumentException("no note " + number));
        return new NoteInFull(note, notes.findExamplesOf(note.colleague()).stream().filter(example -> example.noteId() == note.id()).toList(),
                notes.findSupportOf(note.colleague()).stream().filter(record -> record.noteId() == note.id()).toList());
    }

    /** @throws IllegalArgumentException if there is no such one-to-one */
    public OneToOne require(long id) {
        return oneToOnes.findById(id).orElseThrow(() -> new IllegalArgumentException("no one-to-one " + id));
    }

    /** The note of a one-to-one that was held. @throws IllegalArgumentException if there is none */
    public Note noteOf(OneToOne oneToOne) {
        return notes.findByOneToOneId(oneToOne.id()).orElseThrow(() -> new IllegalArgumentException("no note of one-to-one " + oneToOne.id()));
    }

    /**
     * Whether a meeting of the colleague would overlap a one-to-one of the line or its usual slot, even if the one-to-one of that week was
     * moved or cancelled (PM-06).
     *
     * @param manager staff number of whoever arranges the meeting, who need not be the line's manager
     */
    public Optional<Clash> clashesWithOneToOne(String manager, String colleague, LocalDateTime start, int minutes) {
        return lines.currentOf(colleague).flatMap(line -> booking.planned(line).flatMap(oneToOne -> clashWith(oneToOne, start, minutes))
                .or(() -> clashWithUsualSlot(line, manager, start, minutes)));
    }

    private static Optional<Clash> clashWithUsualSlot(Line line, String manager, LocalDateTime start, int minutes) {
        String whose = line.managerStaffNumber().equals(manager) ? "your one-to-ones with this colleague" : "this colleague's one-to-ones with their line manager";
        return Optional.of(line.usualSlot()).filter(slot -> slot.overlaps(start, minutes))
                .map(slot -> new Clash("This is when " + whose + " usually are (" + slot.inWords()
                        + "), and that time stays free of other meetings even in a week in which the one-to-one was moved or cancelled. Choose another time."));
    }

    private static Optional<Clash> clashWith(OneToOne oneToOne, LocalDateTime start, int minutes) {
        return oneToOne.plannedStart()
                .filter(planned -> planned.isBefore(start.plusMinutes(minutes)) && start.isBefore(planned.plusMinutes(oneToOne.minutes())))
                .map(planned -> new Clash("This overlaps the one-to-one on " + InWords.of(planned.toLocalDate()) + " from "
                        + planned.toLocalTime() + " to " + planned.toLocalTime().plusMinutes(oneToOne.minutes()) + ". Choose another time."));
    }

    /**
     * Holds the colleague's one-to-ones more often, or no longer so, and brings a booked one nearer if it is too far off (OTO-04). The next line
     * of a colleague who stands in none takes it over.
     */
    @Transactional
    public void setAdditionalSupport(String colleague, boolean on) {
        lines.latestOf(colleague).filter(line -> line.additionalSupport() != on).ifPresent(line -> {
            line.needAdditionalSupport(on);
            booking.keepWithinRules(line);
        });
    }
}
