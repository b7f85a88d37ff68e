package fairway.process.performancecase;

import static fairway.process.performancecase.CaseStory.COLLEAGUE;
import static fairway.process.performancecase.CaseStory.HR2;
import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fairway.onetoone.EvidenceOutlook;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register and the page of a case, as each of its people sees them. */
@FairwayTest
class CasePagesTest {

    @Autowired
    Engine engine;
    @Autowired
    Doors doors;
    @Autowired
    EvidenceOutlook outlook;
    @Autowired
    JdbcTemplate jdbc;

    private CaseStory story;

    @BeforeEach
    void begin(@Autowired ApplicationContext context) {
        story = new CaseStory(context);
    }

    @Test
    void theRegisterListsTheCasesOneMaySee() {
        String number = story.timeGiven();
        assertThat(page("teamleader", "/cases").text()).contains(number, "Time given to improve", "Review the improvement", "09/11/2026");
        assertThat(page("hr2", "/cases").text()).contains(number);
        assertThat(page("hr", "/cases").text()).contains(number);
        for (String other : List.of("manager", "manager2", "hr3")) {
            assertThat(page(other, "/cases").text()).as(other).doesNotContain(number);
        }
        assertThat(page("manager2", "/cases").text()).contains("You have no open case");
    }

    @Test
    void theRegisterIsFiltered() {
        String number = story.timeGiven();
        assertThat(page("teamleader", "/cases?show=timeToImprove").text()).contains(number);
        assertThat(page("teamleader", "/cases?show=stage1").text()).doesNotContain(number).contains("No case matches");
        assertThat(page("teamleader", "/cases?words=000001").text()).contains(number);
        assertThat(page("teamleader", "/cases?words=nobody").text()).doesNotContain(number);
        doors.post("/api/cases/" + number + "/actions/withdraw", "hr2", form().with("reason", "Over.").json());
        assertThat(page("teamleader", "/cases").text()).doesNotContain(number);
        assertThat(page("teamleader", "/cases?show=ended").text()).contains(number, "Ended: Withdrawn");
    }

    @Test
    void thePageSaysWhereItStandsAndOffersTheActions() {
        String number = story.timeGiven();
        String task = engine.task("reviewImprovement", number).getId();
        String html = page("teamleader", "/cases/" + number).text();
        assertThat(html).contains("Review the improvement", "/camunda/app/tasklist/default/#/?task=" + task, "Time given until", "02/11/2026",
                "Informal conversation held on 05/10/2026");
        assertThat(html).contains("/cases/" + number + "/actions/withdraw", "/actions/recordAbsence", "/actions/nameDeputy", "/actions/declareConflict")
                .doesNotContain("/actions/pause", "/actions/changeManager", "/actions/recordLeaver", "/actions/reportPerformanceFell");
        assertThat(page("hr2", "/cases/" + number).text()).contains("/actions/pause", "/actions/changeManager", "/actions/changeAdviser", "/actions/recordLeaver",
                "/actions/colleagueChangesJob").doesNotContain("?task=" + task);
        assertThat(page("teamleader", "/cases/" + number + "/actions/withdraw").text()).contains("Withdraw the case");
    }

    @Test
    void whatIsRestrictedToHrIsShownToHrAlone() {
        String number = story.withEvidence();
        engine.completeAs("hr2", "confirmCourseOfAction", number, route("informalConversation", HR2).with("protectedFactors", "present")
                .with("protectedNote", "MARKED-PROTECTED").json());
        doors.post("/api/cases/" + number + "/actions/pause", "hr2", form().with("reason", "MARKED-PAUSE").with("reviewOn", "2026-10-20").json());
        doors.post("/api/cases/" + number + "/actions/declareConflict", "hr2", form().with("user", "hr3").with("why", "MARKED-CONFLICT").json());
        assertThat(page("hr2", "/cases/" + number).text()).contains("Seen by HR only", "MARKED-PROTECTED", "MARKED-PAUSE", "MARKED-CONFLICT");
        assertThat(page("teamleader", "/cases/" + number).text()).doesNotContain("Seen by HR only", "MARKED-");
        assertThat(jdbc.queryForObject("select string_agg(body, ' ') from delivery", String.class)).satisfiesAnyOf(
                text -> assertThat(text).isNull(), text -> assertThat(text).doesNotContain("MARKED-"));
    }

    @Test
    void aCaseOneMayNotSeeIsAPageThatDoesNotExist() {
        String number = story.timeGiven();
        for (String other : List.of("manager2", "hr3", "ops", "admin", "owner")) {
            assertThat(page(other, "/cases/" + number).status()).as(other).isEqualTo(404);
            assertThat(page(other, "/cases/" + number + "/actions/withdraw").status()).as(other).isEqualTo(404);
        }
        assertThat(page("teamleader", "/cases/PC-2026-999999").status()).isEqualTo(404);
        assertThat(page("teamleader", "/cases/" + number + "/actions/nothing").status()).isEqualTo(404);
    }

    @Test
    void readingACaseIsKept() {
        String number = story.timeGiven();
        page("hr2", "/cases/" + number);
        assertThat(jdbc.queryForObject("select count(*) from access_log where outcome = 'read' and subject = ? and user_id = 'hr2'", Integer.class, number)).isEqualTo(1);
        page("manager2", "/cases/" + number);
        assertThat(jdbc.queryForObject("select count(*) from access_log where outcome = 'read' and subject = ? and user_id = 'manager2'", Integer.class, number)).isZero();
    }

    @Test
    void theOutlookOfALineSaysWhatTheGateWould_PM12() {
        assertThat(outlook.of(COLLEAGUE).missing()).hasSize(3);
        story.note(COLLEAGUE, LocalDate.of(2026, 9, 21), true);
        assertThat(outlook.of(COLLEAGUE).missing()).singleElement().asString().contains("PM-03");
        story.note(COLLEAGUE, LocalDate.of(2026, 9, 28), false);
        assertThat(outlook.of(COLLEAGUE).wouldPass()).isTrue();
        assertThat(outlook.of(CaseStory.OTHER_COLLEAGUE).wouldPass()).isFalse();
        assertThat(jdbc.queryForObject("select count(*) from performance_case", Integer.class)).as("it starts nothing").isZero();
    }

    @Test
    void twoConcernsAtTheSameMomentMakeOneCase_PM12() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch together = new CountDownLatch(1);
            List<Future<Integer>> replies = new java.util.ArrayList<>();
            for (int i = 0; i < 4; i++) {
                replies.add(people.submit(() -> {
                    together.await();
                    return doors.startAtEngineRest("teamleader", "performanceCase", concern(COLLEAGUE).json()).status();
                }));
            }
            together.countDown();
            for (Future<Integer> reply : replies) {
                assertThat(reply.get()).isEqualTo(200);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(jdbc.queryForObject("select count(*) from performance_case", Integer.class)).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from performance_case_concern", Integer.class)).isEqualTo(3);
        assertThat(jdbc.queryForObject("select last from performance_case_number", Integer.class)).as("no number is lost").isEqualTo(1);
    }

    private Doors.Reply page(String user, String path) {
        return WebSession.of(doors.base(), user).get(path);
    }
}
