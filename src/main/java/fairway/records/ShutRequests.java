package fairway.records;

import java.util.Set;
import java.util.TreeSet;

import fairway.access.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Access requests that are shut to somebody: their own, and those of everybody above them in the staff list. */
@Component
public class ShutRequests {

    private final JdbcClient jdbc;
    private final People people;

    ShutRequests(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Numbers of all of them, answered ones too. */
    @Transactional(readOnly = true)
    public Set<String> to(String userId) {
        Set<String> upwards = people.ofUser(userId).map(person -> people.upwards(person.staffNumber())).orElse(Set.of());
        return upwards.isEmpty() ? Set.of()
                : new TreeSet<>(jdbc.sql("select number from subject_access_request where staff_number in (:upwards)").param("upwards", upwards).query(String.class).list());
    }
}
