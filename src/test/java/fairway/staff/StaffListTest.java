package fairway.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a staff list can be wrong, named by line and column in plain words. */
class StaffListTest {

    private static final String HEADER = "staff_number,first_name,last_name,email,job_title,band,division,manager_staff_number,user_id,medical_or_dental,"
            + "site,started_on,left_on,hr_divisions\n";
    private static final String CHIEF = "1,Una,Evans,una@trust.example,Chief Executive,VSM,Corporate,,una,no,Worcester,2019-01-01,,*\n";
    private static final String NURSE = "2,Sam,Smith,sam@trust.example,Nurse,5,Urgent Care,1,,no,Redditch,2020-02-29,,\n";
    private static final LocalDate TODAY = LocalDate.parse("2026-10-05");

    private static StaffList read(String text) {
        return StaffList.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(byte[] content) {
        StaffListRefused refused = catchThrowableOfType(StaffListRefused.class, () -> StaffList.read(content));
        assertThat(refused).as("the list should be refused").isNotNull();
        return refused.problems().stream().map(StaffListProblem::inWords).toList();
    }

    private static List<String> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The nurse's line with another value in one column. */
    private static String nurseWith(String column, String value) {
        String[] columns = HEADER.strip().split(",");
        String[] values = NURSE.strip().split(",", -1);
        values[Arrays.asList(columns).indexOf(column)] = value;
        return String.join(",", values) + "\n";
    }

    @Test
    void theDemonstrationListIsRight() throws IOException {
        StaffList list = StaffList.read(getClass().getResourceAsStream("/demonstration/staff.csv").readAllBytes());
        assertThat(list.rows()).hasSize(251);
        assertThat(list.notices(LocalDate.parse("2026-11-21"))).isEmpty();
        assertThat(list.rows().stream().filter(r -> r.staffNumber().equals("10041")).findFirst().orElseThrow().leftOn()).isEqualTo("2026-10-31");
    }

    @Test
    void emptyColumnsAreNothing() {
        StaffRow nurse = read(HEADER + CHIEF + NURSE).rows().get(1);
        assertThat(nurse.userId()).isNull();
        assertThat(nurse.leftOn()).isNull();
        assertThat(nurse.hrDivisionList()).isEmpty();
        assertThat(nurse.managerStaffNumber()).isEqualTo("1");
        assertThat(nurse.line()).isEqualTo(3);
    }

    @Test
    void aByteOrderMarkQuotesCommasLineEndsOfWindowsAndBlankLinesAreRead() {
        String text = "\uFEFF" + (HEADER + CHIEF + "\n" + NURSE.replace("Nurse", "\"Nurse, \"\"Band 5\"\"\"") + "\n").replace("\n", "\r\n");
        List<StaffRow> rows = read(text).rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).jobTitle()).isEqualTo("Nurse, \"Band 5\"");
        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void columnsMayStandInAnyOrder() {
        String text = "division,staff_number,FIRST_NAME,last_name,email,job_title,band,manager_staff_number,user_id,medical_or_dental,site,started_on,left_on,hr_divisions\n"
                + "Corporate,1,Una,Evans,una@trust.example,Chief Executive,VSM,,una,no,Worcester,2019-01-01,,\n";
        assertThat(read(text).rows().get(0).division()).isEqualTo("Corporate");
    }

    @Test
    void windows1252IsReadAndSaidSo() {
        StaffList list = StaffList.read((HEADER + CHIEF + nurseWith("first_name", "Zoë")).getBytes(Charset.forName("windows-1252")));
        assertThat(list.rows().get(1).firstName()).isEqualTo("Zoë");
        assertThat(list.notices(TODAY)).singleElement().asString().contains("Windows-1252");
        assertThat(read(HEADER + CHIEF + nurseWith("first_name", "Zoë")).notices(TODAY)).isEmpty();
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThat(problems(("\uFEFF" + HEADER + CHIEF).getBytes(StandardCharsets.UTF_16LE))).containsExactly("The file is in UTF-16. Save it as CSV UTF-8 and import it again.");
        byte[] neither = (HEADER + CHIEF).getBytes(StandardCharsets.UTF_8);
        neither[neither.length - 2] = (byte) 0x81;
        assertThat(problems(neither)).singleElement().asString().startsWith("The file is neither in UTF-8 nor in Windows-1252.");
    }

    @Test
    void anEmptyFileAndAListOfNobodyAreRefused() {
        assertThat(problems("")).singleElement().asString().startsWith("The file is empty.");
        assertThat(problems("\n\n")).singleElement().asString().startsWith("The file is empty.");
        assertThat(problems(HEADER)).singleElement().asString().startsWith("The file names the columns but nobody.");
    }

