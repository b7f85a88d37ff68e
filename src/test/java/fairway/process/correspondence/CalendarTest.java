package fairway.process.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

import fairway.correspondence.Calendar;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Meeting;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting followed through real mail: entered, moved, with other people, cancelled. */
@FairwayTest
class CalendarTest {

    private static final String KEY = "PC-2026-000001";
    private static final Recipient MANAGER = Recipient.mailbox("Siân O’Brien, Ward 6", "sian@trust.example");
    private static final Recipient COLLEAGUE = Recipient.mailbox("Zoë \"Zo\" Łukasiewicz;\r\nBCC: x@y.example", "zoe@trust.example");
    private static final Recipient HR = Recipient.mailbox("Priya Nair", "priya@trust.example");
    private static final LocalDateTime BEFORE_SUMMER_TIME = LocalDateTime.of(2027, 3, 26, 9, 30);
    private static final LocalDateTime IN_SUMMER_TIME = LocalDateTime.of(2027, 3, 29, 9, 30);

    @Autowired
    private Calendar calendar;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private Engine engine;

    @Test
    void anInvitationIsARequestThatOutlookTakes_OTO09() throws Exception {
        calendar.invite(meeting(BEFORE_SUMMER_TIME));
        engine.runDue();
        Mail mail = MailBox.last("zoe@trust.example");
        assertThat(mail.subject()).isEqualTo("Meeting with Siân O’Brien, Ward 6");
        assertThat(mail.calendarType()).startsWith("text/calendar").contains("method=REQUEST", "charset=UTF-8");
        assertThat(mail.message().getContentType()).startsWith("multipart/alternative");
        assertThat(mail.header("BCC")).isNull();
        assertThat(mail.recipients()).containsExactly("zoe@trust.example");
        VEvent event = event(mail, "REQUEST");
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("stage1-PC-2026-000001@trust.example");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "SUMMARY")).isEqualTo("Meeting with Siân O’Brien, Ward 6");
        assertThat(value(event, "LOCATION")).isEqualTo("Training room 2; Education Centre, first floor");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:sian@trust.example");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:zoe@trust.example");
        assertThat(((Cn) event.getProperty("ATTENDEE").orElseThrow().getParameter("CN").orElseThrow()).getValue()).contains("Łukasiewicz").doesNotContain("\n", "\r");
        assertThat(mail.calendar().orElseThrow().replaceAll("\r?\n ", "")).contains("DTSTART;TZID=Europe/London:20270326T093000", "TZID:Europe/London", "SENT-BY=\"mailto:fairway@trust.example\"")
                .doesNotContain("Performance", "Stage 1");
        assertThat(event.<ZonedDateTime>getStartDate().orElseThrow().getDate().toInstant()).hasToString("2027-03-26T09:30:00Z");
    }

    @Test
    void theManagerGetsTheirOwnCopyToKeep_OTO09() throws Exception {
        calendar.invite(meeting(BEFORE_SUMMER_TIME));
        engine.runDue();
        VEvent own = event(MailBox.last("sian@trust.example"), "PUBLISH");
        assertThat(own.getUid().orElseThrow().getValue()).isEqualTo("stage1-PC-2026-000001@trust.example");
        assertThat(value(own, "SUMMARY")).startsWith("Meeting with Zoë");
        assertThat(own.getProperty("ATTENDEE")).isEmpty();
    }

    @Test
    void aMoveRaisesTheSequenceOfTheSameEntry_OTO09() throws Exception {
        calendar.invite(meeting(BEFORE_SUMMER_TIME));
        calendar.invite(meeting(BEFORE_SUMMER_TIME));
        engine.runDue();
        assertThat(MailBox.received("zoe@trust.example")).hasSize(1);
        calendar.move("stage1-PC-2026-000001", IN_SUMMER_TIME, "Room 3");
        calendar.move("stage1-PC-2026-000001", IN_SUMMER_TIME, null);
        engine.runDue();
        assertThat(MailBox.received("zoe@trust.example")).hasSize(2);
        Mail moved = MailBox.last("zoe@trust.example");
        VEvent event = event(moved, "REQUEST");
        assertThat(value(event, "SEQUENCE")).isEqualTo("1");
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("stage1-PC-2026-000001@trust.example");
        assertThat(value(event, "LOCATION")).isEqualTo("Room 3");
        assertThat(event.<ZonedDateTime>getStartDate().orElseThrow().getDate().toInstant()).hasToString("2027-03-29T08:30:00Z");
        assertThat(moved.text()).contains("The meeting has been moved: Monday 29/03/2027 at 09:30");
        assertThat(calendar.find("stage1-PC-2026-000001").orElseThrow().start()).isEqualTo(IN_SUMMER_TIME);
        assertThat(calendar.after(KEY, BEFORE_SUMMER_TIME)).hasSize(1);
        assertThat(calendar.after(KEY, IN_SUMMER_TIME)).isEmpty();
    }

    @Test
    void aNewManagerTakesOverAndTheFormerOneIsTakenOut() throws Exception {
        calendar.invite(meeting(BEFORE_SUMMER_TIME));
        calendar.attendeesChanged("stage1-PC-2026-000001", HR, List.of(COLLEAGUE));
        engine.runDue();
        assertThat(value(event(MailBox.last("sian@trust.example"), "CANCEL"), "SEQUENCE")).isEqualTo("1");
        VEvent event = event(MailBox.last("zoe@trust.example"), "REQUEST");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:priya@trust.example");
        assertThat(value(event, "SUMMARY")).isEqualTo("Meeting with Priya Nair");
        assertThat(value(event(MailBox.last("priya@trust.example"), "PUBLISH"), "SEQUENCE")).isEqualTo("1");
    }

    @Test
    void aCancellationCancelsOnceAndAnInvitationBringsItBack() throws Exception {
        calendar.invite(meeting(BEFORE_SUMMER_TIME));
        calendar.cancel("stage1-PC-2026-000001");
        calendar.cancel("stage1-PC-2026-000001");
        calendar.cancel("never-entered");
        engine.runDue();
        assertThat(MailBox.received("zoe@trust.example")).hasSize(2);
        VEvent event = event(MailBox.last("zoe@trust.example"), "CANCEL");
        assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event, "SEQUENCE")).isEqualTo("1");
        assertThat(calendar.find("stage1-PC-2026-000001")).isEmpty();
        assertThatThrownBy(() -> calendar.move("stage1-PC-2026-000001", IN_SUMMER_TIME, null)).isInstanceOf(IllegalStateException.class);
        calendar.invite(meeting(BEFORE_SUMMER_TIME));
        engine.runDue();
        assertThat(value(event(MailBox.last("zoe@trust.example"), "REQUEST"), "SEQUENCE")).isEqualTo("2");
    }

    @Test
    void whoHasNoMailIsNotMailed() {
        calendar.invite(new Meeting("oneToOne-1", "L-1", MANAGER, List.of(Recipient.mailbox("Somebody", null)), BEFORE_SUMMER_TIME, 60, null, Subjects.meetingWith("Siân")));
        engine.runDue();
        assertThat(deliveries.of("L-1")).hasSize(1);
    }

    private static Meeting meeting(LocalDateTime start) {
        return new Meeting("stage1-PC-2026-000001", KEY, MANAGER, List.of(COLLEAGUE), start, 60, "Training room 2; Education Centre, first floor",
                Subjects.meetingWith(MANAGER.name()));
    }

    private static VEvent event(Mail mail, String method) throws Exception {
        net.fortuna.ical4j.model.Calendar file = new CalendarBuilder().build(new StringReader(mail.calendar().orElseThrow()));
        ValidationResult result = file.validate(true);
        assertThat(result.hasErrors()).as(result.toString()).isFalse();
        assertThat(file.getProperty("METHOD").orElseThrow().getValue()).isEqualTo(method);
        assertThat(mail.calendarType()).contains("method=" + method);
        assertThat(file.<VTimeZone>getComponents("VTIMEZONE")).hasSize(1);
        return file.<VEvent>getComponents("VEVENT").get(0);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }
}
