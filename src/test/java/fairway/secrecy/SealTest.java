package fairway.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Texts are sealed for one place with keys from outside of the database (S1D-07). */
class SealTest {

    private static final String CASE = "PC-2026-000001";

    @TempDir
    private Path folder;
    private Path file;
    private Seal seal;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> changes = new ArrayList<>();

    @BeforeEach
    void newKeyset() {
        file = folder.resolve("health.json");
        assertThat(keys("create")).isEqualTo(HealthKeysCommand.DONE);
        seal = sealOf(file);
    }

    @Test
    void aSealedTextOpensWhereItBelongsAndShowsItselfNowhere_S1D07() {
        SealedText sealed = seal.seal(SealedColumn.HEALTH_NOTE, CASE, "Told me of a bad back");
        assertThat(seal.open(SealedColumn.HEALTH_NOTE, CASE, sealed)).isEqualTo("Told me of a bad back");
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("bad back");
        assertThat(sealed.toString() + seal.keys()).doesNotContain("bad back").doesNotContain("typeUrl");
        assertThat(seal.seal(SealedColumn.HEALTH_NOTE, CASE, "Told me of a bad back")).as("twice the same text is not twice the same").isNotEqualTo(sealed);
        assertThat(seal.seal(SealedColumn.HEALTH_NOTE, CASE, " ")).isNull();
        assertThat(seal.open(SealedColumn.HEALTH_NOTE, CASE, null)).isNull();
    }

