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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The anchors of the chain: one line each in the application's log and, where a folder is set, one file each that is never written again. */
@Component
class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    private static final Pattern NAME = Pattern.compile("anchor-([0-9]{1,18})\\.txt");
    private static final long ONE_AT_A_TIME = 4_711_300_301L;

    private final Chain chain;
    private final AuditSettings settings;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Anchors(Chain chain, AuditSettings settings, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.chain = chain;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Anchors the chain as it is now, one node at a time, so that each anchor follows one that is there. Empty while there is no chain.
     *
     * @throws UncheckedIOException when the folder cannot be written; the line stands in the log then
     */
    Optional<Anchor> make() {
        return transaction.execute(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", rows -> { }, ONE_AT_A_TIME);
            return chain.last().map(this::make);
        });
    }

    private Anchor make(Link link) {
        if (settings.anchorFolder() == null) {
            Anchor made = Anchor.of(link);
            LOG.info("{}", made.line());
            return made;
        }
        List<Path> files;
        Anchor last;
        try {
            files = files();
            last = files.isEmpty() ? null : Anchor.in(Files.readString(files.get(files.size() - 1), StandardCharsets.UTF_8)).orElse(null);
        } catch (IOException e) {
            LOG.info("{}", Anchor.of(link).line());
            throw unreadable(e);
        }
        if (last != null && last.isOf(link)) {
            LOG.info("{}", last.line());
            return last;
        }
        Anchor made = Anchor.of(link).after(last, (last == null || last.number() == 0 ? files.size() : last.number()) + 1);
        LOG.info("{}", made.line());
        write(made);
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
        if (settings.anchorFolder() == null) {
            return List.of();
        }
        List<Anchor> kept = new ArrayList<>();
        try {
            for (Path file : files()) {
                kept.add(Anchor.in(Files.readString(file, StandardCharsets.UTF_8)).orElseThrow(() -> new UnreadableAnchor(file)));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        kept.sort(Comparator.comparingLong(Anchor::seq));
        return kept;
    }

    /** In the order of the chain, as their names have it. */
    private List<Path> files() throws IOException {
        if (Files.notExists(settings.anchorFolder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.anchorFolder())) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).sorted(Comparator.comparingLong(Anchors::place)).toList();
        }
    }

    private static long place(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The anchors in " + settings.anchorFolder() + " cannot be read", e);
    }

    /** A file of the folder is no anchor. */
    static final class UnreadableAnchor extends IllegalStateException {

        private UnreadableAnchor(Path file) {
            super("The file " + file + " holds no anchor. Put back what stood in it, or look for its line in the application's log.");
        }
    }
}
