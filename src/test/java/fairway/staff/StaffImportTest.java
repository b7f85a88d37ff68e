package fairway.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

import fairway.access.CommandLine;
import fairway.onetoone.LineCycles;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.TestClock;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The staff list of the demonstration Trust imported again with changes: what is shown, what is applied, what follows. */
@FairwayTest
class StaffImportTest {

    private static final String TEAM_LEADER = "10004";
    private static final String COLLEAGUE = "10005";

    @Autowired
    StaffImport staffImport;
    @Autowired
    Staff staff;
    @Autowired
    Lines lines;
    @Autowired
    LineUpkeep upkeep;
    @Autowired
    LineCycles cycles;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    Engine engine;

    private String list;

    @BeforeEach
    void readList() throws IOException {
        list = new String(getClass().getResourceAsStream("/demonstration/staff.csv").readAllBytes(), StandardCharsets.UTF_8);
        // Of the whole Trust one manager's lines are enough to watch.
        jdbc.update("update line set ended_on = current_date where manager_staff_number <> ?", TEAM_LEADER);
        jdbc.update("update staff_member set manager_staff_number = null where manager_staff_number <> ?", TEAM_LEADER);
        list = list.lines().map(line -> keepManagerOnlyOfTheTeam(line)).collect(Collectors.joining("\n"));
    }

    private static String keepManagerOnlyOfTheTeam(String line) {
        String[] values = line.split(",", -1);
        if (!values[7].equals(TEAM_LEADER) && !values[7].equals("manager_staff_number")) {
            values[7] = "";
        }
        return String.join(",", values);
    }

    private StaffListDifference compare() {
        return staffImport.compare(list.getBytes(StandardCharsets.UTF_8));
    }

    private StaffListDifference apply() {
        return staffImport.apply(list.getBytes(StandardCharsets.UTF_8), compare().fingerprint());
    }

    private void change(String staffNumber, int column, String value) {
        list = list.lines().map(line -> {
            String[] values = line.split(",", -1);
            if (values[0].equals(staffNumber)) {
                values[column] = value;
            }
            return String.join(",", values);
        }).collect(Collectors.joining("\n"));
    }

    private void remove(String staffNumber) {
        list = list.lines().filter(line -> !line.startsWith(staffNumber + ",")).collect(Collectors.joining("\n"));
    }

    private static List<String> words(List<StaffListDifference.Change> changes) {
        return changes.stream().map(c -> c.staffNumber() + " " + c.what()).toList();
    }

    private long cyclesOf(String colleague) {
        Line line = lines.latestOf(colleague).orElseThrow();
        return runtime.createProcessInstanceQuery().processDefinitionKey("oneToOneCycle").processInstanceBusinessKey(line.businessKey()).count();
    }

    private int people() {
        return jdbc.queryForObject("select count(*) from staff_member", Integer.class);
    }

    private List<String> changedRights() {
        return jdbc.queryForList("select subject || ' ' || user_id from access_log where what = 'staff-list-rights' order by subject", String.class);
    }

    /** What somebody may see follows from their sign-in and from whose HR they are: who gains or loses either is kept, person by person. */
    @Test
    void whoGainsOrLosesASignInOrTheirDivisionsOfHrIsKept() {
        String by = " " + CommandLine.user();
        apply();
        assertThat(changedRights()).as("nothing has changed").isEmpty();
        change("10248", 13, "Surgery");
        change(COLLEAGUE, 8, "priya.chowdhury");
        change(COLLEAGUE, 4, "Sister");
        change("10251", 12, "2026-10-04");
        remove("10249");
        list += "\n20001,Ada,Byron,ada.byron@trust.example,Nurse,5,Urgent Care,,,no,Worcester,2026-10-01,,\n20002,Ida,Byron,ida.byron@trust.example,HR Adviser,5,Corporate,,ida,no,Worcester,2026-10-01,,*\n";
        apply();
        assertThat(changedRights()).contains("staff:10248: HR of Surgery (was Urgent Care)" + by, "staff:10005: sign-in priya.chowdhury (was none)" + by, "staff:10251: sign-in none (was hr5); HR of none (was Corporate)" + by,
                "staff:20002: sign-in ida (was none); HR of * (was none)" + by).noneMatch(row -> row.startsWith("staff:20001"));
        assertThat(changedRights()).filteredOn(row -> row.startsWith("staff:10249")).containsExactly("staff:10249: sign-in none (was hr3); HR of none (was Surgery)" + by);
    }

