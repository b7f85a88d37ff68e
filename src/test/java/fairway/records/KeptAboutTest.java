package fairway.records;

import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.LetterHead;
import fairway.correspondence.Letters;
import fairway.correspondence.Named;
import fairway.correspondence.SubjectAccessReply;
import fairway.form.FormDrafts;
import fairway.staff.Lines;
import fairway.staff.Line;
import fairway.onetoone.LinesInTests;
import fairway.onetoone.LineProcess;
import fairway.process.Times;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.TestClock;
import fairway.support.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept about somebody is found wherever it is kept, and nobody else's is (UK GDPR Art. 15). */
@FairwayTest
class KeptAboutTest {

    private static final String PERSON = "10004";
    private static final String LEAVER = "10020";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private KeptAbout kept;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private World world;
    @Autowired
    private FormDrafts drafts;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private Letters letters;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whatWhoeverHasALeaversSignInNowDidIsNotTheLeavers() {
        TestClock.set(TestClock.START.minusDays(2));
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (?, 'done', 'sign-in', 'user:dev.xu', 'dev.xu')", Times.at(TestClock.now()));
        drafts.save("start:performanceCase", "dev.xu", "{\"description\":\"Somebody is late.\"}");
        TestClock.set(TestClock.START);
        jdbc.update("insert into sign_in (user_id, must_change_password, password_changed_at) values ('dev.xu', false, now())");
        jdbc.update("insert into provided_user (user_id, provider, subject) values ('dev.xu', 'https://sign-in.trust.example', '1')");
        assertThat(titles(LEAVER)).contains("Sign-in", "Account", "Account at the sign-in provider", "Form that was not sent", "Entry of the access log");

        jdbc.update("update staff_member set listed = false, left_on = ? where staff_number = ?", TestClock.today().minusDays(1), LEAVER);
        assertThat(titles(LEAVER)).as("nobody else has it").contains("Sign-in", "Account", "Form that was not sent");

        holdsTheSignInNow();
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (?, 'done', 'sign-in', 'user:dev.xu', 'dev.xu')", Times.at(TestClock.now()));
        assertThat(titles(LEAVER)).as("theirs from their time").contains("Form that was not sent", "Entry of the access log")
                .doesNotContain("Sign-in", "Account", "Account at the sign-in provider", "Entry of the access log 1");
        assertThat(textOf(LEAVER)).contains("Somebody is late");
        assertThat(titles("20001")).contains("Sign-in", "Account").doesNotContain("Form that was not sent");
        assertThat(textOf("20001")).doesNotContain("Somebody is late").contains("label=When, text=05/10/2026 10:00").doesNotContain("03/10/2026 10:00", "01/05/2019");
        assertThat(textOf(LEAVER)).as("nor who signs in so now").doesNotContain("Devina");
    }

    @Test
    void aSurnameThatNobodyElseBearsNamesThem() {
        jdbc.update("update staff_member set last_name = 'Okaforde' where staff_number = '10014'");
        theirCase("The handover was late. Ms Okaforde was there. Okaforde, Huw does it so. The rest was in time.");
        assertThat(textOf("10014")).contains("Ms Okaforde was there.").contains("Okaforde, Huw does it so.").doesNotContain("The handover was late").doesNotContain("The rest was in time");
    }

    @Test
    void whoStandsInTheRecordByUserIdAloneIsListed() {
        String number = theirCase("Handovers are late.");
        logged("done", "POST user/{name}/unlock", number + " user/dev.xu/unlock", "admin", null);
        logged("done", "password-given", number + " user:katya.barker", "admin", null);
        assertThat(kept.of(PERSON).thirdParties()).extracting(ThirdParty::id).contains(LEAVER, "10011");
    }

