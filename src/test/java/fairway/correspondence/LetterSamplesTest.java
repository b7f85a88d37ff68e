package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each template has a version, and samples beside it to be tried with: those that the other tests use. Written anew with {@code -Dsamples.write}. */
class LetterSamplesTest {

    private static final Path FOLDER = Path.of("src/main/resources/letters");
    private static final ObjectWriter JSON = JsonMapper.builder().findAndAddModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build().writerWithDefaultPrettyPrinter();

    static Stream<String> kinds() {
        return Arrays.stream(Letter.class.getPermittedSubclasses()).map(LetterSamples::kindOf);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasATemplateWithAVersionAndSamples(String kind) throws IOException {
        List<Letter> samples = Stream.concat(Samples.usual().all().stream(), Samples.sparse().stream()).filter(l -> l.kind().equals(kind)).toList();
        if (System.getProperty("samples.write") != null) {
            Files.writeString(Files.createDirectories(FOLDER.resolve("samples")).resolve(kind + ".json"), JSON.writeValueAsString(samples).replace(System.lineSeparator(), "\n") + "\n");
        }
        assertThat(samples).hasSizeGreaterThan(1);
        assertThat(LetterSamples.of(kind)).isEqualTo(samples);
        assertThat(LetterTemplateSet.versionOf(Files.readString(FOLDER.resolve(kind + ".html")))).isEqualTo("1.0");
    }
}
