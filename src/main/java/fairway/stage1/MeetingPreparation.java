package fairway.stage1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fairway.correspondence.Attachment;
import fairway.correspondence.Calendar;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letters;
import fairway.correspondence.Meeting;
import fairway.correspondence.Named;
import fairway.correspondence.PolicyAndPurpose;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.form.ChangedParagraph;
import fairway.form.Preview;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes out before the Stage 1 meeting: neutral calendar entry, policy and purpose, reminder (S1P-04 … S1P-06, PM-05). */
@Component
@Transactional
public class MeetingPreparation {

    private final Stage1 stage1;
    private final Cases cases;
    private final CaseLetters people;
    private final CaseMail mail;
    private final Calendar calendar;
    private final Letters letters;
    private final Deliveries deliveries;
    private final TrustSettings trust;

    MeetingPreparation(Stage1 stage1, Cases cases, CaseLetters people, CaseMail mail, Calendar calendar, Letters letters, Deliveries deliveries, TrustSettings trust) {
        this.stage1 = stage1;
        this.cases = cases;
        this.people = people;
        this.mail = mail;
        this.calendar = calendar;
        this.letters = letters;
        this.deliveries = deliveries;
        this.trust = trust;
    }

    /** Enters the meeting in the calendars of colleague, manager and, where HR advised to attend, HR adviser; again after it was arranged anew. */
    public void invite(String number) {
        PerformanceCase about = cases.require(number);
        Stage1Meeting meeting = stage1.meetingOf(number);
        Recipient manager = mail.person(mail.manager(number));
        List<Recipient> attendees = new ArrayList<>(List.of(mail.person(about.colleague())));
        if (about.hrAttends()) {
            cases.adviserOf(number).map(mail::person).ifPresent(attendees::add);
        }
        calendar.invite(new Meeting(uid(number), number, manager, attendees, meeting.start(), meeting.minutes(), meeting.place(), Subjects.meetingWith(manager.name())));
    }

    /** Moves the calendar entry to the day that the meeting has now. */
    public void move(String number) {
        Stage1Meeting meeting = stage1.meetingOf(number);
        calendar.move(uid(number), meeting.start(), meeting.place());
    }

    /** Takes the meeting out of the calendars, where it is still to be held. */
    public void cancel(String number) {
        stage1.findMeeting(number).filter(meeting -> !meeting.isHeld()).ifPresent(meeting -> calendar.cancel(uid(number)));
    }

    /** Sends policy and purpose by e-mail; where the manager handed them over on paper, they are kept as handed over. */
    public void sendPolicy(String number) {
        Stage1Meeting meeting = stage1.meetingOf(number);
        Attachment purpose = letters.attachment(purpose(number, meeting.purpose()));
        if (meeting.policySharedHow() == PolicyChannel.email) {
            mail.sendToColleague(number, Kinds.POLICY_AND_PURPOSE, "policy", "Please find attached the Performance Management policy and the purpose of our meeting.\n",
                    List.of(purpose, letters.policy()), true);
        } else {
            deliveries.issue(number, Kinds.POLICY_AND_PURPOSE, purpose);
        }
    }

    /** The letter with this purpose, and everything else as it is arranged now. */
    @Transactional(readOnly = true)
    public PolicyAndPurpose purpose(String number, String purpose) {
        return purpose(number, stage1.meetingOf(number), purpose, stage1.meetingOf(number).policyVersion());
    }

    /** The same before the policy was shared: with the version of today, and with day and place where they are arranged. Nothing is kept. */
    @Transactional(readOnly = true)
    Preview preview(String number, String purpose, String drafted) {
        PolicyAndPurpose letter = purpose(number, stage1.findMeeting(number).orElseGet(() -> new Stage1Meeting(number)), purpose, trust.policyVersion());
        return new Preview(letter.title(), letters.pdf(letter), ChangedParagraph.between(drafted, purpose));
    }

    private PolicyAndPurpose purpose(String number, Stage1Meeting meeting, String purpose, String policyVersion) {
        PerformanceCase about = cases.require(number);
        List<Named> attending = new ArrayList<>();
        if (about.hrAttends()) {
            cases.adviserOf(number).map(people::named).ifPresent(attending::add);
        }
        meeting.companions().forEach(companion -> attending.add(new Named(companion.name(), companion.role())));
        return new PolicyAndPurpose(people.toColleague(about), purpose, meeting.start(), meeting.place(), attending, policyVersion);
    }

    /** The record of the meeting is overdue: the manager is reminded. */
    public void remindOfRecord(String number) {
        Optional<Stage1Meeting> meeting = stage1.findMeeting(number).filter(Stage1Meeting::isArranged);
        meeting.ifPresent(found -> mail.remindManager(number, "stage1Record-" + found.start().toLocalDate(),
                "The Stage 1 meeting of " + InWords.of(found.start()) + " is not recorded yet. Please record it, or that it was moved or not attended."));
    }

    private static String uid(String number) {
        return "stage1-" + number;
    }
}