    /** "Ms Ng complained": what stays when the full name is taken out. */
    @Test
    void aShortNameIsTakenOutToo() {
        jdbc.update("update staff_member set first_name = 'Wei', last_name = 'Ng' where staff_number = '10014'");
        theirCase("Wei Ng was there. Ms Ng complained.");
        assertThat(kept.of(PERSON).thirdParties()).filteredOn(party -> party.id().equals("10014")).singleElement().extracting(ThirdParty::words).asList().contains("Wei Ng", "Ng");
        jdbc.update("update staff_member set last_name = 'van der Ng' where staff_number = '10014'");
        jdbc.update("update performance_case_concern set description = 'Wei van der Ng was there.'");
        jdbc.update("update performance_case set description = 'Wei van der Ng was there.'");
        assertThat(kept.of(PERSON).thirdParties()).filteredOn(party -> party.id().equals("10014")).singleElement().extracting(ThirdParty::words).asList().contains("van der Ng");
    }

    /** "manager" and "teamleader" are user ids here, and words of any text. */
    @Test
    void aWordThatIsSomebodysUserIdStaysAWord() {
        String number = theirCase("Handovers are late.");
        jdbc.update("insert into stage1_meeting (case_number, place) values (?, 'manager')", number);
        jdbc.update("insert into stage1_meeting (case_number, place) values (?, 'teamleader')", caseOf("katya.barker", "10014"));
        assertThat(textOf(PERSON)).contains("label=Place, text=manager").contains("label=Opened by, text=Xanthe Singh").doesNotContain("label=Place, text=you");
    }

    @Test
    void columnsThatNameSomebodyOnTheStaffListAreKnown() {
        assertThat(jdbc.queryForList("select distinct a.attname from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) "
                + "where k.contype = 'f' and k.confrelid = 'staff_member'::regclass", String.class)).isNotEmpty().allMatch(KeptTables::holdsPeople);
        assertThat(List.of("place", "role", "owner", "description", "to_name", "subject")).noneMatch(KeptTables::holdsPeople);
    }

    @Test
    void whatWasReadAgainAndAgainIsOneEntryWithItsMoments() {
        for (int day = 1; day <= 3; day++) {
            jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (?, 'read', 'LINE', ?, 'hr3')", Times.at(LocalDate.of(2026, 9, day).atTime(9, 0)), world.lineOf(PERSON));
        }
        assertThat(kept.of(PERSON).items()).filteredOn(item -> item.part() == KeptPart.READINGS && item.facts().toString().contains(world.lineOf(PERSON))).singleElement()
                .satisfies(item -> assertThat(item.facts().toString()).contains("01/09/2026 09:00; 02/09/2026 09:00; 03/09/2026 09:00"));
    }

    @Test
    void whatAManagerHasBegunToWriteAboutThemIsTheirs() {
        LinesInTests lines = new LinesInTests(jdbc, context.getBean(Lines.class), context.getBean(LineProcess.class), context.getBean(TransactionTemplate.class));
        Line line = lines.line(PERSON, LocalDate.of(2026, 1, 5), DayOfWeek.MONDAY, "14:00");
        lines.start(line);
        engine.runDue();
        drafts.save(engine.task("recordOneToOne", line.businessKey()).getId(), "manager", "{\"focus\":\"Begun, and not sent.\"}");
        assertThat(textOf(PERSON)).contains("Begun, and not sent.");
    }

    /** What is written beside their name in another field is about somebody else; and what they began to write about others is the others'. */
    @Test
    void ofADraftAboutSomebodyElseOnlyTheFieldThatNamesThemIsTheirs() {
        jdbc.update("update staff_member set last_name = 'Okaforde' where staff_number = '10014'");
        LinesInTests lines = new LinesInTests(jdbc, context.getBean(Lines.class), context.getBean(LineProcess.class), context.getBean(TransactionTemplate.class));
        Line line = lines.line(PERSON, LocalDate.of(2026, 1, 5), DayOfWeek.MONDAY, "14:00");
        lines.start(line);
        engine.runDue();
        drafts.save(engine.task("recordOneToOne", line.businessKey()).getId(), "manager",
                "{\"present\":[{\"name\":\"Ms Okaforde\",\"role\":\"union\"}],\"healthNote\":\"told of epilepsy\",\"focus\":\"The rest was in time.\\nOkaforde helped. All went home.\"}");
        assertThat(textOf("10014")).contains("Ms Okaforde", "Okaforde helped.").doesNotContain("epilepsy", "The rest was in time", "All went home");
        String manager = jdbc.queryForObject("select staff_number from staff_member where user_id = 'manager'", String.class);
        assertThat(textOf(manager)).doesNotContain("epilepsy", "The rest was in time");
        assertThat(textOf(PERSON)).contains("told of epilepsy", "The rest was in time.");
    }

