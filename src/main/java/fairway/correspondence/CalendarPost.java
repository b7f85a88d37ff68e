package fairway.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.stereotype.Component;

/** Hands calendar entries to the ledger: one delivery for each person and version. */
@Component
class CalendarPost {

    private final Deliveries deliveries;

    CalendarPost(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    void send(CalendarMail mail) {
        Meeting meeting = mail.meeting();
        String organizer = meeting.organizer().name();
        String text = "Dear " + mail.to().name() + "\n\n" + mail.what()
                + (mail.kind() == CalendarFile.Kind.CANCEL ? "" : (mail.several() ? "They are" : "It is") + " arranged by " + organizer + ".\n")
                + toPassOn(mail)
                + switch (mail.kind()) {
                    case REQUEST -> "Please answer with the invitation in your calendar; your answer goes to " + organizer + ".\n";
                    case PUBLISH -> "This is your own copy: save it in your calendar. Answers of the others come to you.\n";
                    case CANCEL -> "Please remove " + (mail.several() ? "them" : "it") + " from your calendar.\n";
                };
        deliveries.send(new Dispatch(meeting.key(), Kinds.CALENDAR_ENTRY, occurrence(mail), mail.to(), List.of(), meeting.subject(), text,
                List.of(new Attachment("meeting.ics", mail.title(), "text/calendar; method=" + mail.kind(), mail.file())), false, null));
    }

    /** Whoever arranges the meeting tells those whom no message reaches. */
    private static String toPassOn(CalendarMail mail) {
        List<String> unreached = mail.meeting().attendees().stream().filter(person -> !person.hasMail()).map(Recipient::name).toList();
        return unreached.isEmpty() || !mail.meeting().isOrganizedBy(mail.to()) ? ""
                : "No message reaches " + String.join(" and ", unreached) + ", who has no mailbox: please tell them yourself.\n";
    }

    private static String occurrence(CalendarMail mail) {
        return mail.uid() + "/" + mail.sequence() + "/" + Documents.sha256(mail.to().mailbox().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
