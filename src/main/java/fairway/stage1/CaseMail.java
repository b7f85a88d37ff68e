package fairway.stage1;

import java.util.List;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Kinds;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;

/** Messages of a case to its people. Subjects are neutral; what goes to manager and HR names the case by its number and nothing else of it. */
@Component("mailOfStage1")
public class CaseMail {

    private final Cases cases;
    private final Staff staff;
    private final Deliveries deliveries;
    private final Subjects subjects;
    private final TrustSettings trust;

    CaseMail(Cases cases, Staff staff, Deliveries deliveries, Subjects subjects, TrustSettings trust) {
        this.cases = cases;
        this.staff = staff;
        this.deliveries = deliveries;
        this.subjects = subjects;
        this.trust = trust;
    }

    /** Reminds whoever acts as manager now. The text names no person. */
    public void remindManager(String number, String occurrence, String text) {
        String manager = manager(number);
        deliveries.send(Dispatch.message(number, Kinds.REMINDER, occurrence, person(manager), subjects.reminder(), withLink(number, text), manager));
    }

    /** Tells whoever acts as manager now. */
    public void tellManager(String number, String occurrence, String text) {
        String manager = manager(number);
        deliveries.send(Dispatch.message(number, Kinds.NOTICE, occurrence + "-manager", person(manager), subjects.notice(), withLink(number, text), manager));
    }

    /** Tells the HR adviser; the mailbox of HR while there is none. */
    public void tellHr(String number, String occurrence, String text) {
        cases.tellHr(number, occurrence, text);
    }

    /** Sends documents to the colleague in one message; printed and handed over by the manager where mail does not reach. */
    public void sendToColleague(String number, String kind, String occurrence, String text, List<Attachment> documents, boolean receiptNeeded) {
        PerformanceCase about = cases.require(number);
        deliveries.send(new Dispatch(number, kind, occurrence, person(about.colleague()), List.of(), subjects.letter(), text, documents, receiptNeeded,
                manager(number)));
    }

    /** A person of the staff list as somebody who is written to. */
    public Recipient person(String staffNumber) {
        StaffMember member = staff.require(staffNumber);
        return new Recipient(member.staffNumber(), member.fullName(), member.email());
    }

    /** Staff number of whoever acts as manager today. */
    public String manager(String number) {
        return cases.ownerOf(number).orElseGet(() -> cases.require(number).manager());
    }

    private String withLink(String number, String text) {
        return text + "\n\nCase " + number + ": " + trust.baseUrl() + "/cases/" + number + "\n";
    }
}
