package fairway.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import fairway.support.TestDatabase;
import fairway.support.TestKeyset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of version 1.0.0, whose texts about health are plain, is sealed when the next version starts (S1D-07). */
class SealingOfPlainTextsTest {

    private static final String CASE = "PC-2026-000001";
    private static final String MARK = "Zanthoxylum";
    private static final String SHA = "a".repeat(64);

    private final Keyring keys = new Keyring(new KeysetSettings(TestKeyset.file().toString(), null));
    private Seal seal;
    private DriverManagerDataSource source;
    private JdbcTemplate jdbc;

    @BeforeEach
    void aDatabaseOfVersion100() {
        source = new DriverManagerDataSource(TestDatabase.newDatabase(), "postgres", "postgres");
        jdbc = new JdbcTemplate(source);
        seal = new Seal(keys, new SealingKeys(source, keys));
        flyway("10").migrate();
        String plain = """
                set session_replication_role = replica;
                insert into performance_case (number, version, colleague, division, opened_on, opened_by, concern_kind, description, standard, manager, stage, evidence_sufficient)
                    values ('%1$s', 0, '10005', 'Urgent Care', current_date, 'teamleader', 'allocatedTasks', 'Chart checks are missed.', 'Section 4', '10004', 'evidence', false);
                insert into health_note (case_number, source, note, written_by, written_at) values ('%1$s', 'disclosure', 'note %2$s', 'teamleader', now());
                insert into referral (case_number, state, agreed_on, reason, questions, seen_by_colleague, consent_given, completed_on, sent_on, consent_withdrawn, fitness, adjustments,
                    restricted_note) values ('%1$s', 'sent', current_date, 'reason %2$s', 'questions %2$s', true, true, current_date, current_date, false, 'fitness %2$s', 'adjustments %2$s', 'rest %2$s');
                insert into referral_shared select id, 0, 'shared %2$s' from referral;
                insert into performance_case_protected (case_number, factors, note, recorded_on, recorded_by) values ('%1$s', 'present', 'protected %2$s', current_date, 'hr');
                insert into support_item (case_number, adjustment, kind, what, arranged_by, due_on, in_letter, state, promised_on, detail)
                    values ('%1$s', true, 'other', 'apart %2$s', '10004', current_date, false, 'toArrange', current_date, 'detail %2$s'),
                           ('%1$s', true, 'other', 'A quiet room', '10004', current_date, true, 'toArrange', current_date, 'Booked'),
                           ('%1$s', false, 'training', 'Training', '10004', current_date, true, 'toArrange', current_date, null);
                insert into stage1_meeting (case_number, adjustments_reason, held_on, recorded_by, recorded_at, policy_shared_at, starts_at, minutes, place, neutral_place, colleague_view, adjustments,
                    occupational_health) values ('%1$s', 'why %2$s', current_date, 'teamleader', now(), now(), now(), 60, 'Room', true, 'View', 'noneNeeded', 'notNeeded');
                insert into monitoring_review (case_number, occurrence, kind, state, due_on, adjustments_considered) values ('%1$s', 1, 'progress', 'due', current_date, 'considered %2$s');
                insert into form_draft (place, user_id, body, saved_at) values ('17', 'teamleader', '{"note": "draft %2$s"}', now());
                insert into document_content values ('%3$s', 'document %2$s'::bytea), ('%4$s', 'An outcome letter'::bytea);
                insert into document (business_key, kind, title, file_name, media_type, sha256, issued_at) values
                    ('%1$s', 'occupationalHealthReferral', 'Referral', 'r.pdf', 'application/pdf', '%3$s', now()),
                    ('%1$s', 'outcomeLetter', 'Letter', 'l.pdf', 'application/pdf', '%4$s', now());
                """.formatted(CASE, MARK, SHA, "b".repeat(64));
        jdbc.execute(plain);
    }

