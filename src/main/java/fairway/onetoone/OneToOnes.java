package fairway.onetoone;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fairway.staff.Lines;

/** One-to-ones as the rest of Fairway reads them: notes, examples and support of a colleague, and when they are. */
@Service
@Transactional(readOnly = true)
public class OneToOnes {

    private final NoteRepository notes;
    private final Lines lines;

    OneToOnes(NoteRepository notes, Lines lines) {
        this.notes = notes;
        this.lines = lines;
    }

    /** All examples about this colleague, whoever was their manager, the earliest first. */
    public List<Example> examplesOf(String colleague) {
        return notes.findExamplesOf(colleague);
    }

    /** All support given to or declined by this colleague, whoever was their manager, the earliest first. */
    public List<SupportRecord> supportOf(String colleague) {
        return notes.findSupportOf(colleague);
    }

    /** All notes about this colleague, the latest first. */
    public List<Note> notesOf(String colleague) {
        return notes.findAllByColleagueOrderByHeldOnDescIdDesc(colleague);
    }

    /**
     * Whether a meeting of the colleague would overlap a one-to-one of the line or its usual slot, even if the one-to-one of that week was
     * moved or cancelled (PM-06).
     */
    public Optional<Clash> clashesWithOneToOne(String manager, String colleague, LocalDateTime start, int minutes) {
        return lines.currentOf(colleague).map(line -> line.usualSlot()).filter(slot -> slot.overlaps(start, minutes))
                .map(slot -> new Clash("This is in the usual one-to-one slot (" + slot.inWords() + "). Choose another time."));
    }

    /** Holds the colleague's one-to-ones more often, or no longer so, and brings a booked one nearer if it is too far off (OTO-04). */
    @Transactional
    public void setAdditionalSupport(String colleague, boolean on) {
        lines.currentOf(colleague).ifPresent(line -> line.needAdditionalSupport(on));
    }
}
