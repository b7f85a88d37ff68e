package fairway.correspondence;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fairway.onetoone.Note;
import fairway.onetoone.NoteCopy;
import fairway.onetoone.NoteDeliveries;
import fairway.onetoone.OneToOne;
import fairway.onetoone.OneToOneCalendar;
import fairway.onetoone.OneToOneState;
import fairway.onetoone.OneToOnes;
import fairway.staff.Line;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.TrustSettings;

/** What goes out about one-to-ones: the entry in both calendars (OTO-09), the note (OTO-10), reminders to the manager alone (OTO-11). */
@Service
@Transactional
public class OneToOneMessages implements OneToOneCalendar, NoteDeliveries {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy 'at' HH:mm", Locale.UK);

    private final Calendar calendar;
    private final Deliveries deliveries;
    private final Letters letters;
    private final Subjects subjects;
    private final OneToOnes oneToOnes;
    private final OneToOneNotes notes;
    private final Staff staff;
    private final TrustSettings trust;

    OneToOneMessages(Calendar calendar, Deliveries deliveries, Letters letters, Subjects subjects, OneToOnes oneToOnes, OneToOneNotes notes, Staff staff, TrustSettings trust) {
        this.calendar = calendar;
        this.deliveries = deliveries;
        this.letters = letters;
        this.subjects = subjects;
        this.oneToOnes = oneToOnes;
        this.notes = notes;
        this.staff = staff;
        this.trust = trust;
    }

    @Override
    public void update(Line line, OneToOne oneToOne) {
        if (oneToOne.state() != OneToOneState.planned || oneToOne.plannedStart().isEmpty()) {
            calendar.cancel(uid(oneToOne));
            return;
        }
        StaffMember colleague = staff.require(line.colleagueStaffNumber());
        StaffMember manager = staff.require(line.managerStaffNumber());
        calendar.invite(new Meeting(uid(oneToOne), line.businessKey(), recipient(manager), List.of(recipient(colleague)), oneToOne.plannedStart().get(),
                oneToOne.minutes(), null, Subjects.meetingWith(manager.fullName() + " and " + colleague.fullName())));
    }

    /** The note to the colleague: actions agreed, and every example and every support record that it keeps, so that nothing is collected behind their back. */
    public void sendNote(Line line, Note note) {
        StaffMember colleague = staff.require(note.colleague());
        StaffMember manager = staff.require(note.manager());
        deliveries.send(new Dispatch(line.businessKey(), Kinds.ONE_TO_ONE_NOTE, note.number(), recipient(colleague), List.of(), subjects.note(),
                "Dear " + colleague.firstName() + ",\n\nthe note of our one-to-one is attached: the actions that we agreed, and what else was noted.\n"
                        + "If something is not as you remember it, please tell me.\n\n" + manager.fullName() + "\n",
                List.of(letters.attachment(notes.of(oneToOnes.asRecorded(note.number())))), false, manager.staffNumber()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NoteCopy> of(Note note) {
        return deliveries.of("L-" + note.lineId(), Kinds.ONE_TO_ONE_NOTE).stream().filter(sent -> Corrections.isOf(note.number(), sent.occurrence())).findFirst()
                .map(sent -> new NoteCopy((sent.version() > 1 ? "version " + sent.version() + ", " + sent.state().label().toLowerCase(Locale.UK) : sent.state().label())
                        + (sent.when() == null ? "" : ", " + sent.when().format(DAY_AND_TIME)), sent.sentAt() == null ? null : "/letters/" + sent.id()));
    }

    /** The working day before: to the manager. */
    public void remind(Line line, OneToOne oneToOne) {
        oneToOne.plannedStart().ifPresent(start -> toManager(line, "oneToOne-" + oneToOne.id() + "-" + start,
                "your one-to-one with " + staff.require(line.colleagueStaffNumber()).fullName() + " is on " + start.format(DAY_AND_TIME) + ".\n"
                        + "Afterwards, record it in Fairway; the colleague gets a copy of the actions agreed."));
    }

    /** Overdue: to the manager and nobody else (OTO-11). */
    public void remindOfRecord(Line line, OneToOne oneToOne) {
        LocalDateTime start = oneToOne.plannedStart().orElseThrow();
        toManager(line, "record-" + oneToOne.id() + "-" + start,
                "your one-to-one with " + staff.require(line.colleagueStaffNumber()).fullName() + " on " + start.format(DAY_AND_TIME) + " is not recorded yet.\n"
                        + "Record it in Fairway, or put it off to another day if it was not held.");
    }

    private void toManager(Line line, String occurrence, String text) {
        StaffMember manager = staff.require(line.managerStaffNumber());
        if (manager.email() == null) {
            return;
        }
        deliveries.send(Dispatch.message(line.businessKey(), Kinds.REMINDER, occurrence, recipient(manager), subjects.reminder(),
                "Dear " + manager.firstName() + ",\n\n" + text + "\n\n" + trust.baseUrl() + "/lines/" + line.businessKey() + "\n", manager.staffNumber()));
    }

    private static String uid(OneToOne oneToOne) {
        return "oneToOne-" + oneToOne.id();
    }

    private static Recipient recipient(StaffMember person) {
        return new Recipient(person.staffNumber(), person.fullName(), person.email());
    }
}