    @Test
    void theSameListAgainChangesNothing() {
        assertThat(compare().isEmpty()).isTrue();
        assertThat(compare().people()).isEqualTo(251);
        assertThat(apply().isEmpty()).isTrue();
    }

    @Test
    void aJoinerIsShownAndThenHasALineWithARunningOneToOne_OTO01() {
        list += "\n20001,Ada,Byron,ada.byron@trust.example,Nurse,5,Urgent Care," + TEAM_LEADER + ",,no,Worcester,2026-10-01,,\n";
        assertThat(words(compare().joiners())).singleElement().asString().startsWith("20001 Nurse, band 5, Urgent Care, reports to ").endsWith("(10004)");
        assertThat(staff.find("20001")).isEmpty();
        apply();
        assertThat(staff.require("20001").fullName()).isEqualTo("Ada Byron");
        Line line = lines.currentOf("20001").orElseThrow();
        assertThat(line.managerStaffNumber()).isEqualTo(TEAM_LEADER);
        assertThat(line.running()).isTrue();
        assertThat(cyclesOf("20001")).isEqualTo(1);
        assertThat(lines.ofManager(TEAM_LEADER).stream().map(Line::usualSlot).distinct()).hasSize(lines.ofManager(TEAM_LEADER).size() - (int) sharedBefore());
    }

    /** The world gives some of the team's lines the same slot. */
    private long sharedBefore() {
        List<Slot> before = lines.ofManager(TEAM_LEADER).stream().filter(l -> !l.colleagueStaffNumber().equals("20001")).map(Line::usualSlot).toList();
        return before.size() - before.stream().distinct().count();
    }