    @Test
    void everyPlainTextIsSealedOnceWithSeveralNodesAtOnce_S1D07() {
        List<CompletableFuture<Integer>> nodes = Stream.generate(() -> CompletableFuture.supplyAsync(() -> flyway("latest").migrate().migrationsExecuted)).limit(3).toList();
        int done = nodes.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(jdbc.queryForList("select version from fairway_schema_history where success and version::int > 10", String.class)).as("each migration once")
                .doesNotHaveDuplicates().hasSize(done).contains("16");

        assertThat(opened(SealedColumn.HEALTH_NOTE)).containsExactlyInAnyOrder("note " + MARK, "why " + MARK);
        Map.of(SealedColumn.REFERRAL_REASON, "reason ", SealedColumn.REFERRAL_QUESTIONS, "questions ", SealedColumn.REFERRAL_FITNESS, "fitness ", SealedColumn.REFERRAL_ADJUSTMENTS, "adjustments ",
                SealedColumn.REFERRAL_RESTRICTED_NOTE, "rest ", SealedColumn.REFERRAL_SHARED, "shared ", SealedColumn.PROTECTED_NOTE, "protected ", SealedColumn.ADJUSTMENT, "apart ",
                SealedColumn.ADJUSTMENT_DETAIL, "detail ", SealedColumn.DOCUMENT, "document ").forEach((column, text) -> assertThat(opened(column)).as(column.label()).containsExactly(text + MARK));
        assertThat(jdbc.queryForList("select name from sealing_key", String.class)).as("each case and document has its own key").containsExactlyInAnyOrder(CASE, SHA);
        assertThat(opened(SealedColumn.ADJUSTMENTS_CONSIDERED)).containsExactly("considered " + MARK);
        assertThat(opened(SealedColumn.PROTECTED_FACTORS)).containsExactly("present");
        assertThat(opened(SealedColumn.DRAFT)).containsExactly("{\"note\": \"draft " + MARK + "\"}");
        assertThat(jdbc.queryForList("select what from support_item where in_letter order by id", String.class)).as("what letters name").containsExactly("A quiet room", "Training");
        assertThat(jdbc.queryForObject("select convert_from(content, 'UTF8') from document_content where content is not null", String.class)).isEqualTo("An outcome letter");
    }

    @Test
    void nothingReadableStaysInTheFilesOfTheDatabase_S1D07() {
        jdbc.execute("checkpoint");
        assertThat(filesWith(MARK)).as("before").contains("health_note", "referral", "support_item", "form_draft", "document_content");
        flyway("latest").migrate();
        jdbc.execute("checkpoint");
        assertThat(filesWith(MARK)).isEmpty();
    }

    @Test
    void theDatabaseItselfHoldsTheRules_S1D07() {
        flyway("latest").migrate();
        assertThatThrownBy(() -> jdbc.update("update document_content set content = 'x', sealed_content = null where sha256 = ?", SHA)).hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.update("update support_item set what = 'plain' where sealed_what is not null")).hasMessageContaining("support_item_sealed");
    }

    @Test
    void theListOfSealedColumnsIsComplete_S1D07() {
        flyway("latest").migrate();
        List<String> columns = new ArrayList<>(Stream.of(SealedColumn.values()).map(column -> column.table() + "." + column.column()).toList());
        columns.addAll(List.of("document_content.content", "staff_import.content", "audit_seal.hash"));
        assertThat(jdbc.queryForList("select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and data_type = 'bytea'", String.class))
                .as("columns of bytes").containsExactlyInAnyOrderElementsOf(columns);
    }

    /** Wrong keys are recognised before anything is sealed with them. */
    @Test
    void otherKeysThanThoseOfTheDatabaseAreRefusedAtTheStart_S1D07() {
        flyway("latest").migrate();
        start(TestKeyset.file());
        start(TestKeyset.file());
        assertThatThrownBy(() -> start(TestKeyset.create())).isInstanceOf(KeysetRefused.class).hasMessageContaining("the texts of this database are sealed with key");
    }

    private void start(Path keyset) {
        KeysetSettings settings = new KeysetSettings(keyset.toString(), null);
        new KeysOfThisDatabase(jdbc, new Seal(new Keyring(settings)), settings).afterSingletonsInstantiated();
    }

    private List<String> opened(SealedColumn column) {
        return jdbc.query("select " + column.row() + ", " + column.column() + " from " + column.table() + " where " + column.column() + " is not null",
                (row, n) -> new String(seal.openBytes(column, row.getString(1), row.getBytes(2)), StandardCharsets.UTF_8));
    }

    /** Tables whose file holds the word, rows that are gone included. */
    private List<String> filesWith(String word) {
        return jdbc.query("select relname from pg_class where relkind in ('r', 't') and relfilenode <> 0 and oid >= 16384 "
                + "and position(?::bytea in pg_read_binary_file(pg_relation_filepath(oid))) > 0", new SingleColumnRowMapper<>(String.class), word);
    }

    private Flyway flyway(String target) {
        return Flyway.configure().dataSource(source).locations("classpath:db/migration").table("fairway_schema_history").baselineOnMigrate(true).baselineVersion("0")
                .javaMigrations(new SealingOfPlainTexts(seal), new KeysOfTheirOwn(seal)).target(target).load();
    }
}
