package fairway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fairway.onetoone.LineCycles;
import fairway.support.Doors;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The staff list on HR's pages and on the command line. */
@FairwayTest
class StaffPagesTest {

    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([0-9a-f]+)\"");
    private static final Pattern APPLY = Pattern.compile("action=\"(/staff/import/[0-9]+)/apply\"");

    @Autowired
    Doors doors;
    @Autowired
    Staff staff;
    @Autowired
    StaffImport staffImport;
    @Autowired
    LineCycles cycles;
    @Autowired
    JdbcTemplate jdbc;
    @TempDir
    Path folder;

    private String list;

    @BeforeEach
    void readList() throws IOException {
        list = new String(getClass().getResourceAsStream("/demonstration/staff.csv").readAllBytes(), StandardCharsets.UTF_8);
    }

    private WebSession hr() {
        return WebSession.of(doors.base(), "hr");
    }

    private Doors.Reply upload(String text) {
        return hr().sendFile("/staff/import", "/staff/import", "file", "new staff.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private String withoutSecretary() {
        return list.lines().filter(line -> !line.startsWith("10010,")).map(line -> line.startsWith("10009,") ? line.replace("Jamal", "Jamal <b>") : line)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void hrSearchesTheList() {
        Doors.Reply page = hr().get("/staff?words=urgent%20care%20");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Nia Barker").contains("teamleader").doesNotContain("Leila Griffiths");
        assertThat(hr().get("/staff?words=nia+barker").text()).contains("1 person");
        assertThat(hr().get("/staff?words=%00").status()).isEqualTo(200);
        assertThat(hr().get("/staff?words=%25").text()).contains("Nobody on the staff list matches");
    }

    @Test
    void stalledLinesAreShownWithWhatToDo_OTO01() {
        jdbc.update("update line set ended_on = current_date where manager_staff_number not in ('10004', '10002')");
        jdbc.update("update staff_member set user_id = null where staff_number = '10002'");
        cycles.bringIntoStep();
        String page = hr().get("/staff").text();
        assertThat(page.substring(page.indexOf("id=\"stalled\""))).contains("Elin Fitzgerald").contains("10002").contains("gives sign-ins").doesNotContain("Nia Barker");
        String own = WebSession.of(doors.base(), "hr").get("/lines").text();
        assertThat(own).contains("Lines without a next date").contains("The manager has no sign-in").contains("Xanthe Singh");
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        jdbc.update("update staff_member set listed = false, left_on = '2026-09-01' where staff_number not in ('10247', '10001')");
        jdbc.update("update staff_member set listed = true where staff_number = '10247'");
        assertThat(WebSession.of(doors.base(), "admin").get("/staff").text()).contains("people work at the Trust");
        jdbc.update("update staff_member set listed = false, left_on = '2026-09-01'");
        assertThat(WebSession.of(doors.base(), "admin").get("/staff").text()).contains("There is no staff list yet").contains("/staff/import");
    }

    @Test
    void onlyHrAndAdministratorsSeeIt() {
        for (String user : List.of("manager", "teamleader", "owner", "ops")) {
            assertThat(WebSession.of(doors.base(), user).get("/staff").status()).as(user).isEqualTo(403);
            assertThat(WebSession.of(doors.base(), user).get("/staff/import").status()).as(user).isEqualTo(403);
        }
        assertThat(WebSession.of(doors.base(), "admin").get("/staff/import").status()).isEqualTo(200);
    }

    /** A list says whose HR somebody is. */
    @Test
    void hrOfOneDivisionDoesNotMakeThemselvesHrOfAll() {
        WebSession hr2 = WebSession.of(doors.base(), "hr2");
        assertThat(hr2.get("/staff").text()).contains("Nia Barker").doesNotContain("/staff/import");
        assertThat(hr2.get("/staff/import").status()).isEqualTo(403);
        String theirs = list.lines().map(line -> line.contains(",hr2,") ? line.substring(0, line.lastIndexOf(',') + 1) + "*" : line).collect(Collectors.joining("\n"));
        assertThat(hr2.sendFile("/staff", "/staff/import", "file", "mine.csv", theirs.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(403);
        String waiting = applyLink(upload(theirs));
        assertThat(hr2.get(waiting).status()).isEqualTo(403);
        assertThat(hr2.sendForm("/staff", waiting + "/apply", Map.of("shown", "x")).status()).isEqualTo(403);
        assertThat(hr2.sendForm("/staff", waiting + "/discard", Map.of()).status()).isEqualTo(403);
        assertThat(hr().get(waiting).text()).contains("new staff.csv");
        assertThat(staff.byUser("hr2").orElseThrow().hrDivisions()).containsExactly("Urgent Care");
    }

    private static String applyLink(Doors.Reply page) {
        Matcher link = APPLY.matcher(page.text());
        assertThat(link.find()).as(page.text()).isTrue();
        return link.group(1);
    }

    @Test
    void anUploadIsComparedThenAppliedAsItWasShown() {
        Doors.Reply page = upload(withoutSecretary());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("new staff.csv").contains("Leavers: 1").contains("Xanthe Davies").contains("no longer on the list")
                .contains("Other changes: 1").contains("Jamal &lt;b&gt; Fitzgerald");
        assertThat(staff.findCurrent("10010")).as("nothing has changed yet").isPresent();

        Doors.Reply after = applyAsShown(page);
        assertThat(after.text()).contains("The staff list new staff.csv is applied").contains("<td>hr</td>");
        assertThat(staff.findCurrent("10010")).isEmpty();
        assertThat(staff.require("10009").firstName()).isEqualTo("Jamal <b>");
        assertThat(jdbc.queryForObject("select count(*) from staff_import where content is not null", Integer.class)).as("the list itself is not kept").isZero();
        assertThat(jdbc.queryForObject("select count(*) from access_log where user_id = 'hr' and what = 'staff list applied'", Integer.class)).isEqualTo(1);
    }

    private Doors.Reply applyAsShown(Doors.Reply page) {
        Matcher shown = SHOWN.matcher(page.text());
        Matcher apply = APPLY.matcher(page.text());
        assertThat(shown.find() && apply.find()).as(page.text()).isTrue();
        return hr().sendForm(apply.group(1), apply.group(1) + "/apply", Map.of("shown", shown.group(1)));
    }

    @Test
    void whatChangedMeanwhileIsLookedAtAgain() {
        Doors.Reply page = upload(withoutSecretary());
        jdbc.update("update staff_member set division = 'Surgery' where staff_number = '10009'");
        Doors.Reply after = applyAsShown(page);
        assertThat(after.text()).contains("Not applied").contains("has changed since").contains("Movers: 1");
        assertThat(staff.findCurrent("10010")).isPresent();
    }

    @Test
    void mistakesAreNamedAndNothingIsKept() {
        Doors.Reply page = upload(list.replace("10004,Nia,Barker,nia.barker@trust.example", "10004,Nia,Barker,nowhere"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("not imported; nothing has changed").contains("Line 5, column email").contains("new staff.csv");
        assertThat(jdbc.queryForObject("select count(*) from staff_import", Integer.class)).isZero();
    }

    @Test
    void anUploadCanBeThrownAway() {
        Doors.Reply page = upload(withoutSecretary());
        Matcher apply = APPLY.matcher(page.text());
        assertThat(apply.find()).isTrue();
        assertThat(hr().sendForm(apply.group(1), apply.group(1) + "/discard", Map.of()).text()).contains("is thrown away");
        assertThat(jdbc.queryForObject("select count(*) from staff_import", Integer.class)).isZero();
    }

    @Test
    void withoutItsTokenAFormIsRefused() {
        assertThat(doors.post("/staff/import/1/apply", "hr", "shown=x").status()).isIn(302, 401, 403);
        assertThat(staff.findCurrent("10010")).isPresent();
    }

    @Test
    void theCommandLineShowsFirstAndAppliesOnDemand() throws IOException {
        Path file = Files.writeString(folder.resolve("staff.csv"), withoutSecretary());
        Run shown = run("--import-staff=" + file);
        assertThat(shown.code).isZero();
        assertThat(shown.text).contains("names 250 people").contains("Leavers: 1").contains("10010 Xanthe Davies: no longer on the list").contains("Nothing has changed yet");
        assertThat(staff.findCurrent("10010")).isPresent();
        assertThat(run("--import-staff=" + file, "--apply").text).contains("Applied.");
        assertThat(staff.findCurrent("10010")).isEmpty();
        assertThat(run("--import-staff=" + file).text).contains("There is nothing to change.");
    }

    @Test
    void theCommandLineNamesMistakesAndAnswersWithAnExitCode() throws IOException {
        Path file = Files.writeString(folder.resolve("staff.csv"), list.replace("8a", "8z"));
        Run run = run("--import-staff=" + file, "--apply");
        assertThat(run.code).isEqualTo(1);
        assertThat(run.text).contains("is not imported; nothing has changed.").contains("  Line 4, column band: “8z” is not possible here.");
        assertThat(run("--import-staff=" + folder.resolve("nothing.csv")).code).isEqualTo(2);
    }

    private record Run(int code, String text) {
    }

    private Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new StaffImportCommand(staffImport, new PrintStream(out, true, StandardCharsets.UTF_8)).run(args);
        return new Run(code, out.toString(StandardCharsets.UTF_8));
    }
}