    @Test
    void whatTheFormerHolderOfAUserIdDidIsNotTheirsWhoHasItNow() {
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (?, 'read', 'LINE', 'L-900', 'ward.one')", Times.at(TestClock.START.minusMonths(3)));
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (?, 'read', 'LINE', 'L-901', 'ward.one')", Times.at(TestClock.START.minusDays(1)));
        // employed for years under another user id, until a list gave her the one of somebody who is still there and signs in otherwise
        jdbc.update("update staff_member set user_id = 'ward.one', started_on = '2015-01-01' where staff_number = ?", LEAVER);
        assertThat(textOf(LEAVER)).as("as long as nothing says that somebody else had it").contains("L-900", "L-901");
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (?, 'done', 'staff-list-rights', 'staff:10014: sign-in huw.new (was ward.one)', 'hr')",
                Times.at(TestClock.START.minusMonths(1)));
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (?, 'done', 'staff-list-rights', ?, 'hr')",
                Times.at(TestClock.START.minusMonths(1)), "staff:" + LEAVER + ": sign-in ward.one (was none)");
        assertThat(textOf(LEAVER)).contains("L-901").doesNotContain("L-900");
    }

    @Test
    void whatOnlyLooksLikeADayStopsNothing() {
        theirCase("12/25/2026");
        jdbc.update("update staff_member set listed = false, left_on = ? where staff_number = ?", TestClock.today().minusDays(1), LEAVER);
        holdsTheSignInNow();
        assertThat(textOf(LEAVER)).isNotEmpty();
        assertThat(textOf(PERSON)).contains("12/25/2026");
    }

    @Test
    void aNameThatBreaksAtTheEndOfALineIsPutBeforeHr() {
        jdbc.update("update staff_member set first_name = 'Katya', last_name = 'Barker' where staff_number = '10014'");
        jdbc.update("update staff_member set last_name = 'Barker' where staff_number = '10015'");
        theirCase("It was seen by Katya\nBarker on the ward.");
        assertThat(kept.of(PERSON).thirdParties()).extracting(ThirdParty::id).contains("10014");
    }

    /** A post may be one person's alone. */
    @Test
    void whatIsTakenOutOfAPersonIsTheirPostToo() {
        theirCase("Handovers are late.");
        String manager = jdbc.queryForObject("select staff_number from staff_member where user_id = 'manager'", String.class);
        String title = jdbc.queryForObject("select job_title from staff_member where user_id = 'manager'", String.class);
        assertThat(textOf(PERSON)).contains(", " + title);
        assertThat(kept.of(PERSON).thirdParties()).filteredOn(party -> party.id().equals(manager)).singleElement()
                .satisfies(party -> assertThat(party.words()).anyMatch(words -> words.endsWith(", " + title)));
    }

    @Test
    void aLeaversAddressNamesWhoeverHasItNow() {
        jdbc.update("update staff_member set listed = false, left_on = ? where staff_number = ?", TestClock.today().minusDays(1), LEAVER);
        holdsTheSignInNow();
        theirCase("Questions go to dev.xu@trust.example now.");
        assertThat(kept.of(PERSON).thirdParties()).extracting(ThirdParty::id).contains("20001").doesNotContain(LEAVER);
        assertThat(kept.of(LEAVER).items()).filteredOn(item -> item.part() == KeptPart.NAMED).extracting(item -> item.facts().toString()).noneMatch(facts -> facts.contains("Questions go to"));
    }

    @Test
    void whoLookedAtItIsComplete() {
        String number = theirCase("Handovers are late.");
        String line = world.lineOf(PERSON);
        jdbc.update("insert into subject_access_request (number, staff_number, received_on, identity_checked, handled_by, started_at, due_on, state, ended_on) "
                + "values ('SAR-2025-000007', ?, '2025-03-03', 'Card', 'hr', '2025-03-03', '2025-04-03', 'withdrawn', '2025-03-05')", PERSON);
        logged("read", "LINE", line, "hr3", null);
        logged("read", "LETTER", number + " letter 12", "hr4", null);
        logged("read", "PERSONAL_PAGE", "PC-2020-000009 delivery 4", "staff:" + PERSON, null);
        logged("decided", "holdProgressReview", "PC-2020-000008", "manager2", "teamleader");
        logged("done", "POST user/{name}/unlock", "user/teamleader/unlock", "admin", null);
        logged("done", "password-given", "user:teamleader", "admin", null);
        logged("read", "EXPORT", "SAR-2025-000007 as it was collected, health records included", "hr5", null);
        logged("read", "EXPORT", "subject access to " + PERSON + ", health records included", "command line", null);
        logged("read", "LINE", line + "9", "nobody1", null);
        logged("read", "EXPORT", "subject access to " + PERSON + "1, health records included", "nobody2", null);
        logged("done", "password-given", "user:teamleader.two", "nobody3", null);
        logged("read", "LETTER", "PC-2020-000007 document " + PERSON, "nobody4", null);

        List<String> readings = kept.of(PERSON).items().stream().filter(item -> item.part() == KeptPart.READINGS).map(item -> item.facts().toString()).toList();
        for (String subject : List.of(line, number + " letter 12", "PC-2020-000009 delivery 4", "PC-2020-000008", "user/teamleader/unlock", "user:teamleader", "SAR-2025-000007 as it was collected",
                "subject access to " + PERSON + ", health")) {
            assertThat(readings).as(subject).anyMatch(reading -> reading.contains("text=" + subject));
        }
        assertThat(readings).noneMatch(reading -> reading.contains("nobody"));
    }

    @Test
    void sealedTextsAboutOthersThatNameThemAreFound() {
        String number = caseOf("katya.barker", "10014");
        assertThat(doors.post("/api/cases/" + number + "/actions/recordDisclosure", "katya.barker",
                form().with("note", "He has asthma. Nia Barker knows of it. It is worse in winter.").json()).status()).isEqualTo(200);
        assertThat(kept.of(PERSON).items()).filteredOn(item -> item.part() == KeptPart.NAMED && item.title().endsWith("health: what was told")).singleElement()
                .satisfies(item -> assertThat(item.facts().toString()).contains("Nia Barker knows of it.").doesNotContain("asthma", "winter"));
    }

    @Test
    void documentsAboutOthersThatNameThemAreFound() {
        String number = caseOf("katya.barker", "10014");
        jdbc.update("insert into performance_case_entry (case_number, at, by_user, what, detail) values (?, now(), 'katya.barker', 'Talked about it', 'Nia Barker was there.')", number);
        LetterHead head = new LetterHead(number, TestClock.today(), new Named("Huw Patel", "Staff Nurse"), new Named("Katya Barker", "Ward Manager"));
        byte[] pdf = letters.pdf(new SubjectAccessReply(head, TestClock.today(), null, "You were late twice.\nNia Barker stood in for you."));
        deliveries.issue(number, "outcomeLetter", Attachment.pdf("Outcome letter", pdf));
        deliveries.issue(caseOf("katya.barker", "10015"), "outcomeLetter", Attachment.pdf("Outcome letter of a case without them", pdf));
        assertThat(kept.of(PERSON).items()).filteredOn(item -> item.part() == KeptPart.NAMED && item.title().endsWith("document")).singleElement()
                .satisfies(item -> assertThat(item.facts().toString()).contains("text=Outcome letter]", "Nia Barker stood in for you.").doesNotContain("late twice"));
    }

    @Test
    void theirMeetingPlaceIsInIt() {
        String number = theirCase("Handovers are late.");
        jdbc.update("insert into stage1_meeting (case_number, place) values (?, 'Seminar room 4')", number);
        assertThat(textOf(PERSON)).contains("Seminar room 4");
    }

    @Test
    void theirAccountIsInIt() {
        jdbc.update("update act_id_user set email_ = 'nia.barker@trust.example' where id_ = 'teamleader'");
        try {
            assertThat(kept.of(PERSON).items()).filteredOn(item -> item.title().equals("Account")).singleElement().satisfies(item -> assertThat(item.facts())
                    .extracting(fact -> fact.label() + ": " + fact.text()).containsExactly("User: teamleader", "Name: Nia Barker", "E-mail: nia.barker@trust.example", "Groups: manager"));
        } finally {
            jdbc.update("update act_id_user set email_ = null where id_ = 'teamleader'");
        }
        assertThat(titles("10005")).as("has none").doesNotContain("Account");
    }

    @Test
    void aSurnameThatIsOnePersonsAloneIsPossiblyThem() {
        jdbc.update("update staff_member set last_name = 'Okafor' where staff_number = '10013'");
        theirCase("Sister Okafor's rota was changed, and Dr Evans said so.");
        assertThat(kept.of(PERSON).thirdParties()).filteredOn(party -> party.id().equals("10013")).singleElement().satisfies(party -> {
            assertThat(party.role()).startsWith("possibly");
            assertThat(party.words()).contains("Okafor", "Priya Okafor").doesNotContain("Priya");
            assertThat(party.records()).isPositive();
        });
        assertThat(kept.of(PERSON).thirdParties()).as("many are called Evans").noneMatch(party -> party.name().equals("Aled Evans"));
    }

    /** A column that is shown by nobody's decision, or hidden in a table where it says something, cannot be. */
    @Test
    void whatIsLeftOutAsTechnicalIsThere() {
        KeptTables.TECHNICAL.forEach((table, columns) -> assertThat(jdbc.queryForList("select column_name from information_schema.columns where table_schema = 'public' and table_name = ?", String.class, table))
                .as(table).containsAll(columns));
        assertThat(KeptTables.ABOUT_A_PERSON.stream().map(KeptTables.Kept::table)).containsAll(KeptTables.TECHNICAL.keySet());
    }

    private void holdsTheSignInNow() {
        jdbc.update("insert into staff_member (staff_number, first_name, last_name, email, job_title, band, division, manager_staff_number, user_id, medical_or_dental, site, started_on) "
                + "values ('20001', 'Devina', 'Xuereb', 'dev.xu@trust.example', 'Staff Nurse', '5', 'Surgery', '10002', 'dev.xu', false, 'Redditch', '2026-10-05')");
    }

    private String theirCase(String description) {
        engine.start("manager", "performanceCase", concern(PERSON).with("description", description).json());
        return numberOf(PERSON);
    }

    private String caseOf(String manager, String colleague) {
        engine.start(manager, "performanceCase", concern(colleague).json());
        return numberOf(colleague);
    }

    private String numberOf(String colleague) {
        return jdbc.queryForObject("select number from performance_case where colleague = ?", String.class, colleague);
    }

    private void logged(String outcome, String what, String subject, String user, String onBehalfOf) {
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id, on_behalf_of) values (now(), ?, ?, ?, ?, ?)", outcome, what, subject, user, onBehalfOf);
    }

    private List<String> titles(String staffNumber) {
        return kept.of(staffNumber).items().stream().map(item -> item.title().replaceAll(" \\d+$", "")).toList();
    }

    private String textOf(String staffNumber) {
        return kept.of(staffNumber).items().stream().map(item -> item.facts().toString()).collect(Collectors.joining("\n"));
    }
}