    @Test
    void theHeaderIsChecked() {
        assertThat(problems(HEADER.replace("email", "mail") + CHIEF)).containsExactlyInAnyOrder(
                "Line 1, column mail: A staff list has no such column. Remove it or correct its name.",
                "Line 1: The first line names the columns. Missing: email.");
        assertThat(problems(HEADER.replace("site", "band") + CHIEF)).containsExactlyInAnyOrder(
                "Line 1, column band: This column stands here twice. Remove one.",
                "Line 1: The first line names the columns. Missing: site.");
    }

    @Test
    void aLineWithTooManyOrTooFewValuesIsNamed() {
        assertThat(problems(HEADER + CHIEF + NURSE.replace("Nurse", "Nurse, nights"))).containsExactly(
                "Line 3: This line has 15 values where the first line names 14 columns. A value that holds a comma stands in quotation marks.");
        assertThat(problems(HEADER + CHIEF + "2,Sam\n")).singleElement().asString().startsWith("Line 3: This line has 2 values");
    }

    @Test
    void quotationMarksThatDoNotMatchAreNamed() {
        assertThat(problems(HEADER + CHIEF + nurseWith("job_title", "\"Nurse"))).singleElement().asString().startsWith("Line 3: The quotation marks do not match.");
        assertThat(problems(HEADER + CHIEF + nurseWith("job_title", "\"Nurse\" nights"))).singleElement().asString().startsWith("Line 3: The quotation marks do not match.");
    }

    @ParameterizedTest
    @CsvSource({"staff_number", "first_name", "last_name", "job_title", "band", "division", "medical_or_dental", "site", "started_on"})
    void whatIsRequiredIsNotEmpty(String column) {
        assertThat(problems(HEADER + CHIEF + nurseWith(column, " "))).containsExactly("Line 3, column " + column + ": This is empty. Fill it in.");
    }

    @Test
    void onlyWhoSignsInNeedsAMailbox() {
        assertThat(read(HEADER + CHIEF + nurseWith("email", " ")).rows().get(1).email()).isNull();
        assertThat(problems(HEADER + CHIEF.replace("una@trust.example", ""))).containsExactly(
                "Line 2, column email: Whoever signs in needs an e-mail address. Fill it in, or leave the user id empty.");
    }

    @ParameterizedTest
    @CsvSource({"staff_number, 12/3", "email, nobody", "email, a b@trust.example", "email, x@y", "band, 10", "band, 8e", "band, vsm", "user_id, sam smith",
            "medical_or_dental, oui"})
    void valuesThatAreNotPossibleAreNamed(String column, String value) {
        assertThat(problems(HEADER + CHIEF + nurseWith(column, value))).singleElement().asString()
                .startsWith("Line 3, column " + column + ": “" + value + "” is not possible here. Use ");
    }

    @ParameterizedTest
    @CsvSource({"started_on, 2026-02-29", "started_on, 01/02/2026", "started_on, 2026-2-1", "left_on, 2026-04-31", "started_on, 0026-01-01", "left_on, soon"})
    void datesThatDoNotExistAreNamed(String column, String value) {
        assertThat(problems(HEADER + CHIEF + nurseWith(column, value))).containsExactly(
                "Line 3, column " + column + ": “" + value + "” is no date that exists. Write year, month and day as in 2026-12-21.");
    }

    @Test
    void nobodyLeavesBeforeTheyStarted() {
        assertThat(problems(HEADER + CHIEF + nurseWith("left_on", "2020-02-28"))).containsExactly(
                "Line 3, column left_on: This is before the person started. Correct one of the dates.");
        assertThat(read(HEADER + CHIEF + nurseWith("left_on", "2020-02-29")).rows()).hasSize(2);
    }

    @Test
    void textsAreNotTooLongAndHoldNoControlCharacters() {
        assertThat(problems(HEADER + CHIEF + nurseWith("first_name", "x".repeat(101)))).containsExactly(
                "Line 3, column first_name: This has 101 characters. Shorten it to at most 100.");
        assertThat(problems(HEADER + CHIEF + nurseWith("last_name", "\"Smith\nJones\""))).containsExactly(
                "Line 3, column last_name: This holds a line break, a tab or another control character. Remove it.");
        assertThat(problems(HEADER + CHIEF + nurseWith("last_name", "Sm\u0000ith"))).hasSize(1);
    }

    @Test
    void lineNumbersAreRightAfterAValueOfSeveralLines() {
        assertThat(problems(HEADER + CHIEF + nurseWith("last_name", "\"Smith\nJones\"") + nurseWith("band", "10").replaceFirst("2", "3").replace("sam@", "tom@"))).hasSize(2)
                .last().asString().startsWith("Line 5, column band");
    }

