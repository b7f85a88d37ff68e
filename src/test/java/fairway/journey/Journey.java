package fairway.journey;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What every journey needs: people who stay signed in from test to test, the clock, and the page on which a case says how it ended. */
@FairwayTest
abstract class Journey {

    static final String TEAM_LEADER = "teamleader";
    static final String HR = "hr2";

    private static final Map<String, Tasklist> SIGNED_IN = new ConcurrentHashMap<>();
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    Doors doors;
    @Autowired
    Engine engine;
    @Autowired
    ApplicationContext context;

    /** That person at Tasklist, as it looks now; signed in at the log-in page when it is for the first time. */
    Tasklist as(String user) {
        String key = doors.base() + " " + user;
        Tasklist known = SIGNED_IN.get(key);
        if (known == null) {
            known = Tasklist.of(doors.base(), user);
            SIGNED_IN.put(key, known);
        } else {
            known.again();
        }
        return known;
    }

    /** A way to bring a case to where the journey begins. */
    Fork fork() {
        return new Fork(context);
    }

    /** Time goes by, from due job to due job. */
    void until(LocalDateTime london) {
        engine.timePassesTo(london);
    }

    static String day(LocalDate date) {
        return AS_TYPED.format(date);
    }

    /** The case says in words how it ended, and nobody has a task of it left. */
    void assertEnded(String number, String inWords) {
        engine.runDue();
        assertThat(engine.open(number)).as("tasks that are left").isEmpty();
        Tasklist hr = as(HR);
        assertThat(hr.tasks()).as("in Tasklist").noneMatch(task -> task.contains(number));
        hr.page().navigate(doors.base() + "/cases/" + number);
        assertThat(hr.page().locator("h1").innerText()).contains("Ended: " + inWords).contains("Case " + number);
        assertThat(hr.page().locator("#where").count()).as("nothing is open").isZero();
    }

    /** Nothing that a browser complains of happened on anybody's pages. */
    static List<String> complaints() {
        return SIGNED_IN.values().stream().flatMap(tasklist -> tasklist.complaints().stream()).toList();
    }
}
