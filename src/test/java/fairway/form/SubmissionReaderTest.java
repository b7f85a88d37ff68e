package fairway.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {

    private final SubmissionReader reader = new SubmissionReader(Validation.buildDefaultValidatorFactory().getValidator());

    enum Colour { red, green }

    record Row(@NotBlank(message = "Say what.") String what, LocalDate by) {
    }

    record Sample(@NotBlank(message = "Give a name.") String name, LocalDate on, LocalDateTime at, Period every, Colour colour, boolean agreed, Integer minutes,
                  @NotEmpty(message = "Add a row.") @Valid List<Row> rows, List<Long> ids) {
    }

    private static final String GOOD = """
            {"name": "Ŵyn O’Brien", "on": "2028-02-29", "at": "2026-12-21T10:00", "every": "P1M", "colour": "green", "agreed": true, "minutes": 60,
             "rows": [{"what": "one", "by": "2026-12-31"}], "ids": ["7", 8]}""";

    @Test
    void aGoodSubmissionIsReadAsItStands() {
        Sample read = reader.read(GOOD, Sample.class);
        assertThat(read).isEqualTo(new Sample("Ŵyn O’Brien", LocalDate.of(2028, 2, 29), LocalDateTime.of(2026, 12, 21, 10, 0), Period.ofMonths(1), Colour.green,
                true, 60, List.of(new Row("one", LocalDate.of(2026, 12, 31))), List.of(7L, 8L)));
    }

    @Test
    void whatAViewerSendsForEmptyFieldsCountsAsNotGiven() {
        Sample read = reader.read("{\"name\": \"a\", \"on\": \"\", \"at\": null, \"colour\": \"\", \"rows\": [{\"what\": \"x\"}]}", Sample.class);
        assertThat(read.on()).isNull();
        assertThat(read.colour()).isNull();
        assertThat(read.agreed()).isFalse();
        assertThat(read.ids()).isEmpty();
    }

    record Shared(@NotBlank(message = "Say what.") String what) {
    }

    record Sharing(List<@Valid Shared> shared) {
    }

    @Test
    void rowsOfASingleKeyAreTakenAsPlainValuesToo() {
        Sharing read = reader.read("{\"shared\": [{\"what\": \"one\"}, \"two\"]}", Sharing.class);
        assertThat(read.shared()).containsExactly(new Shared("one"), new Shared("two"));
    }

    @Test
    void everyWrongValueIsNamedByItsPath() {
        assertThat(refused("{\"name\": 1, \"on\": \"2026-02-29\", \"at\": \"x\", \"every\": \"weekly\", \"colour\": \"blue\", \"agreed\": \"yes\", \"minutes\": 1.5,"
                + " \"rows\": [{\"what\": \"x\", \"surprise\": 1}, 3], \"ids\": [\"x\"], \"extra\": {}}"))
                .containsExactlyInAnyOrder("name:kind", "on:date", "at:date", "every:period", "colour:choice", "agreed:kind", "minutes:kind",
                        "rows[0].surprise:unknownKey", "rows[1]:kind", "ids[0]:kind", "extra:unknownKey");
    }

    @Test
    void constraintsOfTheRecordAreNamedByTheirPath() {
        assertThat(refused("{\"rows\": [{\"what\": \"  \"}]}")).containsExactlyInAnyOrder("name:required", "rows[0].what:required");
        assertThat(refused("{\"name\": \"a\"}")).containsExactly("rows:required");
    }

    @Test
    void aTextOfTenThousandCharactersIsTakenAndOneMoreIsNot() {
        assertThat(reader.read("{\"name\": \"" + "x".repeat(10_000) + "\", \"rows\": [{\"what\": \"x\"}]}", Sample.class).name()).hasSize(10_000);
        assertThat(refused("{\"name\": \"" + "x".repeat(10_001) + "\", \"rows\": [{\"what\": \"x\"}]}")).containsExactly("name:tooLong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\u001b[31m", "\\u0085", "\\ud800"})
    void controlCharactersAreRefused(String escaped) {
        assertThat(refused("{\"name\": \"a" + escaped + "b\", \"rows\": [{\"what\": \"x\"}]}")).containsExactly("name:controlCharacter");
    }

    @Test
    void wordsOwnMarksBecomeWhatTheyStandFor() {
        assertThat(reader.read("{\"name\": \"one\\u000btwo\\fthree\\u001efour\\u001ffive\", \"rows\": [{\"what\": \"x\"}]}", Sample.class).name())
                .isEqualTo("one\ntwo\nthree\u2011four\u00adfive");
    }

    @Test
    void linesAndTabsAreText() {
        assertThat(reader.read("{\"name\": \"a\\r\\nb\\tc\", \"rows\": [{\"what\": \"x\"}]}", Sample.class).name()).isEqualTo("a\nb\tc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "3", "null", "{", "{} {}", "{\"name\": \"a\", \"name\": \"b\"}", "not json"})
    void whatIsNoJsonObjectIsRefused(String submission) {
        assertThat(refused(submission)).containsExactly(":json");
    }

    private List<String> refused(String submission) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.read(submission, Sample.class));
        assertThat(refusal).as("refusal of %s", submission).isNotNull();
        return refusal.fields().stream().map(f -> f.field() + ":" + f.rule()).toList();
    }
}
