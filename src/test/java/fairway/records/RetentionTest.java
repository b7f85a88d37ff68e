package fairway.records;

import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fairway.access.CommandLine;
import fairway.correspondence.Deliveries;
import fairway.secrecy.CannotOpen;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.form.FormDrafts;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.EveryTable;
import fairway.support.FairwayTest;
import fairway.support.MarkedCase;
import fairway.support.TestClock;
import fairway.support.WebSession;
import fairway.support.World;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Picture;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is past its time leaves nothing behind, what is held stays, and everybody else's is untouched. */
@FairwayTest
class RetentionTest {

    private static final String MARK = MarkedCase.MARK;
    private static final String COLLEAGUE = MarkedCase.COLLEAGUE;
    private static final String OTHER = "10006";
    private static final Set<String> ACCOUNTS = Set.of("access_log", "retention_item", "retention_run");

    @Autowired
    private ApplicationContext context;
    @Autowired
    private World world;
    @Autowired
    private Retention retention;
    @Autowired
    private RetentionSchedule schedule;
    @Autowired
    private RetentionSettings settings;
    @Autowired
    private EveryTable tables;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Seal seal;
    @Autowired
    private Destruction destruction;
    @Autowired
    private LegalHolds holds;
    @Autowired
    private EngineRecords engineRecords;
    @Autowired
    private IdentityService identity;
    @Autowired
    private AuthorizationService authorizations;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private PdfText pdfText;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aCasePastItsDateLeavesNothingBehind_aHeldOneStays_anotherIsUntouched() {
        String number = new MarkedCase(context).walk();
        engine.start("teamleader", "performanceCase", concern(OTHER).json());
        String other = numberOf(OTHER);
        LocalDate ended = jdbc.queryForObject("select ended_on from performance_case where number = ?", LocalDate.class, number);
        Map<String, List<String>> ofTheOther = rows(other);
        byte[] health = jdbc.queryForObject("select note from health_note where case_number = ? limit 1", byte[].class, number);
        assertThat(new String(seal.openBytes(SealedColumn.HEALTH_NOTE, number, health), StandardCharsets.UTF_8)).contains(MARK);
        schedule.reviewed(schedule.fingerprint(), "hr");
        List<String> referral = jdbc.queryForList("select '/documents/' || id from document where kind in ('occupationalHealthReferral', 'occupationalHealthReferralCopy')", String.class);
        assertThat(referral).as("the referral and the colleague's copy, with what can be edited").hasSizeGreaterThanOrEqualTo(2);
        assertThat(referral).allSatisfy(document -> assertThat(WebSession.of(doors.base(), "hr2").get(document).status()).as(document).isEqualTo(200));
        List<byte[]> sealed = jdbc.queryForList("select sealed_content from document_content where sealed_content is not null", byte[].class);
        assertThat(sealed).isNotEmpty();

        TestClock.set(ended.plus(settings.health()).minusDays(1).atTime(4, 0));
        assertThat(retention.run("test").items()).extracting(Retention.Item::key).as("nothing of the case is due a day before").doesNotContain(number);

        TestClock.set(ended.plus(settings.health()).atTime(4, 0));
        assertThat(retention.run("test").items()).extracting(Retention.Item::kind).contains(RecordKind.HEALTH);
        assertThat(count("health_note", number) + count("referral", number) + count("performance_case_protected", number)).as("the health part").isZero();
        assertThat(jdbc.queryForList("select kind from document where kind like 'occupationalHealth%' union select kind from delivery where kind like 'occupationalHealth%'", String.class)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from document_content where sealed_content is not null", Integer.class)).as("bytes of the referral, whoever had them").isZero();
        assertThat(jdbc.queryForList("select name from sealing_key", String.class)).as("keys").isEmpty();
        assertThat(referral).allSatisfy(document -> assertThat(WebSession.of(doors.base(), "hr2").get(document).status()).as(document).isEqualTo(404));
        assertThat(count("performance_case_entry", number)).as("the case itself stays").isPositive();
        assertThatThrownBy(() -> seal.openBytes(SealedColumn.HEALTH_NOTE, number, health)).as("a copy in a backup opens no more").isInstanceOf(CannotOpen.class);

        act("hr2", number, "setLegalHold", 200);
        leaves(COLLEAGUE, ended.plusMonths(1));
        Map<String, List<String>> held = rows(number);
        Map<String, List<String>> marked = rows(MARK);
        TestClock.set(ended.plus(settings.referredCase()).plusYears(1).atTime(4, 0));
        assertThat(retention.run("test").items()).as("a held case").filteredOn(item -> number.equals(item.key())).extracting(Retention.Item::result).containsOnly(Retention.Result.held);
        assertThat(rows(number)).isEqualTo(held);
        assertThat(rows(MARK)).as("the notes of its colleague stay too").isEqualTo(marked);

        act("hr2", number, "liftLegalHold", 200);
        held = rows(number);
        jdbc.execute("create function cut_off() returns trigger language plpgsql as 'begin raise exception ''cut off''; end'");
        jdbc.execute("create trigger cut_off before delete on performance_case for each row execute function cut_off()");
        try {
            assertThat(retention.run("test").items()).filteredOn(item -> item.kind() == RecordKind.REFERRED_CASE).extracting(Retention.Item::result)
                    .containsExactly(Retention.Result.failed);
        } finally {
            jdbc.execute("drop trigger cut_off on performance_case");
            jdbc.execute("drop function cut_off()");
        }
        assertThat(rows(number)).as("cut off in between, nothing is gone").isEqualTo(held);

        Retention.Run run = retention.run("test");
        assertThat(run.items()).extracting(Retention.Item::result).containsOnly(Retention.Result.destroyed);
        assertThat(run.items()).filteredOn(item -> number.equals(item.key())).extracting(Retention.Item::kind).containsExactly(RecordKind.REFERRED_CASE);
        assertThat(tables.with(MARK, "true")).as("texts").isEmpty();
        assertThat(tables.with("priya.chowdhury", "true")).as("the colleague's name").isEmpty();
        assertThat(tables.with(number, "table_name not in ('access_log', 'letter_template_set')")).as("the case's number, but for made-up cases of letter samples").containsExactly("retention_item.key");
        assertThat(tables.withWord(COLLEAGUE)).as("the colleague's number").isEmpty();
        assertThat(rows(other)).as("another case").isEqualTo(ofTheOther);
        assertThat(retention.run("test").items()).as("there is nothing left to do").isEmpty();
    }

    /** What is sent in answer to an access request quotes health and case: it goes after its own time, and with what it quotes before. */
    @Test
    void theAnswerToAnAccessRequestGoesWithWhatItQuotes_andSoonAfterItWasSent() {
        String number = new MarkedCase(context).walk();
        LocalDate ended = jdbc.queryForObject("select ended_on from performance_case where number = ?", LocalDate.class, number);
        schedule.reviewed(schedule.fingerprint(), "hr");
        TestClock.set(ended.plus(settings.health()).minusDays(20).atTime(9, 0));
        String request = answered(COLLEAGUE);
        String openRequest = received(COLLEAGUE);
        List<String> pack = packOf(request);
        assertThat(pack).hasSize(2);
        assertThat(pdfText.of(deliveries.document(Long.parseLong(pack.get(0).substring("/documents/".length()))).content())).as("what it quotes").contains(MARK);
        byte[] redactions = jdbc.queryForObject("select redactions from subject_access_request where number = ?", byte[].class, request);
        assertThat(seal.openBytes(SealedColumn.SUBJECT_ACCESS_REDACTIONS, request, redactions)).isNotEmpty();

        TestClock.set(ended.plus(settings.health()).atTime(4, 0));
        assertThat(retention.run("test").items()).as("their next request is being answered").extracting(Retention.Item::kind).doesNotContain(RecordKind.HEALTH);
        engine.complete("reviewSubjectAccess", openRequest, form().with("decision", "withdrawn").with("reason", "By telephone.").json());
        assertThat(retention.run("test").items()).extracting(Retention.Item::kind).contains(RecordKind.HEALTH);
        assertThat(pack).allSatisfy(document -> assertThat(WebSession.of(doors.base(), "hr").get(document).status()).as(document).isEqualTo(404));
        assertThat(sealedOf(request)).as("bytes and keys, those of what was taken out included").isZero();
        assertThatThrownBy(() -> seal.openBytes(SealedColumn.SUBJECT_ACCESS_REDACTIONS, request, redactions)).as("a copy in a backup opens no more").isInstanceOf(CannotOpen.class);
        assertThat(WebSession.of(doors.base(), "hr").get("/subject-access/" + request).text()).as("that it was answered stays").contains("Issued on").doesNotContain("/documents/");

        LocalDate sent = TestClock.today();
        String later = answered(COLLEAGUE);
        TestClock.set(sent.plus(settings.subjectAccessAnswers()).minusDays(1).atTime(4, 0));
        assertThat(retention.run("test").items()).extracting(Retention.Item::key).doesNotContain(later);
        act("hr2", number, "setLegalHold", 200);
        TestClock.set(sent.plus(settings.subjectAccessAnswers()).atTime(4, 0));
        assertThat(retention.run("test").items()).as("held").filteredOn(item -> later.equals(item.key())).extracting(Retention.Item::result).containsExactly(Retention.Result.held);
        assertThat(WebSession.of(doors.base(), "hr").get(packOf(later).get(0)).status()).isEqualTo(200);
        act("hr2", number, "liftLegalHold", 200);
        assertThat(retention.run("test").items()).filteredOn(item -> later.equals(item.key())).extracting(Retention.Item::rule)
                .containsExactly("Answer to a subject access request: 90 days from the day on which it was sent");
        assertThat(packOf(later)).isEmpty();
        assertThat(sealedOf(later)).isZero();

        TestClock.set(ended.plus(settings.referredCase()).minusDays(1).atTime(9, 0));
        String last = answered(COLLEAGUE);
        TestClock.set(ended.plus(settings.referredCase()).atTime(4, 0));
        retention.run("test");
        assertThat(packOf(last)).as("with the case").isEmpty();
        assertThat(sealedOf(last)).isZero();
        TestClock.set(ended.plus(settings.referredCase()).plusYears(4).atTime(4, 0));
        leaves(COLLEAGUE, ended);
        retention.run("test");
        assertThat(tables.with(MARK, "true")).isEmpty();
        assertThat(tables.with(last, "table_name not in ('access_log', 'letter_template_set')")).containsExactly("retention_item.key");
    }

    @Test
    void theHealthPartWaitsForTheAdviceThatIsAskedFor_S1A06() {
        engine.start("teamleader", "performanceCase", concern(OTHER).json());
        String number = numberOf(OTHER);
        assertThat(doors.post("/api/cases/" + number + "/actions/recordDisclosure", "teamleader", form().with("note", "A bad back").json()).status()).isEqualTo(200);
        assertThat(doors.post("/api/cases/" + number + "/actions/referToOccupationalHealth", "teamleader", "{}").status()).isEqualTo(200);
        act("hr2", number, "withdraw", 200);
        jdbc.update("update performance_case set ending = 'standardMet' where number = ?", number);
        schedule.reviewed(schedule.fingerprint(), "hr");
        TestClock.set(TestClock.today().plus(settings.health()).atTime(4, 0));
        assertThat(retention.run("test").items()).as("not while the referral is open").isEmpty();
        new TransactionTemplate(transactions).executeWithoutResult(s -> assertThat(destruction.of(new DueRecord(RecordKind.HEALTH, number, 1, TestClock.today(), false), TestClock.today()))
                .as("nor where it was begun since the run looked").isZero());
        assertThat(count("health_note", number)).isPositive();
        jdbc.update("insert into performance_case_entry (case_number, at, by_user, what, restricted) values (?, now(), 'teamleader', 'The advice came', true)", number);
        reminder(number, "advice-1-2026-10-05", OTHER, "2026-10-05");
        for (String notice : List.of("advice-2-2026-10-06", "adviceReceived-1-manager", "referralStopped-1")) {
            reminder(number, notice, OTHER, "2026-10-05");
            jdbc.update("update delivery set kind = 'notice' where occurrence = ?", notice);
        }
        jdbc.update("update referral set state = 'withdrawn', closed_on = current_date");
        assertThat(retention.run("test").items()).extracting(Retention.Item::kind).containsExactly(RecordKind.HEALTH);
        assertThat(count("health_note", number) + count("referral", number)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from performance_case_entry where case_number = ? and restricted", Integer.class, number)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from delivery where business_key = ? and (occurrence like 'advice%' or occurrence like 'referralStopped%')", Integer.class, number)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from performance_case_entry where case_number = ?", Integer.class, number)).as("the rest stays").isPositive();

        jdbc.update("insert into document_content (sha256, sealed_content) values (?, 'x')", "c".repeat(64));
        jdbc.update("insert into document (business_key, kind, title, file_name, media_type, sha256, issued_at) values (?, 'occupationalHealthReferralCopy', 'T', 'f.pdf', 'application/pdf', ?, now())",
                number, "c".repeat(64));
        assertThat(retention.run("test").items()).as("what an earlier version left over").extracting(Retention.Item::kind).containsExactly(RecordKind.HEALTH);
        assertThat(jdbc.queryForObject("select count(*) from document_content where sealed_content is not null", Integer.class)).isZero();
    }

    /** Whatever names somebody by a foreign key has to be asked for before they go, or goes with them: or nobody who has left is ever erased again. */
    @Test
    void whoeverIsNamedAnywhereIsNotErased() {
        Set<String> asked = Pattern.compile("from (\\w+) \\w where").matcher(DueRecords.NOT_NAMED).results().map(found -> found.group(1)).collect(Collectors.toSet());
        List<String> naming = jdbc.queryForList("select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'staff_member'::regclass", String.class);
        assertThat(naming).contains("performance_case_conflict");
        asked.add("absence");
        assertThat(asked).containsAll(naming);
        for (String table : naming) {
            List<String> columns = jdbc.queryForList("select a.attname from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) "
                    + "where k.contype = 'f' and k.confrelid = 'staff_member'::regclass and k.conrelid = ?::regclass", String.class, table);
            if (!table.equals("absence")) {
                columns.forEach(column -> assertThat(DueRecords.NOT_NAMED).as(table + "." + column).containsPattern("from " + table + " (\\w) where [^\n]*\\1\\." + column));
            }
        }
    }

    private void reminder(String key, String occurrence, String to, String day) {
        jdbc.update("insert into delivery (business_key, kind, occurrence, message_id, to_staff_number, to_name, to_address, subject, body, receipt_needed, state, written_at, state_since, sent_at) "
                + "values (?, 'reminder', ?, ?, ?, 'P', 'p@trust.example', 'S', 'B', false, 'sent', ?::timestamp, ?::timestamp, ?::timestamp)", key, occurrence, occurrence + "@trust.example", to, day, day, day);
    }

    /** Withdrawn before anything was written: that there was one says something about health too. */
    @Test
    void aReferralWithoutATextGoesWithTheHealthPart_S1A06() {
        engine.start("teamleader", "performanceCase", concern(OTHER).json());
        String number = numberOf(OTHER);
        assertThat(doors.post("/api/cases/" + number + "/actions/referToOccupationalHealth", "teamleader", "{}").status()).isEqualTo(200);
        jdbc.update("delete from sealing_key where name = ?", number);
        jdbc.update("update referral set state = 'withdrawn', closed_on = current_date");
        act("hr2", number, "withdraw", 200);
        jdbc.update("update performance_case set ending = 'standardMet' where number = ?", number);
        schedule.reviewed(schedule.fingerprint(), "hr");
        TestClock.set(TestClock.today().plus(settings.health()).atTime(4, 0));
        assertThat(retention.run("test").items()).extracting(Retention.Item::kind).contains(RecordKind.HEALTH);
        assertThat(count("referral", number)).isZero();
        assertThat(retention.run("test").items()).as("nothing is left to erase").extracting(Retention.Item::kind).doesNotContain(RecordKind.HEALTH);
    }

    /** Their letters are in the pack that is being answered: they go only after it. */
    @Test
    void whatAColleagueHasAskedForStaysUntilTheyHaveIt() {
        String line = world.lineOf(OTHER);
        reminder(line, "old", OTHER, "2010-01-01");
        schedule.reviewed(schedule.fingerprint(), "hr");
        jdbc.update("insert into subject_access_request (number, staff_number, received_on, identity_checked, handled_by, started_at, due_on, state) "
                + "values ('SAR-2026-000777', ?, '2026-10-01', 'Card', 'hr', '2026-10-01', '2026-11-02', 'review')", OTHER);
        assertThat(retention.run("test").items()).extracting(Retention.Item::key).doesNotContain(line);
        new TransactionTemplate(transactions).executeWithoutResult(s -> assertThat(destruction.of(new DueRecord(RecordKind.ONE_TO_ONES, line, 1, TestClock.today(), false), TestClock.today()))
                .as("nor where it was asked for since the run looked").isZero());
        assertThat(jdbc.queryForObject("select count(*) from delivery where occurrence = 'old'", Integer.class)).isEqualTo(1);
        jdbc.update("update subject_access_request set state = 'withdrawn', ended_on = '2026-10-05'");
        assertThat(retention.run("test").items()).extracting(Retention.Item::key).contains(line);
        assertThat(jdbc.queryForObject("select count(*) from delivery where occurrence = 'old'", Integer.class)).isZero();
        assertThat(jdbc.queryForList("select distinct user_id from access_log where what = 'destroyed'", String.class)).as("who started the run").containsExactly("test");
        new TransactionTemplate(transactions).executeWithoutResult(s -> assertThat(destruction.of(new DueRecord(RecordKind.SUBJECT_ACCESS_ANSWERS, "SAR-2026-000777", 1, TestClock.today(), false),
                TestClock.today())).as("nothing of an answer was there").isZero());
    }

    /** A draft that is left behind would be opened with a key that is gone, and stop the packs of all who are named in it. */
    @Test
    void draftsOfARequestGoWithItsKey() {
        String request = received(OTHER);
        context.getBean(FormDrafts.class).save(engine.task("reviewSubjectAccess", request).getId(), "hr", "{\"reason\":\"Begun\"}");
        assertThat(jdbc.queryForObject("select count(*) from form_draft", Integer.class)).isEqualTo(1);
        new TransactionTemplate(transactions).executeWithoutResult(s -> assertThat(destruction.of(new DueRecord(RecordKind.SUBJECT_ACCESS_ANSWERS, request, 1, TestClock.today(), false), TestClock.today()))
                .isEqualTo(1));
        assertThat(jdbc.queryForObject("select (select count(*) from form_draft) + (select count(*) from sealing_key where name = ?)", Integer.class, request)).isZero();
    }

    /** Half past midnight in London, in summer, is the day before in UTC. */
    @Test
    void daysOfListsAreThoseOfLondon() {
        java.sql.Timestamp waits = java.sql.Timestamp.from(TestClock.today().minus(schedule.of(RecordKind.WAITING_LISTS)).plusDays(1).atTime(0, 30).atZone(WorkingDays.LONDON).toInstant());
        java.sql.Timestamp applied = java.sql.Timestamp.from(TestClock.today().minus(schedule.of(RecordKind.APPLIED_LISTS)).plusDays(1).atTime(0, 30).atZone(WorkingDays.LONDON).toInstant());
        jdbc.update("insert into staff_import (file_name, content, uploaded_by, uploaded_at, applied_by, applied_at, people, joined, left_trust, changed) values ('waits.csv', 'x', 'hr', ?, null, null, 1, 1, 0, 0), "
                + "('done.csv', null, 'hr', ?, 'hr', ?, 1, 1, 0, 0)", waits, applied, applied);
        for (RecordKind kind : List.of(RecordKind.WAITING_LISTS, RecordKind.APPLIED_LISTS)) {
            assertThat(context.getBean(DueRecords.class).of(kind, TestClock.today())).as("not before tomorrow: " + kind).isEmpty();
            assertThat(context.getBean(DueRecords.class).of(kind, TestClock.today().plusDays(1))).hasSize(1);
            new TransactionTemplate(transactions).executeWithoutResult(s -> assertThat(destruction.of(new DueRecord(kind, null, 1, TestClock.today(), false), TestClock.today())).isZero());
        }
    }

    /** With a draft there are records without a key on the page. */
    @Test
    void thePageShowsWhatHasNoKeyToo() {
        context.getBean(FormDrafts.class).save("start:performanceCase", "manager", "{\"description\":\"Begun\"}");
        assertThat(WebSession.of(doors.base(), "hr").get("/retention").status()).isEqualTo(200);
        assertThat(WebSession.of(doors.base(), "hr").sendForm("/retention", "/retention/dry-run", Map.of()).text()).contains("Dry run of");
    }

    @Test
    void aHoldKeepsAbsencesOfThoseInTheCaseAndAccessRequestsOfItsColleague() {
        engine.start("teamleader", "performanceCase", concern(OTHER).json());
        String number = numberOf(OTHER);
        act("hr2", number, "withdraw", 200);
        act("hr2", number, "setLegalHold", 200);
        String manager = "10004";
        String deputy = "10009";
        String former = "10003";
        jdbc.update("update performance_case set deputy = ?, deputy_from = current_date, deputy_to = current_date where number = ?", deputy, number);
        jdbc.update("insert into performance_case_manager (case_number, staff_number, from_day) values (?, ?, date '2020-01-01')", number, former);
        for (String person : List.of(OTHER, manager, deputy, former, "10008")) {
            jdbc.update("insert into absence (staff_number, first_day, last_day) values (?, ?, ?)", person, TestClock.today(), TestClock.today());
        }
        String request = received(OTHER);
        engine.complete("reviewSubjectAccess", request, form().with("decision", "withdrawn").with("reason", "By telephone.").json());
        schedule.reviewed(schedule.fingerprint(), "hr");
        TestClock.set(TestClock.today().plus(settings.subjectAccess()).atTime(4, 0));
        Retention.Run run = retention.run("test");
        assertThat(jdbc.queryForList("select staff_number from absence order by 1", String.class)).as("all but of the one who has no part in it").containsExactly(former, manager, OTHER, deputy);
        assertThat(run.items()).filteredOn(item -> request.equals(item.key())).extracting(Retention.Item::result).containsOnly(Retention.Result.held).isNotEmpty();
        new TransactionTemplate(transactions).executeWithoutResult(s -> {
            for (RecordKind kind : List.of(RecordKind.SUBJECT_ACCESS, RecordKind.SUBJECT_ACCESS_ANSWERS)) {
                assertThat(destruction.of(new DueRecord(kind, request, 1, TestClock.today(), false), TestClock.today())).as("held since the run looked: " + kind).isZero();
            }
        });
        act("hr2", number, "liftLegalHold", 200);
        assertThat(retention.run("test").items()).extracting(Retention.Item::result).containsOnly(Retention.Result.destroyed);
        assertThat(jdbc.queryForObject("select count(*) from absence", Integer.class)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from subject_access_request", Integer.class)).isZero();
    }

    /** A hold that is set while a record of its colleague is being erased waits until that is done: none comes between the look and the end. */
    /** Drafts may hold anything: with the key of their case, no copy of one in a backup opens either. */
    @Test
    void draftsOfACaseGoWithItsKey() {
        engine.start("teamleader", "performanceCase", concern(OTHER).json());
        String number = numberOf(OTHER);
        String task = engine.task("selectEvidence", number).getId();
        assertThat(doors.send("PUT", "/api/tasks/" + task + "/draft", "teamleader", "{\"surprise\": \"told me of her back\"}").status()).isEqualTo(204);
        byte[] inBackup = jdbc.queryForObject("select body from form_draft where place = ?", byte[].class, task);
        assertThat(new String(inBackup, StandardCharsets.ISO_8859_1)).doesNotContain("her back");
        String row = task + " teamleader";
        assertThat(new String(seal.openBytes(SealedColumn.DRAFT, row, inBackup), StandardCharsets.UTF_8)).contains("told me of her back");
        assertThat(doors.get("/api/tasks/" + task + "/form", "teamleader").body().at("/draft/data/surprise").asText()).isEqualTo("told me of her back");

        byte[] ofAnEarlierVersion = seal.sealBytes(SealedColumn.DRAFT, row, "{\"surprise\": \"typed before\"}".getBytes(StandardCharsets.UTF_8));
        jdbc.update("update form_draft set body = ?", ofAnEarlierVersion);
        assertThat(doors.get("/api/tasks/" + task + "/form", "teamleader").body().at("/draft/data/surprise").asText()).as("still opens").isEqualTo("typed before");
        jdbc.update("update form_draft set body = ?", inBackup);

        jdbc.update("update performance_case set ending = 'standardMet', ended_on = ?, stage = 'ended' where number = ?", TestClock.today(), number);
        schedule.reviewed(schedule.fingerprint(), "hr");
        TestClock.set(TestClock.today().plus(settings.health()).atTime(4, 0));
        jdbc.update("update form_draft set saved_at = ?", TestClock.now());
        assertThat(retention.run("test").items()).extracting(Retention.Item::kind).containsExactly(RecordKind.HEALTH);
        assertThat(jdbc.queryForObject("select count(*) from form_draft", Integer.class)).isZero();
        assertThat(doors.get("/api/tasks/" + task + "/form", "teamleader").status()).as("the step goes on without it").isEqualTo(200);
        assertThatThrownBy(() -> seal.openBytes(SealedColumn.DRAFT, row, inBackup)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void theSignInOfSomebodyWhoHasLeftGoesWithTheirLastRow() {
        String user = MARK.toLowerCase(Locale.UK) + ".z";
        left("Z-1", user);
        left("Z-2", user.toUpperCase(Locale.UK));
        User kept = identity.newUser(user);
        kept.setFirstName(MARK);
        kept.setEmail(MARK + "@trust.example");
        kept.setPassword("a-Password-of-theirs-1");
        identity.saveUser(kept);
        identity.createMembership(user, "manager");
        identity.setUserPicture(user, new Picture("x".getBytes(StandardCharsets.UTF_8), "image/png"));
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(user);
        right.setResource(Resources.APPLICATION);
        right.setResourceId("tasklist");
        authorizations.saveAuthorization(right);
        jdbc.update("insert into sign_in (user_id, must_change_password) values (?, false)", user);
        jdbc.update("insert into provided_user (user_id, provider, subject) values (?, 'the directory', ?)", user, MARK);
        jdbc.update("update staff_member set listed = true, left_on = null where staff_number = 'Z-2'");
        schedule.reviewed(schedule.fingerprint(), "hr");
        long users = identity.createUserQuery().count();
        TestClock.set(TestClock.today().plus(settings.staff()).atTime(4, 0));
        assertThat(retention.run("test").items()).extracting(Retention.Item::kind).containsExactly(RecordKind.STAFF);
        assertThat(identity.createUserQuery().userId(user).count()).as("somebody on the staff list has this sign-in").isOne();
        assertThat(jdbc.queryForObject("select (select count(*) from sign_in where user_id = ?) + (select count(*) from provided_user where user_id = ?)", Integer.class, user, user)).isEqualTo(2);

        jdbc.update("update staff_member set listed = false, left_on = ? where staff_number = 'Z-2'", TestClock.today().minus(settings.staff()));
        identity.createMembership(user, "camunda-admin");
        List<String> administrators = identity.createUserQuery().memberOfGroup("camunda-admin").list().stream().map(User::getId).filter(other -> !other.equals(user)).toList();
        administrators.forEach(other -> identity.deleteMembership(other, "camunda-admin"));
        try {
            new TransactionTemplate(transactions).executeWithoutResult(s -> {
                assertThat(engineRecords.forgetUser(user)).as("the last administrator stays").isFalse();
            });
        } finally {
            administrators.forEach(other -> identity.createMembership(other, "camunda-admin"));
        }
        retention.run("test");
        assertThat(tables.with(MARK, "true")).isEmpty();
        assertThat(identity.createUserQuery().count()).as("nobody else's").isEqualTo(users - 1);
    }

    private void left(String staffNumber, String user) {
        jdbc.update("insert into staff_member (staff_number, first_name, last_name, email, job_title, band, division, user_id, medical_or_dental, site, started_on, left_on, listed) "
                + "values (?, ?, 'Z', ?, 'Nurse', '5', 'Urgent Care', ?, false, 'Site', date '2010-01-01', ?, false)", staffNumber, MARK, staffNumber + "@trust.example", user, TestClock.today());
    }

    @Test
    void noHoldIsSetBetweenTheLookAndTheErasing() {
        engine.start("teamleader", "performanceCase", concern(OTHER).json());
        String number = numberOf(OTHER);
        String line = "L-" + jdbc.queryForObject("select id from line where colleague_staff_number = ?", Long.class, OTHER);
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        for (RecordKind kind : List.of(RecordKind.ONE_TO_ONES, RecordKind.ABSENCES, RecordKind.ONE_TO_ONE_STEPS, RecordKind.DRAFTS)) {
            new TransactionTemplate(transactions).executeWithoutResult(s -> {
                destruction.of(new DueRecord(kind, line, 1, TestClock.today(), false), TestClock.today());
                assertThatThrownBy(() -> another.executeWithoutResult(setting -> {
                    jdbc.execute("set local lock_timeout = '300ms'");
                    holds.set(number, "A claim", "hr2");
                })).as("while " + kind + " is erased").isInstanceOf(DataAccessException.class).hasMessageContaining("lock timeout");
            });
        }
        act("hr2", number, "setLegalHold", 200);
    }

    @Test
    void aHoldIsSetAndLiftedByHrOfTheCaseWithAReason() {
        engine.start("teamleader", "performanceCase", concern(OTHER).json());
        String number = numberOf(OTHER);
        assertThat(act("teamleader", number, "setLegalHold", 422).refused()).containsExactly(":hrOnly");
        assertThat(act("teamleader", number, "liftLegalHold", 422).refused()).containsExactly(":hrOnly");
        assertThat(act("manager3", number, "setLegalHold", 404).status()).isEqualTo(404);
        assertThat(act("hr2", number, "liftLegalHold", 422).refused()).containsExactly(":notHeld");
        assertThat(doors.post("/api/cases/" + number + "/actions/setLegalHold", "hr2", "{\"reason\": \" \"}").refused()).containsExactly("reason:required");
        act("hr2", number, "setLegalHold", 200);
        Doors.Reply lifting = doors.get("/api/cases/" + number + "/actions/liftLegalHold", "hr");
        assertThat(lifting.body().at("/prefill/_context").asText()).as("who set it, when and why").isEqualTo("Set on 05/10/2026 by " + jdbc.queryForObject(
                "select first_name || ' ' || last_name from staff_member where user_id = 'hr2'", String.class) + ": A claim before a tribunal");
        assertThat(lifting.body().path("schema").toString()).contains("That cannot be undone: ask whoever set the hold, or legal services, first.");
        assertThat(doors.get("/api/cases/" + number + "/actions/liftLegalHold", "teamleader").text()).as("for HR alone").doesNotContain("tribunal");
        assertThat(act("hr", number, "setLegalHold", 422).refused()).containsExactly(":heldAlready");
        assertThat(WebSession.of(doors.base(), "hr2").get("/cases/" + number).text()).contains("Legal hold").contains("A claim before a tribunal").contains("Lift the legal hold");
        assertThat(WebSession.of(doors.base(), "teamleader").get("/cases/" + number).text()).doesNotContain("A claim before a tribunal");
    }

    @Test
    void hrOfTheWholeTrustSeesWhatFallsDueAndReviewsTheSchedule() {
        engine.start("teamleader", "performanceCase", concern(OTHER).json());
        String number = numberOf(OTHER);
        act("hr2", number, "withdraw", 200);
        act("hr2", number, "setLegalHold", 200);
        WebSession hr = WebSession.of(doors.base(), "hr");
        assertThat(hr.get("/retention").text()).contains("To be reviewed by HR").contains("NHS Records Management Code of Practice (2023)").contains("Nothing falls due.")
                .contains("fairway.retention.closed-case").contains(number)
                .contains("Not erased: the database itself lets nobody take an entry out").doesNotContain("fairway.retention.access-log").contains("fairway.retention.subject-access-answers").contains("A claim before a tribunal");
        String readByHr = "select count(*) from access_log where outcome = 'read' and what = 'CASE_FILE' and subject = ? and user_id = 'hr'";
        assertThat(jdbc.queryForObject(readByHr, Integer.class, number + " legal hold")).as("the reason was read").isEqualTo(1);
        TestClock.set(TestClock.today().plusYears(1).minusDays(89).atTime(9, 0));
        assertThat(hr.get("/retention").text()).contains("Case that went no further").contains("kept by a legal hold").doesNotContain("Nothing falls due.");

        Map<String, String> before = doors.fingerprint();
        before.keySet().removeAll(ACCOUNTS);
        TestClock.set(TestClock.today().plusDays(90).atTime(9, 0));
        act("hr2", number, "liftLegalHold", 200);
        assertThat(hr.sendForm("/retention", "/retention/dry-run", Map.of()).text()).contains("Dry run of").contains(number).contains("would be erased");
        assertThat(hr.sendForm("/retention", "/retention/reviewed", Map.of("schedule", "another one")).text()).contains("has changed since it was shown", "To be reviewed by HR");
        assertThat(hr.sendForm("/retention", "/retention/reviewed", Map.of("schedule", schedule.fingerprint())).text()).contains("Reviewed on").doesNotContain("To be reviewed by HR");

        act("hr2", number, "setLegalHold", 200);
        jdbc.update("insert into performance_case_conflict (case_number, user_id, why, declared_on, declared_by) values (?, 'hr', 'a relative', current_date, 'hr2')", number);
        int reads = jdbc.queryForObject(readByHr, Integer.class, number + " legal hold");
        assertThat(hr.get("/retention").text()).as("shut to her").doesNotContain(number).doesNotContain("A claim before");
        assertThat(jdbc.queryForObject(readByHr, Integer.class, number + " legal hold")).isEqualTo(reads);
        for (String user : List.of("hr2", "teamleader", "ops", "admin", "owner")) {
            for (String page : List.of("/retention", "/retention/runs/1")) {
                assertThat(WebSession.of(doors.base(), user).get(page).status()).as(user + " " + page).isEqualTo(403);
            }
            assertThat(WebSession.of(doors.base(), user).get("/").text()).as(user).doesNotContain("/retention");
        }
    }

    @Test
    void nothingIsErasedBeforeHrHasReviewedTheSchedule() {
        jdbc.update("insert into form_draft (place, user_id, body, saved_at) values ('17', 'teamleader', 'x', ?), ('18', 'teamleader', 'x', ?)", TestClock.now().minusDays(91), TestClock.now().minusDays(89));
        jdbc.update("insert into staff_import (file_name, content, uploaded_by, uploaded_at, applied_by, applied_at, people, joined, left_trust, changed) values ('waits.csv', 'x', 'hr', ?, null, null, 1, 1, 0, 0), "
                + "('waits-now.csv', 'x', 'hr', ?, null, null, 1, 1, 0, 0), ('done.csv', null, 'hr', ?, 'hr', ?, 1, 1, 0, 0), ('done-later.csv', null, 'hr', ?, 'hr', ?, 1, 1, 0, 0)",
                at(TestClock.today().minusDays(30)), at(TestClock.today().minusDays(20)), at(TestClock.today().minusYears(2)), at(TestClock.today().minusYears(1)), at(TestClock.today().minusYears(2)),
                at(TestClock.today().minusMonths(11)));
        jdbc.update("insert into absence (staff_number, first_day, last_day) values ('10007', ?, ?), ('10007', ?, ?)", TestClock.today().minusYears(3), TestClock.today().minusYears(2),
                TestClock.today().minusDays(9), TestClock.today().minusDays(8));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        RetentionCommand command = new RetentionCommand(retention, new PrintStream(said));
        assertThat(command.run("run")).isEqualTo(RetentionCommand.REFUSED);
        assertThat(command.run("everything")).isEqualTo(RetentionCommand.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("has not reviewed this schedule yet").contains("Say --retention=dry-run");
        assertThat(command.run("dry-run")).isEqualTo(RetentionCommand.DONE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Drafts of forms: 90 days from the last save").contains("Absences: 2 years").contains("would be erased");
        assertThat(retention.nightly().orElseThrow().dry()).isTrue();
        assertThat(retention.nightly()).as("once a night, whichever node comes first").isEmpty();
        assertThat(jdbc.queryForObject("select (select count(*) from form_draft) + (select count(*) from absence)", Integer.class)).isEqualTo(4);

        String byWhom = "select user_id from access_log where what = 'retention-run'";
        assertThat(jdbc.queryForList(byWhom, String.class)).isEmpty();
        schedule.reviewed(schedule.fingerprint(), "hr");
        TestClock.set(TestClock.now().plusDays(1));
        assertThat(retention.nightly().orElseThrow().items()).extracting(Retention.Item::kind).containsExactly(RecordKind.DRAFTS, RecordKind.ABSENCES, RecordKind.WAITING_LISTS,
                RecordKind.APPLIED_LISTS);
        assertThat(jdbc.queryForList("select file_name from staff_import order by 1", String.class)).containsExactly("done-later.csv", "waits-now.csv");
        assertThat(jdbc.queryForList("select place from form_draft", String.class)).as("the one of 90 days ago, too").isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from absence", Integer.class)).isEqualTo(1);
        assertThat(command.run("run")).isEqualTo(RetentionCommand.DONE);
        assertThat(jdbc.queryForList(byWhom, String.class)).containsExactly(CommandLine.user());
    }

    /** A new table has to be given its place: what erases it, or why nothing does. */
    @Test
    void everyTableHasItsPlace() throws IOException {
        String statements = Files.readString(Path.of("src/main/java/fairway/records/Destruction.java"));
        Set<String> erased = Pattern.compile("(?:delete from|update) (\\w+)").matcher(statements).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> cascading = new TreeSet<>(jdbc.queryForList("select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and confdeltype = 'c'", String.class));
        Set<String> nobodys = Set.of("fairway_schema_history", "sealed_with", "letter_template_set", "performance_case_number", "subject_access_number", "retention_review");
        Set<String> theirOwn = Set.of("access_log", "audit_seal", "ended_session", "wrong_password");
        List<String> all = jdbc.queryForList("select tablename from pg_tables where schemaname = 'public' and tablename not like 'act\\_%'", String.class);
        assertThat(all).as("tables without a rule of retention").filteredOn(table -> !erased.contains(table) && !cascading.contains(table) && !nobodys.contains(table) && !theirOwn.contains(table))
                .isEmpty();
    }

    private String received(String person) {
        Doors.Reply reply = doors.startInTasklist("hr", "subjectAccessRequest", form().with("person", person).with("receivedOn", TestClock.today()).with("identityChecked", "Came with the card.").json());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        engine.runDue();
        return reply.body().path("businessKey").asText();
    }

    /** A request that is answered at once with everything. @return its number */
    private String answered(String person) {
        String request = received(person);
        Task review = engine.task("reviewSubjectAccess", request);
        List<Map<String, Object>> parties = new ArrayList<>();
        doors.get("/api/tasks/" + review.getId() + "/form", "hr").body().at("/prefill/thirdParties").forEach(party -> parties.add(row("id", party.path("id").asText(), "decision", "keep")));
        engine.complete("hr", review, form().with("decision", "issue").with("thirdParties", parties).json());
        engine.runDue();
        assertThat(jdbc.queryForObject("select state from delivery where business_key = ? and kind = 'subjectAccessPack'", String.class, request)).isEqualTo("sent");
        return request;
    }

    private List<String> packOf(String request) {
        return jdbc.queryForList("select '/documents/' || id from document where business_key = ? and kind = 'subjectAccessPack' order by id", String.class, request);
    }

    /** Documents and keys of a request, and bytes that no document is made of. */
    private int sealedOf(String request) {
        return jdbc.queryForObject("select (select count(*) from document where business_key = ? and kind = 'subjectAccessPack') + (select count(*) from sealing_key where name = ?) "
                + "+ (select count(*) from document_content c where not exists (select from document d where d.sha256 = c.sha256)) "
                + "+ (select count(*) from sealing_key where name ~ '^[0-9a-f]{64}$' and name not in (select sha256 from document_content))", Integer.class, request, request);
    }

    private Doors.Reply act(String user, String number, String action, int status) {
        Doors.Reply reply = doors.post("/api/cases/" + number + "/actions/" + action, user, "{\"reason\": \"A claim before a tribunal\"}");
        assertThat(reply.status()).as(action + " by " + user + ": " + reply.text()).isEqualTo(status);
        return reply;
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(12, 0).atZone(WorkingDays.LONDON).toOffsetDateTime();
    }

    private void leaves(String colleague, LocalDate on) {
        jdbc.update("update staff_member set left_on = ?, listed = false where staff_number = ?", on, colleague);
        jdbc.update("update line set ended_on = ? where colleague_staff_number = ?", on, colleague);
    }

    private String numberOf(String colleague) {
        return jdbc.queryForObject("select number from performance_case where colleague = ?", String.class, colleague);
    }

    private int count(String table, String number) {
        return jdbc.queryForObject("select count(*) from " + table + " where case_number = ?", Integer.class, number);
    }

    private Map<String, List<String>> rows(String word) {
        Map<String, List<String>> rows = tables.rowsWith(word);
        rows.keySet().removeAll(ACCOUNTS);
        return rows;
    }
}