    @Test
    void nobodyStandsTwice() {
        assertThat(problems(HEADER + CHIEF + NURSE + nurseWith("email", "other@trust.example"))).containsExactly(
                "Line 4, column staff_number: This staff number stands in line 3 already. It can be one person's only.");
        assertThat(problems(HEADER + CHIEF + NURSE + nurseWith("email", "SAM@trust.example").replaceFirst("2", "3"))).containsExactly(
                "Line 4, column email: This e-mail address stands in line 3 already. It can be one person's only.");
        assertThat(problems(HEADER + CHIEF + nurseWith("user_id", "Una"))).containsExactly(
                "Line 3, column user_id: This user id stands in line 2 already. It can be one person's only.");
    }

    @Test
    void aManagerIsOnTheList() {
        assertThat(problems(HEADER + CHIEF + nurseWith("manager_staff_number", "99"))).containsExactly(
                "Line 3, column manager_staff_number: The manager 99 is not on this list. Name somebody who is, or leave this empty.");
    }

    @Test
    void nobodyIsTheirOwnManager() {
        assertThat(problems(HEADER + CHIEF + nurseWith("manager_staff_number", "2"))).containsExactly(
                "Line 3, column manager_staff_number: Nobody is their own manager. Name somebody else, or leave this empty.");
    }

    @Test
    void nobodyIsBelowThemselves() {
        String third = nurseWith("manager_staff_number", "2").replaceFirst("2", "3").replace("sam@", "tom@");
        assertThat(problems(HEADER + CHIEF + nurseWith("manager_staff_number", "3") + third)).containsExactly(
                "Line 3, column manager_staff_number: These people report to each other in a circle: 2, 3. Correct one of their managers.");
        assertThat(problems(HEADER + CHIEF.replace("Corporate,,", "Corporate,3,") + NURSE + third)).singleElement().asString().startsWith("Line 2").contains("1, 3, 2");
    }

    @Test
    void hrDivisionsExist() {
        assertThat(problems(HEADER + CHIEF + nurseWith("hr_divisions", "Urgent Care;Surgery"))).singleElement().asString()
                .startsWith("Line 3, column hr_divisions: Nobody on this list is in the division “Surgery”.");
        assertThat(problems(HEADER + CHIEF + nurseWith("hr_divisions", "*;Corporate"))).singleElement().asString().contains("* stands for all divisions");
        assertThat(read(HEADER + CHIEF + nurseWith("hr_divisions", "Urgent Care ; Corporate")).rows().get(1).hrDivisionList()).containsExactly("Urgent Care", "Corporate");
    }

    @Test
    void divisionsOfOneQueueAreWrittenAlike() {
        assertThat(problems(HEADER + CHIEF + nurseWith("division", "Urgent Care") + nurseWith("division", "Urgent-care").replaceFirst("2", "3").replace("sam@", "tom@"))).singleElement().asString()
                .startsWith("Line 4, column division: The divisions “Urgent-care” and “Urgent Care” (line 3) differ in signs or capitals alone.");
    }

    @Test
    void allThatIsWrongIsNamedAtOnceInTheOrderOfTheFile() {
        List<String> problems = problems(HEADER + CHIEF.replace("VSM", "VIP") + nurseWith("email", "x").replace("2020-02-29", "2021-02-29") + NURSE + NURSE.replace("sam@", "tom@"));
        assertThat(problems).hasSize(4);
        assertThat(problems.get(0)).startsWith("Line 2, column band");
        assertThat(problems).anyMatch(p -> p.startsWith("Line 3, column email")).anyMatch(p -> p.startsWith("Line 3, column started_on"));
        assertThat(problems.get(3)).startsWith("Line 5, column staff_number");
    }

    @Test
    void whatIsPossibleButOddIsNoticed() {
        List<String> notices = read(HEADER + CHIEF + nurseWith("manager_staff_number", "") + nurseWith("hr_divisions", "Corporate").replaceFirst("2", "3").replace("sam@", "tom@"))
                .notices(TODAY);
        assertThat(notices).hasSize(2);
        assertThat(notices.get(0)).isEqualTo("One person has no manager, and so no one-to-ones: Sam Smith (2).");
        assertThat(notices.get(1)).startsWith("One person has HR divisions but no sign-in");
        String chiefLeft = CHIEF.replace("2019-01-01,,", "2019-01-01,2026-09-30,");
        assertThat(read(HEADER + chiefLeft + NURSE).notices(TODAY)).singleElement().asString().contains("a manager who has left");
    }
}
