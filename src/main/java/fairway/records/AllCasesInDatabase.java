package fairway.records;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import fairway.access.AllCases;
import fairway.staff.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads it from the staff list, the cases and the access requests. */
@Component
class AllCasesInDatabase implements AllCases {

    /** The user, everybody above them, and the cases that a conflict shuts to them. */
    private static final String PERSON = """
            with recursive me (staff_number, manager, hr_divisions) as (
              select staff_number, manager_staff_number, hr_divisions from staff_member
              where user_id_in_use = lower(:user) and user_id = :user and (left_on is null or left_on >= :today)),
            up (staff_number, manager) as (
              select staff_number, manager from me
              union select s.staff_number, s.manager_staff_number from staff_member s join up on s.staff_number = up.manager),
            shut (number) as (
              select number from performance_case where colleague in (select staff_number from up)
              union select case_number from performance_case_conflict where user_id = :user or staff_number in (select staff_number from me))""";

    private static final String SHUT = PERSON + """

            select number from shut
            union select number from subject_access_request where staff_number in (select staff_number from up)
            union select r.number from shut join performance_case c on c.number = shut.number
              join subject_access_request r on r.staff_number in (c.colleague, c.manager, c.adviser, c.deputy)""";

    /** One row for each case with a queue of its own, or a single one without. */
    private static final String HR = PERSON + """
            ,
            hr (staff_number, manager) as (
              select staff_number, manager_staff_number from staff_member
              where hr_divisions <> '' and listed and (left_on is null or left_on >= :today) and exists (select from me where hr_divisions <> '')
              union select s.staff_number, s.manager_staff_number from staff_member s join hr on s.staff_number = hr.manager),
            single (number) as (
              select number from performance_case where colleague in (select staff_number from hr)
              union select case_number from performance_case_conflict)
            select me.hr_divisions, c.number, c.division,
              case when c.next_adviser_from <= :today then c.next_adviser else c.adviser end = me.staff_number as advises
            from me left join performance_case c on c.number in (select number from single) and c.number not in (select number from shut)
            where me.hr_divisions <> ''""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AllCasesInDatabase(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<String> shutTo(String userId) {
        return asked(SHUT, userId).query(String.class).set();
    }

    @Override
    public Hr hrOf(String userId) {
        Set<String> divisions = new HashSet<>();
        Set<String> singleCases = new HashSet<>();
        asked(HR, userId).query(row -> {
            divisions.addAll(StaffMember.divisionsIn(row.getString("hr_divisions")));
            if (row.getString("number") != null && (row.getBoolean("advises") || divisions.contains("*") || divisions.contains(row.getString("division")))) {
                singleCases.add(row.getString("number"));
            }
        });
        return new Hr(divisions, singleCases);
    }

    private JdbcClient.StatementSpec asked(String sql, String userId) {
        return jdbc.sql(sql).param("user", userId).param("today", LocalDate.now(clock));
    }
}
