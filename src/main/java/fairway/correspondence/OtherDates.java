package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import fairway.form.Refusal;
import fairway.form.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other dates that colleagues propose for their meetings (S1P-04). A proposal moves nothing: it is kept word for word, and whoever can move the meeting is told. */
@Service
@Transactional
public class OtherDates {

    /** Proposals for one date of a meeting: enough for a second thought, too few to flood a mailbox. */
    private static final int AT_MOST = 5;

    private final ObjectProvider<MovableMeeting> meetings;
    private final JdbcClient jdbc;
    private final Clock clock;

    OtherDates(ObjectProvider<MovableMeeting> meetings, JdbcClient jdbc, Clock clock) {
        this.meetings = meetings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The meeting for which another date can be proposed. */
    @Transactional(readOnly = true)
    public Optional<MeetingAhead> meeting(String key) {
        return movable(key).flatMap(meeting -> meeting.ahead(key));
    }

    private Optional<MovableMeeting> movable(String key) {
        return meetings.stream().filter(meeting -> meeting.ahead(key).isPresent()).findFirst();
    }

    /** @throws Refusal where no meeting is ahead, or something stands against the date */
    void propose(PersonalLink link, ProposeOtherDate proposal) {
        MovableMeeting meeting = movable(link.key())
                .orElseThrow(() -> new Refusal("start", "noMeeting", "S1P-04", "No meeting is ahead whose date could be changed."));
        MeetingAhead ahead = meeting.ahead(link.key()).orElseThrow();
        Refusals refusals = new Refusals();
        long waiting = of(link.key()).stream().filter(former -> former.insteadOf().equals(ahead.at())).count();
        refusals.when(waiting >= AT_MOST, "start", "tooMany", "S1P-04", "You have proposed several dates already. Your manager will speak to you; you can also write your comments.");
        meeting.check(link.key(), proposal.start(), refusals);
        refusals.throwIfAny();
        LocalDateTime now = LocalDateTime.now(clock);
        long id = jdbc.sql("insert into other_date (delivery_id, meeting, instead_of, starts_at, reason, made_at) values (?, ?, ?, ?, ?, ?) returning id")
                .params(link.delivery(), ahead.label(), ahead.at(), proposal.start(), proposal.reason(), now).query(Long.class).single();
        meeting.proposed(link.key(), new OtherDate(id, ahead.label(), ahead.at(), proposal.start(), proposal.reason(), now));
    }

    /** Everything that was proposed under this key, oldest first. */
    @Transactional(readOnly = true)
    public List<OtherDate> of(String key) {
        return jdbc.sql("""
                        select o.id, o.meeting, o.instead_of, o.starts_at as start, o.reason, o.made_at from other_date o join delivery d on d.id = o.delivery_id
                        where d.business_key = ? order by o.id""")
                .param(key).query(OtherDate.class).list();
    }

    /** What was proposed last instead of the date that the meeting has now; empty once it was moved. */
    @Transactional(readOnly = true)
    public Optional<OtherDate> waiting(String key) {
        return meeting(key).flatMap(ahead -> of(key).stream()
                .filter(proposed -> proposed.meeting().equals(ahead.label()) && proposed.insteadOf().equals(ahead.at())).reduce((former, later) -> later));
    }
}
