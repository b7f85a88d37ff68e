package fairway.records;

import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.access.AllCases;
import fairway.access.CaseAccess;
import fairway.access.HrLabels;
import fairway.access.Relation;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is found in one statement is what the policy says case by case. */
@FairwayTest
class AllCasesInDatabaseTest {

    @Autowired
    private Doors doors;
    @Autowired
    private Engine engine;
    @Autowired
    private CaseAccess access;
    @Autowired
    private HrLabels labels;
    @Autowired
    private AllCases all;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void everybodyIsShutOutOfTheCasesThatThePolicyShutsToThem() {
        engine.start("teamleader", "performanceCase", concern("10005").json());
        engine.start("manager", "performanceCase", concern("10004").json());
        engine.start("katya.barker", "performanceCase", concern("10014").json());
        List<String> cases = jdbc.queryForList("select number from performance_case order by colleague", String.class);
        assertThat(doors.post("/api/cases/" + cases.get(0) + "/actions/declareConflict", "hr", form().with("user", "hr2").with("why", "A relative").json()).status()).isEqualTo(200);
        // whoever signs in under another name by now stays in conflict; whoever has left has none but by name
        jdbc.update("update staff_member set user_id = 'hr2.new' where user_id = 'hr2'");
        jdbc.update("update staff_member set left_on = '2020-01-01' where staff_number = '10011'");

        List<String> users = jdbc.queryForList("select user_id from staff_member where user_id is not null union select 'hr2' union select 'nobody'", String.class);
        int shut = 0;
        for (String user : users) {
            Set<String> oneByOne = cases.stream().filter(number -> access.relation(user, number) == Relation.IN_CONFLICT).collect(Collectors.toSet());
            assertThat(access.conflictedCases(user)).as(user).isEqualTo(oneByOne);
            shut += oneByOne.size();
            Set<String> single = cases.stream().filter(number -> labels.queueOf(number).startsWith(HrLabels.CASE) && access.relation(user, number).isHr()).collect(Collectors.toSet());
            assertThat(all.hrOf(user).singleCases()).as(user).isEqualTo(single);
        }
        assertThat(shut).isGreaterThanOrEqualTo(3);
        assertThat(access.conflictedCases("hr2.new")).containsExactly(cases.get(0));
        assertThat(access.conflictedCases("hr2")).containsExactly(cases.get(0));
    }

    @Test
    void hrFindsTheCasesWithAQueueOfTheirOwnByDivisionOrAsAdviser() {
        engine.start("manager", "performanceCase", concern("10004").json());
        String number = jdbc.queryForObject("select number from performance_case", String.class);
        assertThat(all.hrOf("hr3").singleCases()).as("it has the queue of its division").isEmpty();
        assertThat(doors.post("/api/cases/" + number + "/actions/declareConflict", "hr", form().with("user", "hr2").with("why", "A relative").json()).status()).isEqualTo(200);
        assertThat(all.hrOf("hr").divisions()).containsExactly("*");
        assertThat(all.hrOf("hr").singleCases()).containsExactly(number);
        assertThat(all.hrOf("hr2").divisions()).containsExactly("Urgent Care");
        assertThat(all.hrOf("hr2").singleCases()).as("in conflict").isEmpty();
        assertThat(all.hrOf("hr3").singleCases()).as("another division").isEmpty();
        jdbc.update("update performance_case set next_adviser = '10249', next_adviser_from = ?", TestClock.today().plusDays(1));
        assertThat(all.hrOf("hr3").singleCases()).as("adviser from tomorrow").isEmpty();
        jdbc.update("update performance_case set next_adviser_from = ?", TestClock.today());
        assertThat(all.hrOf("hr3").singleCases()).as("adviser from today").containsExactly(number);
        assertThat(all.hrOf("manager")).isEqualTo(new AllCases.Hr(Set.of(), Set.of()));
        assertThat(all.hrOf("nobody")).isEqualTo(new AllCases.Hr(Set.of(), Set.of()));
    }
}
