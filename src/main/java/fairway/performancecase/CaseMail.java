package fairway.performancecase;

import java.util.Optional;

import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Kinds;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;

/** Short messages about a case to those who work on it: the case number and a link, never a name or a text of the case. */
@Component
class CaseMail {

    private final Deliveries deliveries;
    private final Subjects subjects;
    private final Staff staff;
    private final TrustSettings trust;

    CaseMail(Deliveries deliveries, Subjects subjects, Staff staff, TrustSettings trust) {
        this.deliveries = deliveries;
        this.subjects = subjects;
        this.staff = staff;
        this.trust = trust;
    }

    /** Tells the HR adviser, or HR's mailbox while there is none. {@code occurrence} tells this message from others about the case. */
    void tellHr(PerformanceCase about, Optional<String> adviser, String occurrence, String text) {
        Recipient to = adviser.flatMap(staff::findCurrent).map(CaseMail::recipient).orElseGet(() -> Recipient.mailbox("HR", trust.hrMail()));
        send(about, to, Kinds.NOTICE, occurrence, subjects.notice(), text);
    }

    /** Tells whoever acts as manager; nothing is sent while nobody does. */
    void tellOwner(PerformanceCase about, Optional<String> owner, String kind, String occurrence, String text) {
        owner.flatMap(staff::findCurrent).filter(person -> person.email() != null).ifPresent(person -> send(about, recipient(person), kind, occurrence,
                kind.equals(Kinds.REMINDER) ? subjects.reminder() : subjects.notice(), text));
    }

    private void send(PerformanceCase about, Recipient to, String kind, String occurrence, String subject, String text) {
        deliveries.send(Dispatch.message(about.number(), kind, occurrence, to, subject,
                "Case " + about.number() + "\n\n" + text + "\n\n" + trust.baseUrl() + "/cases/" + about.number() + "\n", about.manager()));
    }

    static Recipient recipient(StaffMember person) {
        return new Recipient(person.staffNumber(), person.fullName(), person.email());
    }
}
