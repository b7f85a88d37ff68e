package fairway.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.WorkingDays;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches the access log for whoever may read it. What is about a case, a line or an access request that a conflict of interest shuts to the reader is not there for
 * them: neither shown nor counted. Reading is written to the log itself.
 */
@Service
@Transactional(readOnly = true)
public class AuditSearch {

    static final int PAGE = 50;
    static final int MOST_EXPORTED = 50_000;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(WorkingDays.LONDON);
    private static final int MOST_PEOPLE = 500;
    private static final String BY_NUMBER = "staff:";

    private final NamedParameterJdbcTemplate jdbc;
    private final CaseAccess access;
    private final AccessLog log;
    private final Staff staff;

    AuditSearch(NamedParameterJdbcTemplate jdbc, CaseAccess access, AccessLog log, Staff staff) {
        this.jdbc = jdbc;
        this.access = access;
        this.log = log;
        this.staff = staff;
    }

    /**
     * One page of what was found.
     *
     * @param number of the page, from 1
     * @param pages  how many there are; at least 1
     * @param count  of all entries that were found
     */
    record Page(List<AuditEntry> entries, int number, int pages, long count) {
    }

    Page page(String reader, AuditQuery query, int asked) {
        Found found = new Found(reader, query);
        long count = jdbc.queryForObject("select count(*) from access_log l where " + found.where, found.parameters, Long.class);
        int pages = (int) Math.max(1, (count + PAGE - 1) / PAGE);
        int number = Math.min(Math.max(asked, 1), pages);
        List<AuditEntry> entries = found.entries(PAGE, (number - 1) * PAGE);
        log.read(AccessLog.Kind.AUDIT, query.inTheLog() + " page=" + number, reader);
        return new Page(entries, number, pages, count);
    }

    /** For a file: the latest of them, as many as a file may hold. */
    List<AuditEntry> export(String reader, AuditQuery query) {
        List<AuditEntry> entries = new Found(reader, query).entries(MOST_EXPORTED, 0);
        log.read(AccessLog.Kind.EXPORT, "audit " + query.inTheLog() + " entries=" + entries.size(), reader);
        return entries;
    }

    /** What one reader finds. */
    private final class Found {

        private final Map<String, Object> parameters = new HashMap<>();
        private final String where;

        private Found(String reader, AuditQuery query) {
            List<String> conditions = new ArrayList<>(List.of("true"));
            shut(conditions, "cases", access.shutTo(reader));
            shut(conditions, "lines", access.conflictedLines(reader));
            if (query.about() != null) {
                conditions.add("l.about = :about");
                parameters.put("about", query.about());
            }
            if (query.kind() != null) {
                conditions.add(query.kind().condition());
            }
            if (query.from() != null) {
                conditions.add("l.at >= :from");
                parameters.put("from", begins(query.from()));
            }
            if (query.to() != null) {
                conditions.add("l.at < :to");
                parameters.put("to", begins(query.to().plusDays(1)));
            }
            if (!query.person().isEmpty()) {
                conditions.add("(l.user_id in (:people) or l.on_behalf_of in (:people) or split_part(l.subject, ': ', 1) in (:asSubject))");
                Set<String> people = people(query.person());
                parameters.put("people", people);
                parameters.put("asSubject", people.stream().map(user -> user.startsWith(BY_NUMBER) ? user : "user:" + user).toList());
            }
            where = String.join(" and ", conditions);
        }

        private void shut(List<String> conditions, String name, Set<String> numbers) {
            if (!numbers.isEmpty()) {
                conditions.add("(l.about is null or l.about not in (:" + name + "))");
                parameters.put(name, numbers);
            }
        }

        private List<AuditEntry> entries(int atMost, int after) {
            parameters.put("atMost", atMost);
            parameters.put("after", after);
            List<LogRow> rows = jdbc.query("select " + LogRow.COLUMNS + " from access_log l where " + where + " order by l.at desc, l.id desc limit :atMost offset :after", parameters,
                    (row, n) -> LogRow.of(row));
            Names names = new Names(rows);
            return rows.stream().map(names::entry).toList();
        }
    }

    private static Object begins(LocalDate day) {
        return day.atStartOfDay(WorkingDays.LONDON).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** The user names that are meant, as typed and as the staff list has or had them; people without a sign-in go by their staff number. */
    private Set<String> people(String typed) {
        Set<String> people = new HashSet<>(Set.of(typed, BY_NUMBER + typed));
        for (StaffMember person : staff.searchEverybody(typed, MOST_PEOPLE)) {
            people.add(BY_NUMBER + person.staffNumber());
            if (person.userId() != null) {
                people.add(person.userId());
            }
        }
        return people;
    }

    /** The names of the people in some rows: who had the user name then, not who has it now. */
    private final class Names {

        private final Map<String, List<StaffMember>> ofUsers;
        private final Map<String, StaffMember> byNumber;

        private Names(List<LogRow> rows) {
            Set<String> users = rows.stream().flatMap(row -> Stream.of(row.userId() == null ? "" : row.userId(), row.onBehalfOf() == null ? "" : row.onBehalfOf()))
                    .filter(user -> !user.isEmpty()).collect(Collectors.toSet());
            ofUsers = users.isEmpty() ? Map.of() : staff.everSignedInAs(users).stream().collect(Collectors.groupingBy(StaffMember::userId));
            byNumber = staff.byStaffNumber(users.stream().filter(user -> user.startsWith(BY_NUMBER)).map(user -> user.substring(BY_NUMBER.length())).collect(Collectors.toSet()));
        }

        private AuditEntry entry(LogRow row) {
            String caseNumber = row.subject().startsWith("PC-") ? row.subject().split(" ")[0] : null;
            return new AuditEntry(MOMENT.format(row.at()), row.userId() == null ? row.address() == null ? "Fairway" : "Nobody signed in" : name(row.userId(), row.at()),
                    Objects.requireNonNullElse(name(row.onBehalfOf(), row.at()), ""), InWords.what(row), Objects.requireNonNullElse(row.choice(), ""), row.subject(),
                    caseNumber == null ? null : "/cases/" + caseNumber, Objects.requireNonNullElse(row.address(), ""));
        }

        private String name(String user, Instant at) {
            if (user == null) {
                return null;
            }
            if (user.startsWith(BY_NUMBER)) {
                StaffMember person = byNumber.get(user.substring(BY_NUMBER.length()));
                return person == null ? user : person.fullName() + " (" + person.staffNumber() + ")";
            }
            List<StaffMember> holders = ofUsers.getOrDefault(user, List.of());
            List<StaffMember> then = holders.stream().filter(person -> person.worksOn(LocalDate.ofInstant(at, WorkingDays.LONDON))).toList();
            if (then.size() == 1) {
                return then.get(0).fullName() + " (" + user + ")";
            }
            return holders.stream().max(Comparator.comparing(staff::isCurrent).thenComparing(StaffMember::leftOn, Comparator.nullsLast(Comparator.naturalOrder())))
                    .map(person -> user + (staff.isCurrent(person) ? " (now: " : " (last: ") + person.fullName() + ")").orElse(user);
        }
    }
}
