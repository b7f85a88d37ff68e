package fairway.onetoone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions;
import fairway.support.TestClock;
import fairway.support.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of a manager's own lines. */
@FairwayTest
class LinePagesTest {

    @Autowired
    Engine engine;
    @Autowired
    Doors doors;
    @Autowired
    Lines lines;
    @Autowired
    LineProcess process;
    @Autowired
    OneToOnes oneToOnes;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionTemplate transaction;

    private String key;

    @BeforeEach
    void aOneToOneIsBooked() {
        LinesInTests inTests = new LinesInTests(jdbc, lines, process, transaction);
        Line line = inTests.line("10005", TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
        key = line.businessKey();
        inTests.start(line);
        engine.runDue();
    }

    private WebSession teamleader() {
        return WebSession.of(doors.base(), "teamleader");
    }

    private String page() {
        Doors.Reply page = teamleader().get("/lines/" + key);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.text().replaceAll("\\s+", " ");
    }

    private static void contains(String page, String... texts) {
        for (String text : texts) {
            assertThat(page).contains(text);
        }
    }

    @Test
    void aManagerSeesTheirLinesWithTheNextDate_OTO01() {
        String page = teamleader().get("/lines").text();
        contains(page, "Priya Chowdhury", "Tuesday 03/11/2026, 10:00", "/lines/" + key, "Omar Umar");
        assertThat(page).doesNotContain("Katya Barker").doesNotContain("Record overdue");
        TestClock.set(LocalDateTime.parse("2026-11-06T08:00"));
        assertThat(teamleader().get("/lines").text()).contains("Record overdue");
    }

    @Test
    void aLineIsSeenByItsManagerAlone() {
        contains(page(), "One-to-ones with Priya Chowdhury", "at least monthly", "Tuesday 03/11/2026, 10:00", "No one-to-one is noted yet", "No absence is recorded");
        for (String user : List.of("manager", "manager2", "hr", "hr2", "owner", "ops", "admin")) {
            assertThat(WebSession.of(doors.base(), user).get("/lines/" + key).status()).as(user).isEqualTo(403);
        }
        assertThat(teamleader().get("/lines/L-999999").status()).isEqualTo(403);
        assertThat(teamleader().get("/lines/nonsense").status()).isEqualTo(403);
        assertThat(jdbc.queryForObject("select count(*) from access_log where what = 'LINE' and user_id = 'teamleader'", Integer.class)).isPositive();
    }

    @Test
    void theHistoryShowsNotesWithExamplesAndSupportAndWhetherTheCopyWasSent_OTO10() {
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today())
                .with("examples", List.of(Submissions.example(LocalDate.parse("2026-10-02"))))
                .with("supportGiven", List.of(Submissions.support("mentoring", "Pairing <script>", true))).json());
        engine.start("teamleader", "earlierOneToOne", Submissions.earlierOneToOne("10005", LocalDate.parse("2026-09-01")).json());
        contains(page(), "05/10/2026, held by Nia Barker (N-", "Wellbeing was talked about.", "Charts were not checked on the day", "raised with the colleague",
                "Mentoring (offered and declined): Pairing &lt;script&gt;", "Bring the stock list up to date (colleague, by 12/10/2026)", "Copy to the colleague:",
                "Talked through the week", "01/09/2026", "The next one-to-one is being booked.");
        engine.runDue();
        assertThat(page()).doesNotContain("being booked").containsPattern("Copy to the colleague: [A-Za-z]+");
    }

    @Test
    void itSaysWhatTheEvidenceGateWouldSay_PM12() {
        String before = page();
        contains(before, "Only you see this. It starts nothing");
        assertThat(before.substring(before.indexOf("id=\"outlook\""))).contains("would not be enough");
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today())
                .with("supportGiven", List.of(Submissions.support("mentoring", "Pairing", false))).json());
        engine.runDue();
        TestClock.set(LocalDateTime.parse("2026-11-03T12:00"));
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today()).with("examples", List.of(Submissions.example(LocalDate.parse("2026-11-02")))).json());
        engine.runDue();
        assertThat(page()).contains("would be enough evidence");
    }

    @Test
    void theManagerChoosesTheUsualSlot_OTO09() {
        Doors.Reply after = teamleader().sendForm("/lines/" + key, "/lines/" + key + "/slot", Map.of("weekday", "THURSDAY", "time", "09:30", "minutes", "45"));
        contains(after.text(), "The usual slot is now Thursdays, 09:30 to 10:15", "Thursday 05/11/2026, 09:30");
        assertThat(engine.followUp(engine.task("recordOneToOne", key))).isEqualTo("2026-11-05T09:30");
        assertThat(kept("usual-slot")).containsExactly(key + " teamleader");
    }

    @Test
    void aSlotThatIsNotPossibleIsRefusedWithWhatWasTyped() {
        Doors.Reply reply = teamleader().sendForm("/lines/" + key, "/lines/" + key + "/slot", Map.of("weekday", "SUNDAY", "time", "25:00", "minutes", "5"));
        assertThat(reply.status()).isEqualTo(422);
        contains(reply.text(), "Choose a weekday from Monday to Friday.", "Enter a time such as 14:30.", "Enter a length from 15 to 240 minutes.", "value=\"25:00\"");
        assertThat(teamleader().sendForm("/lines/" + key, "/lines/" + key + "/slot", Map.of("weekday", "MONDAY", "time", "19:30", "minutes", "60")).text())
                .contains("Choose a time between 07:00 and 20:00 (Trust setting).");
        assertThat(lines.require(key).usualSlot().weekday()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(kept("usual-slot")).as("what is refused is no decision").isEmpty();
    }

    @Test
    void theManagerRecordsAnAbsence_OTO03() {
        Doors.Reply after = teamleader().sendForm("/lines/" + key, "/lines/" + key + "/absence", Map.of("who", "colleague", "from", "2026-10-26", "to", "2026-11-08"));
        contains(after.text(), "The absence is recorded", "26/10/2026", "08/11/2026", "Tuesday 17/11/2026, 10:00");
        Doors.Reply open = teamleader().sendForm("/lines/" + key, "/lines/" + key + "/absence", Map.of("who", "manager", "from", "2026-10-12", "to", ""));
        contains(open.text(), "Not known", "The manager is away from 12/10/2026, and the return is not known yet.");
        Doors.Reply wrong = teamleader().sendForm("/lines/" + key, "/lines/" + key + "/absence", Map.of("who", "colleague", "from", "2026-11-31", "to", "soon"));
        assertThat(wrong.status()).isEqualTo(422);
        contains(wrong.text(), "Enter the first day away as a date that exists.", "Enter the last day away as a date that exists");
        assertThat(teamleader().sendForm("/lines/" + key, "/lines/" + key + "/absence", Map.of("who", "colleague", "from", "2026-11-10", "to", "2026-11-09")).text())
                .contains("The last day away cannot be before the first.");
        assertThat(kept("line-absence")).containsExactly(key + " colleague teamleader", key + " manager teamleader");
    }

    @Test
    void aMeetingInAOneToOneOrInItsUsualSlotClashes_PM06() {
        LocalDateTime booked = LocalDateTime.parse("2026-11-03T10:30");
        assertThat(clash(booked)).contains("03/11/2026 from 10:00 to 11:00");
        assertThat(clash(LocalDateTime.parse("2026-10-13T09:30"))).contains("your one-to-ones with this colleague usually are (Tuesdays, 10:00 to 11:00)");
        assertThat(clash(LocalDateTime.parse("2026-10-13T11:00"))).isNull();
        engine.complete("recordOneToOne", key, Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-04T14:00"), "Short of staff").json());
        assertThat(clash(booked)).as("its usual slot even though it was moved").contains("usually are");
        assertThat(clash(LocalDateTime.parse("2026-11-04T14:30"))).contains("04/11/2026 from 14:00 to 15:00");
        jdbc.update("update one_to_one set state = 'cancelled'");
        assertThat(clash(booked)).as("and though it was cancelled").contains("usually are");
        assertThat(clash(LocalDateTime.parse("2026-11-04T14:30"))).isNull();
        assertThat(oneToOnes.clashesWithOneToOne("10003", "10005", booked, 60).orElseThrow().text()).contains("this colleague's one-to-ones with their line manager");
    }

    private List<String> kept(String what) {
        return jdbc.queryForList("select subject || ' ' || user_id from access_log where outcome = 'done' and what = ? and about = ? order by id", String.class, what, key);
    }

    private String clash(LocalDateTime start) {
        return oneToOnes.clashesWithOneToOne("10004", "10005", start, 60).map(Clash::text).orElse(null);
    }
}
