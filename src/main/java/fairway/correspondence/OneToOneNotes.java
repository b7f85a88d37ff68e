package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDate;

import fairway.onetoone.ActionOwner;
import fairway.onetoone.Example;
import fairway.onetoone.Note;
import fairway.onetoone.NoteInFull;
import fairway.onetoone.SupportRecord;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import org.springframework.stereotype.Component;

/** Puts the note of a one-to-one into words for the colleague: actions agreed, and every example and every support record that it keeps (OTO-10). */
@Component
class OneToOneNotes {

    private final Staff staff;
    private final Clock clock;

    OneToOneNotes(Staff staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    OneToOneNote of(NoteInFull full) {
        Note note = full.note();
        StaffMember colleague = staff.require(note.colleague());
        StaffMember manager = staff.require(note.manager());
        return of(full, new LetterHead(null, LocalDate.now(clock), new Named(colleague.fullName(), colleague.jobTitle()), new Named(manager.fullName(), manager.jobTitle())));
    }

    static OneToOneNote of(NoteInFull full, LetterHead head) {
        Note note = full.note();
        return new OneToOneNote(head, note.heldOn(),
                note.actions().stream().map(a -> new OneToOneNote.AgreedAction(a.action(), a.owner() == ActionOwner.colleague ? "You" : head.from().name(), a.due())).toList(),
                note.tasks().stream().map(t -> new OneToOneNote.TaskProgress(t.task(), t.state().label(), t.comment())).toList(),
                note.vitalStats(), note.wellbeingDiscussed(), full.support().stream().map(OneToOneNotes::support).toList(), full.examples().stream().map(OneToOneNotes::example).toList(), null);
    }

    private static DatedExample example(Example example) {
        return new DatedExample(example.on(), example.kind().label(), example.expected(), example.happened(), example.cause());
    }

    private static DatedSupport support(SupportRecord support) {
        return new DatedSupport(support.on(), support.kind().label(), support.what(), support.declined());
    }
}
