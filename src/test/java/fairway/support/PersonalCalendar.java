package fairway.support;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import fairway.trust.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody's own calendar, kept by another reader than the one that wrote the entries, from the mails alone (RFC 5546): an entry is known by its
 * UID, the highest SEQUENCE has the last word, in whatever order the mails are opened.
 */
public final class PersonalCalendar {

    private final Map<String, VEvent> entries = new TreeMap<>();

    /** Opens these mails, one after the other. */
    public static PersonalCalendar of(List<Mail> mails) {
        PersonalCalendar calendar = new PersonalCalendar();
        mails.forEach(mail -> mail.calendar().ifPresent(calendar::open));
        return calendar;
    }

    private void open(String file) {
        ICalendar calendar = Biweekly.parse(file).first();
        assertThat(calendar.validate(ICalVersion.V2_0)).as("problems of %s", file).isEmpty();
        assertThat(calendar.getEvents()).hasSize(1);
        VEvent event = calendar.getEvents().get(0);
        VEvent known = entries.get(event.getUid().getValue());
        if (known == null || known.getSequence().getValue() <= event.getSequence().getValue()) {
            if (calendar.getMethod().isCancel()) {
                assertThat(event.getStatus().isCancelled()).isTrue();
            }
            entries.put(event.getUid().getValue(), event);
        }
    }

    /** When meetings are, in order; those that were cancelled are gone. */
    public List<LocalDateTime> meetings() {
        return entries.values().stream().filter(event -> event.getStatus() == null || !event.getStatus().isCancelled())
                .map(event -> LocalDateTime.ofInstant(event.getDateStart().getValue().toInstant(), WorkingDays.LONDON)).sorted().toList();
    }

    /** What stands as their subjects. */
    public List<String> subjects() {
        return entries.values().stream().map(event -> event.getSummary().getValue()).distinct().toList();
    }
}
