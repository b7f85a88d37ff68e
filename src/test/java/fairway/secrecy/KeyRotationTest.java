package fairway.secrecy;

import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import fairway.access.CommandLine;
import fairway.health.HealthRecords;
import fairway.health.RestrictedNote;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.TestKeyset;
import fairway.support.WebSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys are changed while cases run, and a key that is missing is told in words. */
@FairwayTest
class KeyRotationTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private HealthRecords records;
    @Autowired
    private Resealing resealing;
    @Autowired
    private KeyChanges changes;
    @Autowired
    private Seal seal;
    @Autowired
    private JdbcTemplate jdbc;

    private final Path file = TestKeyset.file();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String before;
    private String both;
    private String number;

    @BeforeEach
    void aCaseWithANoteAndAReferral() throws IOException {
        before = Files.readString(file);
        both = before;
        number = new Stage1Story(context).stage1Chosen(false);
        disclose("before the rotation");
        act("referToOccupationalHealth", "{}");
        engine.complete("completeReferral", number, form().with("reason", "Struggles with early starts").with("questions", "What would help?")
                .with("shared", List.of(row("what", "The rota"))).with("seenByColleague", true).with("consent", "given").json());
        saveDraft("typed before");
    }

    @AfterEach
    void theKeysAsTheyWere() throws IOException {
        Files.writeString(file, both);
        seal.keys();
        Files.writeString(file, before);
        seal.keys();
    }

    @Test
    void keysRotateWhileCasesRun_everythingStillReads_S1D07() throws IOException {
        int former = seal.keys().primary();
        keys("rotate");
        both = Files.readString(file) + "\n";
        int next = seal.keys().primary();
        disclose("after the rotation");
        assertThat(next).isNotEqualTo(former);
        assertThat(resealing.keysInUse()).as("a case has a key of its own, which the former one opens").containsExactly(former);
        everythingReads();

        assertThat(keys("remove-old")).as("a key in use is not taken away").contains("no key that nothing is sealed with");
        assertThat(keys("reencrypt")).contains("sealed anew").contains(Integer.toUnsignedString(next)).doesNotContain(Integer.toUnsignedString(former));
        assertThat(resealing.keysInUse()).containsExactly(next);
        everythingReads();
        assertThat(keys("reencrypt")).startsWith("0 texts");

        assertThat(keys("remove-old")).contains("Taken away: " + Integer.toUnsignedString(former));
        assertThat(seal.keys().ids()).containsExactly(next);
        String user = CommandLine.user();
        assertThat(jdbc.queryForList("select what || ' ' || subject || ' ' || user_id from access_log where what like 'health-keys-%' order by id", String.class)).containsExactly(
                "health-keys-rotate keys " + Integer.toUnsignedString(next) + " " + user, "health-keys-reencrypt keys " + Integer.toUnsignedString(former) + " " + user,
                "health-keys-reencrypt keys " + Integer.toUnsignedString(next) + " " + user, "health-keys-remove-old keys " + Integer.toUnsignedString(former) + " " + user);
        everythingReads();

        engine.runDue();
        assertThat(MailBox.received("occupational.health@provider.example")).as("the referral is sent from its sealed document").hasSize(1);
        engine.complete("recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("adjustments", "A later start").with("fitness", "Fit").json());
        assertThat(records.adjustmentsKeptApart(number, "teamleader").values()).containsExactly("A later start");
    }

    @Test
    void whatIsWrittenWhileEverythingIsSealedAnewStaysReadable_S1D07() throws IOException {
        int former = seal.keys().primary();
        keys("rotate");
        both = Files.readString(file) + "\n";
        CompletableFuture<Integer> sealing = CompletableFuture.supplyAsync(resealing::everything);
        for (int i = 0; i < 10; i++) {
            disclose("note " + i);
            saveDraft("typed " + i);
        }
        assertThat(sealing.join()).isPositive();
        resealing.everything();
        assertThat(resealing.keysInUse()).doesNotContain(former);
        assertThat(records.notesOf(number, "hr2")).hasSize(11).extracting(RestrictedNote::text).contains("before the rotation", "note 0", "note 9");
        assertThat(doors.get("/api/tasks/" + arrangeTask() + "/form", "teamleader").body().at("/draft/data/place").asText()).isEqualTo("typed 9");
    }

    @Test
    void aMissingKeyIsARefusalInWords_S1D07() throws Exception {
        Keyset rotated = Keyset.parse(before.strip()).rotated();
        both = rotated.content();
        Files.writeString(file, both);
        disclose("after the rotation");
        Files.writeString(file, rotated.reducedTo(Set.of()).content() + "\n");

        Doors.Reply page = WebSession.of(doors.base(), "hr2").get("/cases/" + number + "/health");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("This cannot be read now").contains("its key is missing").doesNotContain("before the rotation");
        Doors.Reply draft = doors.get("/api/tasks/" + arrangeTask() + "/form", "teamleader");
        assertThat(draft.status()).isEqualTo(422);
        assertThat(draft.refused()).containsExactly(":keyMissing");
        assertThat(WebSession.of(doors.base(), "teamleader").get("/cases/" + number).status()).as("what needs no key goes on").isEqualTo(200);
        int notes = records.countNotes(number);
        disclose("still taken");
        assertThat(records.countNotes(number)).isEqualTo(notes + 1);

        HealthKeysCommand command = new HealthKeysCommand(new KeysetSettings(file.toString(), null), new PrintStream(said));
        assertThat(command.run("reencrypt", resealing, changes)).isEqualTo(HealthKeysCommand.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Put the missing key back");
    }

    @Test
    void aTextThatIsPutElsewhereIsARefusalInWords_S1D07() {
        jdbc.update("update health_note set note = (select reason from referral limit 1)");
        Doors.Reply page = WebSession.of(doors.base(), "hr2").get("/cases/" + number + "/health");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("it is not what was written there").doesNotContain("early starts");
    }

    private void everythingReads() {
        assertThat(records.notesOf(number, "hr2")).extracting(RestrictedNote::text).containsExactly("before the rotation", "after the rotation");
        assertThat(doors.get("/api/tasks/" + arrangeTask() + "/form", "teamleader").body().at("/draft/data/place").asText()).isEqualTo("typed before");
        String document = jdbc.queryForObject("select id::text from document where kind = 'occupationalHealthReferral' limit 1", String.class);
        assertThat(WebSession.of(doors.base(), "teamleader").get("/documents/" + document).status()).isEqualTo(200);
    }

    private String keys(String what) {
        said.reset();
        assertThat(new HealthKeysCommand(new KeysetSettings(file.toString(), null), new PrintStream(said)).run(what, resealing, changes)).isEqualTo(HealthKeysCommand.DONE);
        return said.toString(StandardCharsets.UTF_8);
    }

    private void disclose(String note) {
        act("recordDisclosure", form().with("note", note).json());
    }

    private void act(String action, String submission) {
        assertThat(doors.post("/api/cases/" + number + "/actions/" + action, "teamleader", submission).status()).isEqualTo(200);
    }

    private void saveDraft(String place) {
        assertThat(doors.send("PUT", "/api/tasks/" + arrangeTask() + "/draft", "teamleader", form().with("place", place).json()).status()).isEqualTo(204);
    }

    private String arrangeTask() {
        return engine.task("arrangeStage1Meeting", number).getId();
    }
}
