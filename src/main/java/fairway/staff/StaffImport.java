package fairway.staff;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.access.AccessLog;
import fairway.access.CommandLine;
import jakarta.persistence.EntityManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports a staff list as a whole: everything that is wrong is named by line and column and nothing is imported; what it would change is shown
 * before it is applied; applying it is one transaction. People whom a list no longer names have left.
 */
@Service
public class StaffImport {

    private final StaffMemberRepository members;
    private final JdbcTemplate jdbc;
    private final EntityManager entities;
    private final LineUpkeep lines;
    private final ApplicationEventPublisher events;
    private final AccessLog log;
    private final Clock clock;

    StaffImport(StaffMemberRepository members, JdbcTemplate jdbc, EntityManager entities, LineUpkeep lines, ApplicationEventPublisher events, AccessLog log,
                Clock clock) {
        this.members = members;
        this.jdbc = jdbc;
        this.entities = entities;
        this.lines = lines;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    /** What the list would change; nothing is. @throws StaffListRefused naming everything that is wrong with it */
    @Transactional(readOnly = true)
    public StaffListDifference compare(byte[] content) {
        return new Comparison(StaffList.read(content)).difference;
    }

    /**
     * Applies the list: people, lines, and what follows from them elsewhere.
     *
     * @param shown fingerprint of the difference as it was shown
     * @throws StaffListRefused if something is wrong with it, or if it would change something else than was shown
     */
    @Transactional
    public StaffListDifference apply(byte[] content, String shown) {
        return apply(content, shown, "staff-import by command", CommandLine.user());
    }

    /** As {@link #apply(byte[], String)}. @param key names the import in the access log @param userId who applies it */
    @Transactional
    StaffListDifference apply(byte[] content, String shown, String key, String userId) {
        StaffList list = StaffList.read(content);
        lines.lock();
        // after the wait: an entry of the record has to be there soon after its time
        log.done("staff list applied", key, userId);
        Comparison comparison = new Comparison(list);
        if (!comparison.difference.fingerprint().equals(shown)) {
            throw new StaffListRefused("The staff list in Fairway has changed since this difference was shown. Look at it again before you apply it.");
        }
        if (!comparison.difference.isEmpty()) {
            Set<String> aboveHr = members.findHrAndAbove(comparison.today);
            comparison.write();
            comparison.changedRights().forEach(change -> log.done("staff-list-rights", change, userId));
            lines.follow();
            events.publishEvent(comparison.whatChanged(aboveHr));
        }
        return comparison.difference;
    }

    /** What the list gives to somebody: whom they sign in as, and whose HR they are. */
    private record Rights(String userId, Set<String> hrDivisions) {

        private static final Rights NONE = new Rights(null, Set.of());

        /** @param row null for somebody whom the list does not name */
        private static Rights of(StaffRow row, LocalDate today) {
            return row == null || row.hasLeft(today) ? NONE : new Rights(row.userId(), new TreeSet<>(row.hrDivisionList()));
        }

        private Optional<String> changedTo(Rights next) {
            String changes = Stream.of(change("sign-in", userId, next.userId), change("HR of", inWords(hrDivisions), inWords(next.hrDivisions))).filter(Objects::nonNull)
                    .collect(Collectors.joining("; "));
            return changes.isEmpty() ? Optional.empty() : Optional.of(changes);
        }

        private static String inWords(Set<String> divisions) {
            return divisions.isEmpty() ? null : String.join(", ", divisions);
        }

        private static String change(String what, String from, String to) {
            return Objects.equals(from, to) ? null : what + " " + (to == null ? "none" : to) + " (was " + (from == null ? "none" : from) + ")";
        }
    }

    /** A list beside what Fairway knows now. */
    private final class Comparison {

        private final StaffList list;
        private final LocalDate today = LocalDate.now(clock);
        private final Map<String, StaffRow> before = new HashMap<>();
        private final Set<String> listedBefore = new HashSet<>();
        private final StaffListDifference difference;

        private Comparison(StaffList list) {
            this.list = list;
            for (StaffMember member : members.findAll()) {
                before.put(member.staffNumber(), StaffRow.of(member));
                if (member.listed()) {
                    listedBefore.add(member.staffNumber());
                }
            }
            difference = StaffListDifference.between(before, listedBefore, list, today);
        }

        private void write() {
            entities.flush();
            Set<String> named = list.rows().stream().map(StaffRow::staffNumber).collect(Collectors.toSet());
            List<Object[]> gone = listedBefore.stream().filter(number -> !named.contains(number))
                    .map(number -> new Object[] {yesterday(), yesterday(), yesterday(), number}).toList();
            jdbc.batchUpdate("update staff_member set listed = false, started_on = least(started_on, ?), left_on = least(coalesce(left_on, ?), ?) where staff_number = ?", gone);
            List<StaffRow> changed = list.rows().stream()
                    .filter(row -> !listedBefore.contains(row.staffNumber()) || !row.saysTheSameAs(before.get(row.staffNumber()))).toList();
            jdbc.update("""
                    insert into staff_member (staff_number, first_name, last_name, email, job_title, band, division, manager_staff_number, user_id,
                      medical_or_dental, site, started_on, left_on, hr_divisions, listed)
                    select "staffNumber", "firstName", "lastName", email, "jobTitle", band, division, "managerStaffNumber", "userId",
                      "medicalOrDental", site, "startedOn", "leftOn", "hrDivisions", true
                    from json_to_recordset(?::json) as row ("staffNumber" varchar, "firstName" varchar, "lastName" varchar, email varchar, "jobTitle" varchar,
                      band varchar, division varchar, "managerStaffNumber" varchar, "userId" varchar, "medicalOrDental" boolean, site varchar,
                      "startedOn" date, "leftOn" date, "hrDivisions" varchar)
                    on conflict (staff_number) do update set first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email,
                      job_title = excluded.job_title, band = excluded.band, division = excluded.division,
                      manager_staff_number = excluded.manager_staff_number, user_id = excluded.user_id, medical_or_dental = excluded.medical_or_dental,
                      site = excluded.site, started_on = excluded.started_on, left_on = excluded.left_on, hr_divisions = excluded.hr_divisions,
                      listed = true""", JsonRows.of(changed));
            entities.clear();
        }

        /** Whoever gains, loses or changes a sign-in or the divisions that they advise on as HR, and how. */
        private List<String> changedRights() {
            Map<String, StaffRow> after = list.rows().stream().collect(Collectors.toMap(StaffRow::staffNumber, Function.identity()));
            return Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct().sorted().map(number -> {
                Rights former = listedBefore.contains(number) ? Rights.of(before.get(number), today) : Rights.NONE;
                return former.changedTo(Rights.of(after.get(number), today)).map(change -> "staff:" + number + ": " + change);
            }).flatMap(Optional::stream).toList();
        }

        private Set<String> changedHr(Set<String> aboveHr) {
            Map<String, StaffRow> after = list.rows().stream().collect(Collectors.toMap(StaffRow::staffNumber, Function.identity()));
            Set<String> changed = listedBefore.stream().filter(number -> !Rights.of(before.get(number), today).hrDivisions.equals(Rights.of(after.get(number), today).hrDivisions))
                    .collect(Collectors.toCollection(HashSet::new));
            Set<String> aboveNow = members.findHrAndAbove(today);
            Stream.concat(aboveHr.stream(), aboveNow.stream()).filter(number -> aboveHr.contains(number) != aboveNow.contains(number)).forEach(changed::add);
            return changed;
        }

        private Date yesterday() {
            return Date.valueOf(today.minusDays(1));
        }

        private StaffChanged whatChanged(Set<String> aboveHr) {
            return new StaffChanged(numbers(difference.joiners()), numbers(difference.leavers()), numbers(difference.changedManager()),
                    numbers(difference.changedSignIn()), numbers(difference.movers()), changedHr(aboveHr));
        }

        private static Set<String> numbers(List<StaffListDifference.Change> changes) {
            return changes.stream().map(StaffListDifference.Change::staffNumber).collect(Collectors.toSet());
        }
    }
}