    @Test
    void movedToAnotherCaseOrColumnOrChangedItIsRefused_S1D07() {
        byte[] sealed = seal.seal(SealedColumn.REFERRAL_FITNESS, CASE, "Fit for all duties").bytes();
        assertThatThrownBy(() -> seal.openBytes(SealedColumn.REFERRAL_FITNESS, "PC-2026-000002", sealed)).isInstanceOfSatisfying(CannotOpen.class, failure -> {
            assertThat(failure.isKeyMissing()).isFalse();
            assertThat(failure).hasMessageNotContaining("Fit for");
        });
        assertThatThrownBy(() -> seal.openBytes(SealedColumn.REFERRAL_ADJUSTMENTS, CASE, sealed)).isInstanceOf(CannotOpen.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.openBytes(SealedColumn.REFERRAL_FITNESS, CASE, sealed)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aRotatedKeysetIsReadAtOnce_theFormerKeyStillOpens_S1D07() {
        SealedText before = seal.seal(SealedColumn.HEALTH_NOTE, CASE, "before");
        int former = seal.keys().primary();
        assertThat(keys("rotate")).isEqualTo(HealthKeysCommand.DONE);
        SealedText after = seal.seal(SealedColumn.HEALTH_NOTE, CASE, "after");
        assertThat(Keyset.keyOf(before.bytes())).isEqualTo(former);
        assertThat(Keyset.keyOf(after.bytes())).isEqualTo(seal.keys().primary()).isNotEqualTo(former);
        assertThat(seal.open(SealedColumn.HEALTH_NOTE, CASE, before)).isEqualTo("before");
        assertThat(seal.open(SealedColumn.HEALTH_NOTE, CASE, after)).isEqualTo("after");
    }

    @Test
    void aKeysetThatIsSpoiltOrAnotherDoesNotTakeThePlaceOfTheOneInUse_S1D07() throws IOException {
        SealedText before = seal.seal(SealedColumn.HEALTH_NOTE, CASE, "before");
        Files.writeString(file, "spoilt");
        assertThat(seal.open(SealedColumn.HEALTH_NOTE, CASE, before)).isEqualTo("before");
        Files.writeString(file, Keyset.create().content());
        assertThat(Keyset.keyOf(seal.seal(SealedColumn.HEALTH_NOTE, CASE, "after").bytes())).isEqualTo(Keyset.keyOf(before.bytes()));
    }

    @Test
    void withoutItsKeyATextIsRefusedInWords_S1D07() throws IOException {
        SealedText before = seal.seal(SealedColumn.HEALTH_NOTE, CASE, "before");
        Files.writeString(file, Keyring.read(file).rotated().reducedTo(java.util.Set.of()).content());
        Seal later = sealOf(file);
        assertThatThrownBy(() -> later.open(SealedColumn.HEALTH_NOTE, CASE, before)).isInstanceOfSatisfying(CannotOpen.class, failure -> {
            assertThat(failure.isKeyMissing()).isTrue();
            assertThat(failure.inWords()).contains("its key is missing").contains("put the key back");
        });
    }

    @Test
    void settingsThatCannotBeUsedAreRefusedWithTheReason_S1D07() throws IOException {
        Path spoilt = Files.writeString(folder.resolve("spoilt.json"), "{\"primaryKeyId\": 1}");
        refused(new KeysetSettings(null, " "), "it is missing");
        refused(new KeysetSettings(file.toString(), "{}"), "is set as well");
        refused(new KeysetSettings(folder.resolve("nowhere.json").toString(), null), "there is no file");
        refused(new KeysetSettings(spoilt.toString(), null), "no keyset of Fairway");
        refused(new KeysetSettings(null, "{}"), "no keyset of Fairway");
        FailureAnalysis analysis = new KeysetRefusedAnalysis().analyze(new IllegalStateException(), new KeysetRefused(KeysetSettings.FILE, "it is missing"));
        assertThat(analysis.getDescription()).isEqualTo("Fairway cannot start: the setting fairway.health.keyset cannot be used: it is missing.");
        assertThat(analysis.getAction()).contains("FAIRWAY_HEALTH_KEYSET").contains("--health-keys=create").contains("lost for good");
    }

    private static void refused(KeysetSettings settings, String reason) {
        assertThatThrownBy(() -> new Keyring(settings)).isInstanceOf(KeysetRefused.class).hasMessageContaining(reason);
    }

    @Test
    void theContentMayComeFromTheEnvironment_S1D07() throws IOException {
        String content = Files.readString(file);
        KeysetSettings settings = HealthKeysCommand.settings(new String[]{"--health-keys=rotate"}, Map.of("FAIRWAY_HEALTH_KEYSETCONTENT", content));
        SealedText sealed = new Seal(new Keyring(settings)).seal(SealedColumn.HEALTH_NOTE, CASE, "text");
        assertThat(seal.open(SealedColumn.HEALTH_NOTE, CASE, sealed)).isEqualTo("text");
        assertThat(new HealthKeysCommand(settings, new PrintStream(said)).run("rotate", null, (what, keys) -> changes.add(what + " " + keys))).isEqualTo(HealthKeysCommand.DONE);
        String printed = said.toString(StandardCharsets.UTF_8).lines().reduce((former, last) -> last).orElseThrow();
        Seal rotated = new Seal(new Keyring(new KeysetSettings(null, printed)));
        assertThat(rotated.open(SealedColumn.HEALTH_NOTE, CASE, sealed)).isEqualTo("text");
        assertThat(rotated.keys().ids()).hasSize(2);
        assertThat(changes).as("told before").containsExactly("rotate " + Integer.toUnsignedString(rotated.keys().primary()));
    }

    @Test
    void aKeysetIsForItsOwnerAloneAndNeverOverwritten_S1D07() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        String content = Files.readString(file);
        assertThat(keys("create")).isEqualTo(HealthKeysCommand.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("there is a file").doesNotContain("\"keyData\"");
        assertThat(Files.readString(file)).isEqualTo(content);
        assertThat(keys("destroy")).isEqualTo(HealthKeysCommand.REFUSED);
        assertThat(changes).isEmpty();
    }

    @Test
    void aChangeThatCannotBeRecordedIsNotMade() throws IOException {
        String content = Files.readString(file);
        assertThatThrownBy(() -> new HealthKeysCommand(new KeysetSettings(file.toString(), null), new PrintStream(said)).run("rotate", null, (what, keys) -> {
            throw new IllegalStateException("no database");
        })).hasMessage("no database");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    private int keys(String what) {
        return new HealthKeysCommand(new KeysetSettings(file.toString(), null), new PrintStream(said)).run(what, null, (change, keys) -> changes.add(change + " " + keys));
    }

    private static Seal sealOf(Path file) {
        return new Seal(new Keyring(new KeysetSettings(file.toString(), null)));
    }
}
