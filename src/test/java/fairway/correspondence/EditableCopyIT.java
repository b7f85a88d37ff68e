package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind as a Word document, opened by a word processor: it reads what the PDF reads, in the same order. */
class EditableCopyIT {

    private static final Map<String, Letter> LETTERS = new LinkedHashMap<>();
    private static final Letters PRESS = Samples.letters();

    @TempDir
    private static Path folder;

    static {
        letters().forEach(letter -> LETTERS.put(String.format("%02d-%s", LETTERS.size(), letter.kind()), letter));
    }

    /** All but the access pack, which goes out as HR reviewed it: what was redacted is looked for in its PDF, and nobody edits it. */
    private static Stream<Letter> letters() {
        return Stream.of(Samples.usual().all().stream(), Samples.sparse().stream(), EveryField.of(HostileTextTest.RUN_ME, 1), EveryField.of("Wolfeschlegel".repeat(15), 2))
                .flatMap(s -> s).filter(letter -> !letter.kind().equals(Kinds.SUBJECT_ACCESS_PACK));
    }

    static Stream<String> names() {
        return LETTERS.keySet().stream();
    }

    @BeforeAll
    static void openAll() throws IOException, InterruptedException {
        List<Path> documents = new ArrayList<>();
        for (Map.Entry<String, Letter> letter : LETTERS.entrySet()) {
            documents.add(Files.write(folder.resolve(letter.getKey() + ".docx"), PRESS.docx(letter.getValue())));
        }
        new LibreOffice(folder).convert("txt:Text (encoded):UTF8", documents);
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsAsThePdfDoes(String name) throws IOException {
        String pdf = ReadingOrder.blocksOf(PRESS.pdf(LETTERS.get(name))).stream()
                .map(block -> withoutLabel(name.contains("handOverPack") && block.tag().equals("LI") ? block.text().replaceAll("\\d+$", "") : block.text()))
                .collect(Collectors.joining());
        String word = Files.readAllLines(folder.resolve(name + ".txt")).stream().map(line -> withoutLabel(line.replaceAll("[\\s\uFEFF]+", ""))).collect(Collectors.joining());
        assertThat(word).isEqualTo(pdf);
    }

    /** Numbers and bullets of lists are the program's own. */
    private static String withoutLabel(String line) {
        return line.replaceAll("^(?:\\d+\\.(?!\\d)|•)", "");
    }
}