    @Test
    void aJoinerOfALaterDateHasALineFromThatDay() {
        list += "\n20001,Ada,Byron,ada.byron@trust.example,Nurse,5,Urgent Care," + TEAM_LEADER + ",,no,Worcester,2026-11-02,,\n";
        apply();
        assertThat(lines.currentOf("20001").orElseThrow().startedOn()).isEqualTo("2026-11-02");
        engine.runDue();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(lines.currentOf("20001").orElseThrow().businessKey()).singleResult().getFollowUpDate())
                .isAfter("2026-11-02").isBefore("2026-12-03");
    }

    @Test
    void aLeaverLeavesTheLineAndTheOneToOneEnds_OTO01() {
        cycles.bringIntoStep();
        change(COLLEAGUE, 12, "2026-10-04");
        assertThat(words(compare().leavers())).containsExactly(COLLEAGUE + " left on 04/10/2026");
        apply();
        assertThat(lines.currentOf(COLLEAGUE)).isEmpty();
        assertThat(cyclesOf(COLLEAGUE)).isZero();
        assertThat(staff.findCurrent(COLLEAGUE)).isEmpty();
    }

    @Test
    void whoIsNoLongerNamedHasLeft() {
        cycles.bringIntoStep();
        remove(COLLEAGUE);
        assertThat(words(compare().leavers())).containsExactly(COLLEAGUE + " no longer on the list");
        apply();
        assertThat(staff.require(COLLEAGUE).leftOn()).isEqualTo("2026-10-04");
        assertThat(lines.currentOf(COLLEAGUE)).isEmpty();
        assertThat(compare().isEmpty()).isTrue();
    }

    @Test
    void whoIsNamedAgainJoinsAgainAndMayHaveTheirAddressBack() throws IOException {
        String before = list;
        remove(COLLEAGUE);
        apply();
        list = before;
        assertThat(words(compare().joiners())).singleElement().asString().startsWith(COLLEAGUE);
        apply();
        assertThat(staff.findCurrent(COLLEAGUE)).isPresent();
        assertThat(lines.currentOf(COLLEAGUE)).isPresent();
    }

    @Test
    void anotherSignInOfSomebodyWhoIsNamedAgainIsShownToo() {
        String before = list;
        change(COLLEAGUE, 12, "2026-10-04");
        apply();
        list = before;
        change(COLLEAGUE, 8, "priya.chowdhury");
        assertThat(words(compare().joiners())).hasSize(1);
        assertThat(words(compare().changedSignIn())).containsExactly(COLLEAGUE + " signs in as priya.chowdhury");
        list = before;
        remove(COLLEAGUE);
        apply();
        list = before;
        change(COLLEAGUE, 8, "priya.chowdhury");
        assertThat(words(compare().changedSignIn())).containsExactly(COLLEAGUE + " signs in as priya.chowdhury");
    }

    @Test
    void anAddressOfALeaverCanBeGivenToAJoiner() {
        String email = staff.require(COLLEAGUE).email();
        remove(COLLEAGUE);
        list += "\n20001,Ada,Byron," + email + ",Nurse,5,Urgent Care," + TEAM_LEADER + ",,no,Worcester,2026-10-01,,\n";
        apply();
        assertThat(staff.require("20001").email()).isEqualTo(email);
    }

    @Test
    void somebodyLosesTheirMailboxAndGetsOneAgain() {
        String email = staff.require(COLLEAGUE).email();
        change(COLLEAGUE, 3, "");
        assertThat(words(compare().otherChanges())).singleElement().asString().contains("e-mail from " + email + " to none");
        apply();
        assertThat(staff.require(COLLEAGUE).email()).isNull();
        change(COLLEAGUE, 3, email);
        apply();
        assertThat(staff.require(COLLEAGUE).email()).isEqualTo(email);
    }

    @Test
    void twoPeopleMaySwapTheirSignIns() {
        change("10003", 8, "teamleader");
        change(TEAM_LEADER, 8, "manager");
        assertThat(words(compare().changedSignIn())).containsExactlyInAnyOrder("10003 signs in as teamleader (was manager)", "10004 signs in as manager (was teamleader)");
        apply();
        assertThat(staff.byUser("manager").orElseThrow().staffNumber()).isEqualTo(TEAM_LEADER);
    }

    @Test
    void anotherSignInOfTheManagerTakesTheOpenTasksAlong() {
        cycles.bringIntoStep();
        engine.runDue();
        String line = lines.currentOf(COLLEAGUE).orElseThrow().businessKey();
        assertThat(engine.task("recordOneToOne", line).getAssignee()).isEqualTo("teamleader");
        change(TEAM_LEADER, 8, "teamleader.new");
        apply();
        assertThat(engine.task("recordOneToOne", line).getAssignee()).isEqualTo("teamleader.new");
    }

    @Test
    void withoutASignInTheLinesAreStalled_OTO01() {
        cycles.bringIntoStep();
        assertThat(cyclesOf(COLLEAGUE)).isEqualTo(1);
        change(TEAM_LEADER, 8, "");
        assertThat(words(compare().changedSignIn())).containsExactly("10004 no longer signs in (was teamleader)");
        apply();
        assertThat(cyclesOf(COLLEAGUE)).isZero();
        assertThat(lines.currentOf(COLLEAGUE).orElseThrow().running()).isFalse();
        change(TEAM_LEADER, 8, "teamleader");
        apply();
        assertThat(cyclesOf(COLLEAGUE)).isEqualTo(1);
    }

    @Test
    void aNewManagerEndsTheLineAndBeginsAnotherWhichKeepsTheAdditionalSupport_OTO04() {
        cycles.bringIntoStep();
        jdbc.update("update line set additional_support = true where colleague_staff_number = ? and ended_on is null", COLLEAGUE);
        Line before = lines.currentOf(COLLEAGUE).orElseThrow();
        change(COLLEAGUE, 7, "10003");
        assertThat(words(compare().changedManager())).singleElement().asString().startsWith(COLLEAGUE + " from ").contains("(10004) to ").endsWith("(10003)");
        apply();
        Line after = lines.currentOf(COLLEAGUE).orElseThrow();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.managerStaffNumber()).isEqualTo("10003");
        assertThat(after.additionalSupport()).isTrue();
        assertThat(lines.require(before.businessKey()).endedOn()).isEqualTo(TestClock.today());
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(before.businessKey()).count()).isZero();
        assertThat(cyclesOf(COLLEAGUE)).isEqualTo(1);
    }

    @Test
    void whoGetsTheFirstReportHasOneToOnesEveryTwoWeeksFromThen_OTO02() {
        // 10005 is band 5 or so, with a month between one-to-ones; on becoming a manager two weeks are the limit.
        jdbc.update("update line set started_on = ? where colleague_staff_number = ? and ended_on is null", java.sql.Date.valueOf("2026-10-05"), COLLEAGUE);
        jdbc.update("update staff_member set band = '5' where staff_number = ?", COLLEAGUE);
        change(COLLEAGUE, 5, "5");
        cycles.bringIntoStep();
        engine.runDue();
        String line = lines.currentOf(COLLEAGUE).orElseThrow().businessKey();
        assertThat(engine.followUp(engine.task("recordOneToOne", line))).isAfter(LocalDateTime.parse("2026-10-20T00:00"));
        list += "\n20001,Ada,Byron,ada.byron@trust.example,Nurse,5,Urgent Care," + COLLEAGUE + ",,no,Worcester,2026-10-01,,\n";
        apply();
        assertThat(engine.followUp(engine.task("recordOneToOne", line))).isBefore(LocalDateTime.parse("2026-10-20T00:00"));
    }

    @Test
    void moversAndOtherChangesAreShownApart() {
        change(COLLEAGUE, 6, "Surgery");
        change(COLLEAGUE, 2, "Newname");
        StaffListDifference difference = compare();
        assertThat(words(difference.movers())).containsExactly(COLLEAGUE + " division from Urgent Care to Surgery");
        assertThat(words(difference.otherChanges())).singleElement().asString().contains("name from ").endsWith("Newname");
        assertThat(difference.changedPeople()).isEqualTo(1);
        apply();
        assertThat(staff.require(COLLEAGUE).division()).isEqualTo("Surgery");
        assertThat(staff.require(COLLEAGUE).lastName()).isEqualTo("Newname");
    }

    @Test
    void aListWithOneMistakeImportsNothing() {
        list += "\n20001,Ada,Byron,ada.byron@trust.example,Nurse,5,Urgent Care," + TEAM_LEADER + ",,no,Worcester,2026-10-01,,";
        list += "\n20002,Bob,Byron,bob.byron@trust.example,Nurse,55,Urgent Care," + TEAM_LEADER + ",,no,Worcester,2026-10-01,,\n";
        int before = people();
        assertThatThrownBy(this::compare).isInstanceOf(StaffListRefused.class);
        assertThatThrownBy(() -> staffImport.apply(list.getBytes(StandardCharsets.UTF_8), "")).isInstanceOf(StaffListRefused.class);
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void anotherDifferenceThanTheOneThatWasShownIsNotApplied() {
        change(COLLEAGUE, 6, "Surgery");
        String shown = compare().fingerprint();
        jdbc.update("update staff_member set division = 'Corporate' where staff_number = ?", COLLEAGUE);
        assertThatThrownBy(() -> staffImport.apply(list.getBytes(StandardCharsets.UTF_8), shown)).isInstanceOfSatisfying(StaffListRefused.class,
                refused -> assertThat(refused.problems().get(0).inWords()).contains("has changed since"));
        assertThat(staff.require(COLLEAGUE).division()).isEqualTo("Corporate");
    }

    @Test
    void whoseLastDayHasPassedLeavesTheLineWithoutANewList_OTO01() {
        change(COLLEAGUE, 12, "2026-10-30");
        apply();
        cycles.bringIntoStep();
        TestClock.set(LocalDateTime.parse("2026-10-30T12:00"));
        upkeep.followLeavers();
        assertThat(lines.currentOf(COLLEAGUE)).isPresent();
        TestClock.set(LocalDateTime.parse("2026-10-31T00:10"));
        upkeep.followLeavers();
        assertThat(lines.currentOf(COLLEAGUE)).isEmpty();
        assertThat(cyclesOf(COLLEAGUE)).isZero();
    }

    @Test
    void thirtyThousandPeopleAreImported() {
        StringBuilder big = new StringBuilder(list.lines().findFirst().orElseThrow()).append('\n');
        big.append("B1,Una,Evans,una@big.example,Chief Executive,VSM,Corporate,,,no,Worcester,2019-01-01,,\n");
        for (int i = 2; i <= 30_000; i++) {
            big.append('B').append(i).append(",Given").append(i).append(",Family,p").append(i).append("@big.example,Nurse,5,Division ").append(i % 12)
                    .append(",B").append(Math.max(1, i / 10)).append(",,no,Worcester,2020-01-01,,\n");
        }
        byte[] content = big.toString().getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        StaffListDifference difference = staffImport.compare(content);
        long compared = System.nanoTime();
        staffImport.apply(content, difference.fingerprint());
        long applied = System.nanoTime();
        System.out.println("30,000 people: compared in " + Duration.ofNanos(compared - begun).toMillis() + " ms, applied in " + Duration.ofNanos(applied - compared).toMillis() + " ms");
        assertThat(difference.joiners().size()).isEqualTo(30_000);
        assertThat(lines.open().size()).isEqualTo(29_999);
    }
}
