package fairway.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The anchors of the chain: one line each in the application's log and, where a folder is set, one file each that is never written again. */
@Component
class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    private final Chain chain;
    private final AuditSettings settings;

    Anchors(Chain chain, AuditSettings settings) {
        this.chain = chain;
        this.settings = settings;
    }

    /** Anchors the chain as it is now. Empty while there is no chain. @throws UncheckedIOException when the folder cannot be written; the line stands in the log then */
    Optional<Anchor> make() {
        Optional<Anchor> made = chain.last().map(Anchor::of);
        made.ifPresent(anchor -> {
            LOG.info("{}", anchor.line());
            if (settings.anchorFolder() != null) {
                write(anchor);
            }
        });
        return made;
    }

    private void write(Anchor anchor) {
        Path file = settings.anchorFolder().resolve("anchor-%015d.txt".formatted(anchor.seq()));
        try {
            Files.createDirectories(settings.anchorFolder());
            if (Files.notExists(file)) {
                Files.writeString(file, anchor.line() + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor of the access log cannot be written to " + file, e);
        }
    }

    /** Those of the folder, in the order of the chain. @throws UnreadableAnchor for a file that holds none */
    List<Anchor> kept() {
        if (settings.anchorFolder() == null || Files.notExists(settings.anchorFolder())) {
            return List.of();
        }
        List<Anchor> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(settings.anchorFolder())) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("anchor-[0-9]+\\.txt")).toList()) {
                kept.add(Anchor.in(Files.readString(file, StandardCharsets.UTF_8)).orElseThrow(() -> new UnreadableAnchor(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The anchors in " + settings.anchorFolder() + " cannot be read", e);
        }
        kept.sort(Comparator.comparingLong(Anchor::seq));
        return kept;
    }

    /** A file of the folder is no anchor. */
    static final class UnreadableAnchor extends IllegalStateException {

        private UnreadableAnchor(Path file) {
            super("The file " + file + " holds no anchor. Put back what stood in it, or look for its line in the application's log.");
        }
    }
}
