package fairway.support;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who is there in a test: the made-up Trust of {@code demonstration/staff.csv} with its lines and sign-ins; the password of everybody is
 * {@value #PASSWORD}. {@code manager} (10003) leads {@code teamleader} (10004), who leads 10005 to 10010; {@code hr} advises every division,
 * {@code hr2} Urgent Care; {@code owner}, {@code ops} and {@code admin} are not on the staff list.
 */
public class World {

    public static final String PASSWORD = "fairway";

    private static final List<CSVRecord> STAFF = read();

    private final JdbcTemplate jdbc;
    private final IdentityService identity;

    public World(JdbcTemplate jdbc, IdentityService identity) {
        this.jdbc = jdbc;
        this.identity = identity;
    }

    /** Called before each test on empty tables. */
    public void populate() {
        insertStaff();
        createSignIns();
    }

    private void insertStaff() {
        List<Object[]> people = new ArrayList<>();
        List<Object[]> managers = new ArrayList<>();
        List<Object[]> lines = new ArrayList<>();
        String[] weekdays = {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"};
        for (CSVRecord person : STAFF) {
            people.add(new Object[]{person.get("staff_number"), person.get("first_name"), person.get("last_name"), person.get("email"),
                    person.get("job_title"), person.get("band"), person.get("division"), blankToNull(person.get("user_id")),
                    "yes".equals(person.get("medical_or_dental")), person.get("site"), Date.valueOf(person.get("started_on")),
                    person.get("left_on").isBlank() ? null : Date.valueOf(person.get("left_on")), person.get("hr_divisions")});
            if (!person.get("manager_staff_number").isBlank()) {
                managers.add(new Object[]{person.get("manager_staff_number"), person.get("staff_number")});
                lines.add(new Object[]{person.get("manager_staff_number"), person.get("staff_number"), Date.valueOf(person.get("started_on")),
                        weekdays[Integer.parseInt(person.get("staff_number")) % 5]});
            }
        }
        jdbc.batchUpdate("insert into staff_member (staff_number, first_name, last_name, email, job_title, band, division, user_id, medical_or_dental, "
                + "site, started_on, left_on, hr_divisions) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", people);
        jdbc.batchUpdate("update staff_member set manager_staff_number = ? where staff_number = ?", managers);
        jdbc.batchUpdate("insert into line (manager_staff_number, colleague_staff_number, started_on, usual_weekday, usual_time, usual_minutes) "
                + "values (?, ?, ?, ?, '14:00', 60)", lines);
    }

    private void createSignIns() {
        if (identity.createUserQuery().userId("teamleader").count() > 0) {
            return;
        }
        Set<String> leaders = STAFF.stream().map(p -> p.get("manager_staff_number")).collect(Collectors.toSet());
        for (CSVRecord person : STAFF) {
            String user = person.get("user_id");
            if (user.isBlank()) {
                continue;
            }
            createUser(user, person.get("first_name"), person.get("last_name"));
            if (leaders.contains(person.get("staff_number"))) {
                join(user, "manager");
            }
            if (!person.get("hr_divisions").isBlank()) {
                join(user, "hr");
            }
        }
        Map.of("owner", "process-owner", "ops", "operations", "admin", "camunda-admin").forEach((user, group) -> {
            createUser(user, user, "Demonstration");
            join(user, group);
        });
    }

    private void createUser(String id, String firstName, String lastName) {
        User user = Objects.requireNonNullElseGet(identity.createUserQuery().userId(id).singleResult(), () -> identity.newUser(id));
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(PASSWORD);
        ((IdentityServiceImpl) identity).saveUser(user, true);
    }

    private void join(String user, String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    /** Line id (business key {@code L-…}) of the colleague. */
    public String lineOf(String colleague) {
        return "L-" + jdbc.queryForObject("select id from line where colleague_staff_number = ? and ended_on is null", Long.class, colleague);
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static List<CSVRecord> read() {
        try (Reader csv = new InputStreamReader(Objects.requireNonNull(World.class.getResourceAsStream("/demonstration/staff.csv")), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(csv).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
