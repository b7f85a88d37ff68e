package fairway.process.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files in {@code bpmn/}, as they lie in the checkout. */
final class Models {

    static final Path FOLDER = Path.of("bpmn");

    private Models() {
    }

    static List<Path> files() {
        return Stream.concat(processes().stream(), decisions().stream()).toList();
    }

    static List<Path> processes() {
        return ending(".bpmn");
    }

    static List<Path> decisions() {
        return ending(".dmn");
    }

    static InputStream open(Path file) {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> ending(String suffix) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
