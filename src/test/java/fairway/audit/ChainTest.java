package fairway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;

/** The chain of the access log: whatever is changed, removed, inserted or put elsewhere is found, and named by the first link that it breaks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainTest {

    private static final int ROWS = 6;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final List<String> COLUMNS = List.of("at = at + interval '1 microsecond'", "outcome = 'done'", "what = 'another'", "subject = subject || ' '",
            "choice = 'route=informalConversation'", "choice = null", "user_id = 'somebody'", "user_id = null", "on_behalf_of = null", "address = '10.0.0.1'",
            // what one text loses another gets
            "user_id = 'manage', on_behalf_of = 'rdeputy'");

    @TempDir
    private static Path folder;
    private LogDatabase database;

    @BeforeAll
    void makeDatabase() {
        database = LogDatabase.made(folder);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    /** Six rows, sealed two by two with some minutes between; rows 1 to 6 at places 1 to 6. */
    @BeforeEach
    void aChain() throws IOException {
        database.attack("truncate audit_seal, access_log restart identity cascade");
        database.clock.begin();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (int i = 1; i <= ROWS; i++) {
            database.write("PC-2026-00000" + i);
            if (i % 2 == 0) {
                assertThat(database.sealer.seal()).isEqualTo(2);
                database.clock.forward(Duration.ofMinutes(1));
            }
        }
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().rows()).isEqualTo(ROWS);
    }

    private Verdict verify() {
        return database.verification.verify(database.anchors.kept(), List.of());
    }

    /** The first broken link after an attack, which is taken back afterwards. */
    private Verdict.Finding first(String... attack) {
        Verdict verdict = database.underAttack(database.anchors.kept(), attack);
        assertThat(verdict.findings()).as(String.join("; ", attack)).isNotEmpty();
        return verdict.findings().get(0);
    }

    @Test
    void anyRowChangedIsFound() {
        for (int row = 1; row <= ROWS; row++) {
            for (String change : COLUMNS) {
                Verdict.Finding found = first("update access_log set " + change + " where id = " + row);
                assertThat(found.seq()).as(change).isEqualTo(row);
                assertThat(found.row()).isEqualTo((long) row);
                assertThat(found.reason()).contains("was changed after it was sealed");
            }
        }
    }

    @Test
    void anyRowRemovedIsFoundWithOrWithoutItsSeal() {
        for (int row = 1; row <= ROWS; row++) {
            Verdict.Finding found = first("delete from access_log where id = " + row);
            assertThat(found.seq()).isEqualTo(row);
            assertThat(found.reason()).isEqualTo("the row was removed");
        }
        for (int row = 1; row < ROWS; row++) {
            Verdict.Finding found = first("delete from access_log where id = " + row, "delete from audit_seal where row_id = " + row);
            assertThat(found.seq()).isEqualTo(row);
            assertThat(found.reason()).isEqualTo("this seal was removed");
            found = first("delete from access_log where id = " + row, "delete from audit_seal where row_id = " + row, "update audit_seal set seq = seq + 1000 where seq > " + row,
                    "update audit_seal set seq = seq - 1001 where seq > 1000");
            assertThat(found.seq()).as("what follows is moved up").isEqualTo(row);
        }
        assertThat(first("delete from audit_seal where seq between 2 and 4").reason()).isEqualTo("the seals from here to 4 were removed");
    }

    /** Its seal alone taken away, the last one's too: the row has no seal although everything of its time was sealed. */
    @Test
    void aSealRemovedWithoutItsRowIsFound() {
        assertThat(first("delete from audit_seal where seq = 3").seq()).isEqualTo(3);
        database.clock.forward(Duration.ofHours(1));
        database.sealer.seal();
        assertThat(first("delete from audit_seal where seq = 6").seq()).isEqualTo(6);
        Verdict.Finding found = first("delete from audit_seal where seq >= 6",
                "insert into audit_seal values (6, null, now(), true, sha256('x'))");
        assertThat(found.seq()).isEqualTo(6);
    }

    @Test
    void anyRowInsertedIsFound() {
        database.clock.forward(Duration.ofHours(1));
        database.write("PC-2026-000007");
        database.sealer.seal();
        String insert = "insert into access_log (at, outcome, what, subject) select at, 'done', 'sign-in', 'user:x' from access_log where id = ";
        for (int beside = 1; beside <= ROWS; beside++) {
            Verdict.Finding found = first(insert + beside);
            assertThat(found.reason()).contains("it has no seal although everything of that time was sealed");
            found = first(insert + beside, "update audit_seal set seq = seq + 1000 where seq > " + beside, "update audit_seal set seq = seq - 999 where seq > 1000",
                    "insert into audit_seal select " + (beside + 1) + ", (select max(id) from access_log), sealed_at, all_sealed, hash from audit_seal where seq = " + beside);
            assertThat(found.seq()).isEqualTo(beside + 1);
        }
    }

    /** The sealer takes it for a row that came late, and gives it the next place; its time gives it away. */
    @Test
    void aBackDatedRowThatTheSealerSealedIsFound() {
        database.clock.forward(Duration.ofHours(1));
        assertThat(database.sealer.seal()).isZero();
        assertThat(verify().links()).as("a sign of life").isEqualTo(ROWS + 1);
        long row = database.writeAt(database.clock.instant().minus(LogDatabase.TOLERANCE).minusSeconds(1), "PC-2026-000001");
        assertThat(verify().findings()).extracting(Verdict.Finding::row).containsExactly(row);
        assertThat(database.sealer.seal()).isEqualTo(1);
        Verdict.Finding found = verify().findings().get(0);
        assertThat(found.seq()).isEqualTo(ROWS + 2);
        assertThat(found.row()).isEqualTo(row);
        assertThat(found.reason()).contains("it was back-dated");
    }

    @Test
    void aPostDatedRowIsFound() {
        database.writeAt(database.clock.instant().plus(Duration.ofDays(1)), "PC-2026-000001");
        database.sealer.seal();
        assertThat(verify().findings()).singleElement().extracting(Verdict.Finding::reason).asString().contains("it was post-dated");
    }

    @Test
    void anyTwoPlacesExchangedAreFound() {
        database.attack("alter table access_log alter column id set generated by default");
        for (int one = 1; one < ROWS; one++) {
            for (int other = one + 1; other <= ROWS; other++) {
                String rows = "update audit_seal s set row_id = -(select row_id from audit_seal o where o.seq = %d + %d - s.seq) where seq in (%d, %d)".formatted(one, other, one, other);
                assertThat(first(rows, "update audit_seal set row_id = -row_id where row_id < 0").seq()).as("rows").isEqualTo(one);
                assertThat(first("update audit_seal set seq = %d + %d - seq + 1000 where seq in (%d, %d)".formatted(one, other, one, other),
                        "update audit_seal set seq = seq - 1000 where seq > 1000").seq()).as("seals").isEqualTo(one);
                assertThat(first("update access_log set id = %d + %d - id - 1000 where id in (%d, %d)".formatted(one, other, one, other),
                        "update access_log set id = id + 1000 where id < 0").seq()).as("numbers").isEqualTo(one);
            }
        }
        database.attack("alter table access_log alter column id set generated always");
    }

    @Test
    void anySealRewrittenIsFound() {
        for (int seq = 1; seq <= ROWS; seq++) {
            for (String change : List.of("hash = sha256('x')", "sealed_at = sealed_at + interval '1 second'", "all_sealed = not all_sealed", "row_id = null")) {
                assertThat(first("update audit_seal set " + change + " where seq = " + seq).seq()).as(change).isEqualTo(seq);
            }
        }
    }

    /** Only what is kept outside of the database knows of it. */
    @Test
    void theEndCutOffIsFoundByTheAnchor() {
        String[] cut = {"delete from audit_seal where seq > 4", "delete from access_log where id > 4"};
        assertThat(database.underAttack(List.of(), cut).findings()).as("without an anchor").isEmpty();
        database.anchors.make();
        Verdict.Finding found = first(cut);
        assertThat(found.seq()).isEqualTo(5);
        assertThat(found.reason()).contains("knows seal 6", "ends at seal 4", "its end was cut off");
    }

    @Test
    void theWholeChainWrittenAnewIsFoundByTheAnchor() {
        database.anchors.make();
        database.write("PC-2026-000007");
        database.write("PC-2026-000008");
        database.sealer.seal();
        database.anchors.make();
        database.attack("update access_log set user_id = 'somebody else' where id = 7", "delete from audit_seal where seq > 6");
        database.sealer.seal();
        Verdict verdict = verify();
        assertThat(verdict.findings()).singleElement().satisfies(found -> {
            assertThat(found.seq()).as("up to the first anchor it is as it was").isEqualTo(7);
            assertThat(found.reason()).contains("another hash for seal 8", "between seal 6 and there");
        });
        assertThat(database.verification.verify(List.of(), List.of()).findings()).as("by itself it is consistent").isEmpty();
    }

    /** Numbers are given when a row is inserted, and places when it is found committed. */
    @Test
    void aWriterThatCommitsLateGetsTheNextPlace() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<Long> late = writer.submit(() -> database.transaction.execute(status -> {
                long row = database.write("late");
                written.countDown();
                await(sealed);
                return row;
            }));
            await(written);
            long next = database.write("next");
            assertThat(database.sealer.seal()).as("the one that is committed").isEqualTo(1);
            assertThat(verify().findings()).isEmpty();
            sealed.countDown();
            long first = late.get(30, TimeUnit.SECONDS);
            assertThat(first).isLessThan(next);
            assertThat(database.sealer.seal()).isEqualTo(1);
            assertThat(database.jdbc.queryForList("select row_id from audit_seal where seq > ? order by seq", Long.class, ROWS)).containsExactly(next, first);
            assertThat(verify().findings()).isEmpty();
        } finally {
            sealed.countDown();
            writer.shutdownNow();
        }
    }

    @Test
    void writersWaitForNobodyAndNobodyWaitsForThem() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService sealer = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> sealing = sealer.submit(() -> database.transaction.execute(status -> {
                // a sealer in the middle of its work: it has the lock, and seals that are not committed yet
                database.jdbc.queryForObject("select pg_try_advisory_xact_lock(4711300300)::text", String.class);
                database.write("of the sealer's own transaction");
                Link last = database.chain.last().orElseThrow();
                List<LogRow> waiting = database.chain.waiting(database.clock.instant(), 10);
                List<Link> links = new ArrayList<>();
                for (LogRow row : waiting) {
                    last = last.next(row, database.clock.instant(), true);
                    links.add(last);
                }
                database.chain.add(links);
                holding.countDown();
                await(done);
                return links.size();
            }));
            await(holding);
            database.transaction.executeWithoutResult(status -> {
                database.jdbc.execute("set local lock_timeout = '100ms'");
                database.write("while it seals");
            });
            assertThat(database.sealer.seal()).as("another sealer goes away").isZero();
            done.countDown();
            assertThat(sealing.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(database.sealer.seal()).isEqualTo(1);
            assertThat(verify().findings()).isEmpty();
        } finally {
            done.countDown();
            sealer.shutdownNow();
        }
    }

    @Test
    void manyWritersAndSealersAtOnceMakeOneWholeChain() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int who = 0; who < 4; who++) {
                work.add(() -> {
                    for (int i = 0; i < 60; i++) {
                        database.transaction.executeWithoutResult(status -> {
                            database.write("one");
                            database.write("and another of the same transaction");
                        });
                    }
                    return 0;
                });
            }
            for (int sealer = 0; sealer < 2; sealer++) {
                work.add(() -> {
                    int sealed = 0;
                    for (int i = 0; i < 60; i++) {
                        sealed += database.sealer.seal();
                    }
                    return sealed;
                });
            }
            int sealed = 0;
            for (Future<Integer> done : people.invokeAll(work)) {
                sealed += done.get();
            }
            sealed += database.sealer.seal();
            assertThat(sealed).isEqualTo(480);
            Verdict verdict = verify();
            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.rows()).isEqualTo(ROWS + 480);
            assertThat(verdict.waiting()).isZero();
        } finally {
            people.shutdownNow();
        }
    }

    /** An update brings rows of years, more than are sealed at once; afterwards Fairway was not running for a night. */
    @Test
    void whatWaitedForLongIsSealedAndNotTakenForBackDated() {
        database.attack("truncate audit_seal, access_log restart identity cascade");
        database.attack("insert into access_log (at, outcome, what, subject) select timestamptz '2024-01-01' + i * interval '1 hour', 'done', 'sign-in', 'user:x' from generate_series(1, 1300) i");
        assertThat(database.sealer.seal()).isEqualTo(1300);
        assertThat(verify().findings()).isEmpty();
        database.write("before the night");
        database.clock.forward(Duration.ofHours(10));
        assertThat(database.sealer.seal()).isEqualTo(1);
        assertThat(verify().findings()).isEmpty();
    }

    /** What is numbered first and committed last is sealed however long nobody sealed in between. */
    @Test
    void aRowThatIsCommittedBeforeALongOutageIsSealedAfterIt() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<Long> late = writer.submit(() -> database.transaction.execute(status -> {
                long row = database.write("late");
                written.countDown();
                await(sealed);
                return row;
            }));
            await(written);
            database.write("next");
            assertThat(database.sealer.seal()).isEqualTo(1);
            sealed.countDown();
            late.get(30, TimeUnit.SECONDS);
        } finally {
            sealed.countDown();
            writer.shutdownNow();
        }
        database.clock.forward(Duration.ofHours(5));
        for (int i = 0; i < 501; i++) {
            database.write("more than are sealed at once");
        }
        assertThat(database.sealer.seal()).isEqualTo(502);
        assertThat(verify().waiting()).isZero();
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aTimeInWhichNobodySealedIsNamed() {
        database.clock.forward(Duration.ofMinutes(24));
        database.sealer.seal();
        assertThat(verify().notes()).as("not far longer than a sign of life").isEmpty();
        database.clock.forward(Duration.ofHours(9));
        database.write("PC-2026-000007");
        database.sealer.seal();
        assertThat(verify().notes()).containsExactly("Nothing was sealed for 9 hours, from 2026-10-05T09:27:00Z (seal 7) to 2026-10-05T18:27:00Z (seal 8). Look whether Fairway was stopped then");
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void whileRowsWaitAndNobodySealsItIsNotWhole() throws IOException {
        database.anchors.make();
        database.write("PC-2026-000007");
        database.clock.forward(Duration.ofMinutes(24));
        assertThat(verify().alarms()).as("a sealer may be late").isEmpty();
        database.clock.forward(Duration.ofMinutes(1));
        assertThat(run("--audit=verify")).startsWith("1 ").contains("1 row waits to be sealed, and the last seal is of 2026-10-05T09:02:00Z: nobody seals.", "No link is broken, but").doesNotContain("holds");
        database.sealer.seal();
        assertThat(run("--audit=verify")).startsWith("0 ");
        database.clock.forward(Duration.ofHours(3));
        assertThat(verify().alarms()).as("nothing waits").isEmpty();
        assertThat(database.underAttack(List.of(), "truncate audit_seal").alarms()).as("all seals gone").anySatisfy(alarm ->
                assertThat(alarm).startsWith("7 rows wait to be sealed, and nothing was ever sealed, although the oldest of them is of 2026-10-05T09:00:00Z: nobody seals."));
    }

    @Test
    void aFolderOfAnchorsThatIsEmptyOrStaleIsNotWhole() throws IOException {
        assertThat(run("--audit=verify")).as("perhaps it is not mounted").startsWith("1 ").contains("The folder of anchors " + folder + " holds none.").doesNotContain("holds.", "Every link");
        String anchor = database.anchors.make().orElseThrow().line();
        assertThat(run("--audit=verify")).startsWith("0 ").endsWith("Every link holds." + System.lineSeparator());
        database.clock.forward(LogDatabase.NEWEST_ANCHOR.minusMinutes(1));
        database.sealer.seal();
        assertThat(run("--audit=verify")).as("as old as it may be").startsWith("0 ");
        database.clock.forward(Duration.ofSeconds(1));
        assertThat(run("--audit=verify", "--audit-anchor=" + anchor)).startsWith("1 ").contains("The newest anchor in " + folder + " is of 2026-10-05T09:02:00Z, more than 26 hours ago");
        database.anchors.make();
        assertThat(run("--audit=verify")).startsWith("0 ");
        Files.delete(folder.resolve("anchor-000000000000006.txt"));
        assertThat(run("--audit=verify")).startsWith("1 ").contains("anchors were removed from the folder");
    }

    @Test
    void withoutAnyAnchorItSaysThatNothingOutsideWasCompared() throws IOException {
        database.anchors.make();
        String line = database.anchors.kept().get(0).line();
        LogDatabase.Compared without = database.withoutFolder();
        assertThat(run(without, "--audit=verify")).startsWith("0 ").contains("It was compared with no anchor.", "Every link holds within the database, and nothing outside of it was compared").doesNotContain("holds.");
        assertThat(run(without, "--audit=verify", "--audit-anchor=" + line)).startsWith("0 ").endsWith("Every link holds." + System.lineSeparator());
        assertThat(run(without, "--audit=anchor")).as("no folder, no number").isEqualTo("0 " + line.replaceAll(" number.*", "") + System.lineSeparator());
    }

    @Test
    void anchorsAreMadeEveryHour() throws NoSuchMethodException {
        String set = AuditSchedule.class.getDeclaredMethod("anchor").getAnnotation(Scheduled.class).cron();
        CronExpression byItself = CronExpression.parse(set.substring(set.indexOf(':') + 1, set.length() - 1));
        LocalDateTime first = byItself.next(LocalDateTime.parse("2026-10-05T23:00:00"));
        assertThat(byItself.next(first)).isEqualTo(first.plusHours(1));
    }

    @Test
    void anAnchorTakenOutOfTheFolderIsMissed() throws IOException {
        fourAnchors();
        assertThat(verify().findings()).isEmpty();
        assertThat(Files.readString(folder.resolve("anchor-000000000000008.txt"))).contains(" number 3 after seal 7 hash ");
        for (int seq : List.of(6, 7, 8)) {
            Path file = folder.resolve("anchor-00000000000000" + seq + ".txt");
            String line = Files.readString(file);
            Files.delete(file);
            assertThat(verify().findings()).singleElement().satisfies(found -> {
                assertThat(found.seq()).isEqualTo(seq + 1);
                assertThat(found.reason()).contains("is number " + (seq - 4) + " of its folder, after that of seal " + seq, "anchors were removed from the folder");
            });
            Files.writeString(file, line);
        }
        Path middle = folder.resolve("anchor-000000000000007.txt");
        Files.writeString(middle, Files.readString(middle).replace(" number 2 ", " number 3 "));
        assertThat(verify().findings()).as("renumbered").isNotEmpty();
    }

    private void fourAnchors() {
        for (int i = 0; i < 4; i++) {
            database.anchors.make();
            database.clock.forward(Duration.ofMinutes(1));
            database.write("PC-2026-000007");
            database.sealer.seal();
        }
    }

    /** Those that an earlier version wrote are compared as ever, and counted by the first one with a number. */
    @Test
    void anchorsWithoutNumbersAreReadToo() throws IOException {
        fourAnchors();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.writeString(file, Files.readString(file).replaceAll(" number.*", ""));
            }
        }
        assertThat(database.anchors.make().orElseThrow().line()).contains(" seal 10 hash ", " number 5 after seal 9 hash ");
        assertThat(run("--audit=verify")).startsWith("0 ").contains("It was compared with 5 anchors.");
        assertThat(first("update audit_seal set hash = sha256('x') where seq = 8").seq()).isEqualTo(8);
        Files.delete(folder.resolve("anchor-000000000000007.txt"));
        assertThat(verify().findings()).singleElement().extracting(Verdict.Finding::reason).asString().contains("is number 5 of its folder", "that of seal 9, number 3, stands before it");
    }

    @Test
    void anchorsThatBeginLongAfterTheChainAreNoted() {
        database.clock.forward(Duration.ofHours(27));
        database.sealer.seal();
        database.anchors.make();
        assertThat(verify().notes()).contains("The anchors begin at 2026-10-06T12:03:00Z, the chain at 2026-10-05T09:00:00Z. If there were anchors in between, they were removed");
        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void theCommandNamesTheFirstBrokenLink() throws IOException {
        database.write("PC-2026-000007");
        String printed = run("--audit=anchor");
        assertThat(printed).startsWith("0 Fairway audit anchor: at ").contains(" seal 7 hash ").endsWith(" number 1" + System.lineSeparator());
        assertThat(run("--audit=anchor")).as("a second time").isEqualTo(printed);
        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(Files.readString(file)).isEqualTo(printed.substring(2)));
        }
        assertThat(run("--audit=verify")).startsWith("0 The chain has 7 seals over 7 rows; 0 rows wait to be sealed. It was compared with 1 anchor.").contains("Every link holds.");
        assertThat(run("--audit=verify", "--audit-anchor=" + printed.substring(2).strip())).contains("It was compared with 2 anchors.");
        database.attack("update access_log set user_id = 'x' where id in (3, 5)");
        assertThat(run("--audit=verify")).startsWith("1 ").contains("The first broken link:" + System.lineSeparator() + "  Seal 3, row 3: the row, its seal or its place was changed after it was sealed.",
                "Everything else that was found: 1", "  Seal 5, row 5: ", "The chain is broken");
        assertThat(run("--audit=verify", "--audit-anchor=nonsense")).startsWith("1 Nothing was done. This is no anchor: nonsense.");
        assertThat(run("--audit=all")).startsWith("1 Nothing was done. Say --audit=verify or --audit=anchor.");
        Files.writeString(folder.resolve("anchor-000000000000001.txt"), "broken");
        assertThat(run("--audit=verify")).startsWith("1 Nothing was done.").contains("anchor-000000000000001.txt holds no anchor");
    }

    private String run(String... args) {
        return run(new LogDatabase.Compared(database.anchors, database.verification), args);
    }

    private String run(LogDatabase.Compared how, String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = new AuditCommand(database.sealer, how.anchors(), how.verification(), new PrintStream(printed, true, StandardCharsets.UTF_8)).run(args);
        return code + " " + printed.toString(StandardCharsets.UTF_8);
    }

    /** Triggers hold nobody who owns them: Fairway says so when it runs as such a role. */
    @Test
    void fairwayKnowsWhetherItsRoleReachesTheRecord() {
        assertThat(new OwnRights(database.jdbc).reachTheRecord()).as("fairway_app").isFalse();
        assertThat(new OwnRights(database.as("fairway_owner")).reachTheRecord()).as("the owner").isTrue();
        assertThat(new OwnRights(database.as("postgres")).reachTheRecord()).as("a superuser").isTrue();
        for (String more : List.of("update (what) on access_log", "delete on audit_seal", "truncate on access_log", "trigger on audit_seal")) {
            database.attack("grant " + more + " to fairway_app");
            assertThat(new OwnRights(database.jdbc).reachTheRecord()).as(more).isTrue();
            database.attack("revoke " + more + " from fairway_app");
        }
        database.attack("grant fairway_owner to fairway_app");
        assertThat(new OwnRights(database.jdbc).reachTheRecord()).as("it may take on the owner's role").isTrue();
        database.attack("revoke fairway_owner from fairway_app");
        assertThat(new OwnRights(database.jdbc).reachTheRecord()).isFalse();
    }

    @Test
    void theApplicationsRoleAddsRowsAndNothingElse() {
        mayOnlyAdd(database);
    }

    @Test
    void soItIsOnADatabaseThatWasInUseBefore() {
        try (LogDatabase before = LogDatabase.inUseBefore()) {
            mayOnlyAdd(before);
        }
    }

    private static void mayOnlyAdd(LogDatabase database) {
        long row = database.write("PC-2026-000009");
        database.sealer.seal();
        List<String> refused = new ArrayList<>();
        for (String table : List.of("access_log", "audit_seal")) {
            String column = table.equals("access_log") ? "what = 'x'" : "all_sealed = false";
            refused.addAll(List.of("update " + table + " set " + column, "delete from " + table, "truncate " + table + " cascade", "drop table " + table + " cascade",
                    "alter table " + table + " disable trigger all", "alter table " + table + " add column more int", "drop trigger " + table + "_append_only on " + table,
                    "create rule nothing as on insert to " + table + " do instead nothing", "create trigger mine before insert on " + table + " execute function access_log_is_append_only()",
                    "alter table " + table + " owner to fairway_app"));
        }
        refused.addAll(List.of("insert into access_log (id, at, outcome, what, subject) overriding system value values (1, now(), 'done', 'x', 'x') on conflict (id) do update set what = 'x'",
                "drop function access_log_is_append_only() cascade",
                "create or replace function access_log_is_append_only() returns trigger language plpgsql as 'begin return new; end'",
                "set session_replication_role = replica", "set role fairway_owner", "set role postgres", "drop schema public cascade", "alter role fairway_app superuser"));
        for (String sql : refused) {
            isRefused(database, sql);
        }
        assertThat(database.jdbc.queryForObject("select count(*) from access_log where id = ?", Long.class, row)).isEqualTo(1);
        database.jdbc.execute("grant all on access_log to fairway_app");
        isRefused(database, "update access_log set what = 'what is not theirs they cannot give'");
        database.jdbc.update("update sign_in set must_change_password = false");
        database.jdbc.update("delete from form_draft");
        database.jdbc.execute("create table act_ru_of_the_engine (id bigint)");
        database.jdbc.execute("drop table act_ru_of_the_engine");
        assertThat(database.verification.verify(List.of(), List.of()).findings()).isEmpty();
    }

    private static void isRefused(LogDatabase database, String sql) {
        assertThatThrownBy(() -> database.jdbc.execute(sql)).as(sql).isInstanceOfSatisfying(DataAccessException.class,
                refusal -> assertThat(((SQLException) refusal.getRootCause()).getSQLState()).as(refusal.getRootCause().getMessage()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
