package fairway.audit;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The chain of the access log from the command line, {@code java -jar fairway.jar --audit=WHAT} with the settings of the application: {@code verify} goes
 * along it, compares it with the anchors of {@code fairway.audit.anchor-folder} and with those that {@code --audit-anchor=LINE} gives, and names the
 * first broken link; {@code anchor} seals what waits, then writes and prints an anchor. Both can be done while Fairway runs. Exit codes: 0 whole or done; 1 broken, not to
 * be called whole (no anchor in the folder, none written lately, nobody seals), or refused.
 */
public final class AuditCommand {

    static final int WHOLE = 0;
    static final int BROKEN = 1;

    private static final String ASKED = "--audit=";
    private static final String ANCHOR = "--audit-anchor=";
    private static final int SHOWN = 20;

    private final Sealer sealer;
    private final Anchors anchors;
    private final Verification verification;
    private final PrintStream out;

    AuditCommand(Sealer sealer, Anchors anchors, Verification verification, PrintStream out) {
        this.sealer = sealer;
        this.anchors = anchors;
        this.verification = verification;
        this.out = out;
    }

    public static boolean isAskedFor(String[] args) {
        return values(args, ASKED).findAny().isPresent();
    }

    /** Starts the application just for this, on a port that nobody else reaches. @return the exit code */
    public static int run(Class<?> application, String[] args) {
        List<String> settings = new ArrayList<>(Arrays.asList(args));
        settings.addAll(List.of("--server.address=127.0.0.1", "--server.port=0", "--camunda.bpm.job-execution.enabled=false", "--fairway.audit.seal-at=-",
                "--spring.main.banner-mode=off", "--logging.level.root=warn"));
        try (ConfigurableApplicationContext context = SpringApplication.run(application, settings.toArray(String[]::new))) {
            return new AuditCommand(context.getBean(Sealer.class), context.getBean(Anchors.class), context.getBean(Verification.class), System.out).run(args);
        }
    }

    int run(String[] args) {
        String what = values(args, ASKED).findFirst().orElseThrow();
        try {
            return switch (what) {
                case "verify" -> verify(values(args, ANCHOR).toList());
                case "anchor" -> anchor();
                default -> refuse("Say " + ASKED + "verify or " + ASKED + "anchor.");
            };
        } catch (UncheckedIOException | Anchors.UnreadableAnchor e) {
            return refuse(e.getMessage());
        }
    }

    private int verify(List<String> given) {
        List<Anchor> kept = anchors.kept();
        List<Anchor> further = new ArrayList<>();
        for (String line : given) {
            Optional<Anchor> anchor = Anchor.in(line);
            if (anchor.isEmpty()) {
                return refuse("This is no anchor: " + line + ". Give the whole line, as it was written.");
            }
            further.add(anchor.get());
        }
        Verdict verdict = verification.verify(kept, further);
        out.println("The chain has " + verdict.links() + " seals over " + verdict.rows() + " rows; " + verdict.waiting() + " rows wait to be sealed. It was compared with "
                + (verdict.anchors() == 0 ? "no anchor." : verdict.anchors() == 1 ? "1 anchor." : verdict.anchors() + " anchors."));
        printSome("Please note: ", verdict.notes());
        if (!verdict.findings().isEmpty()) {
            printBroken(verdict.findings());
        }
        printSome("", verdict.alarms());
        if (!verdict.isWhole()) {
            out.println(verdict.findings().isEmpty() ? "No link is broken, but that says less than it should: see above." : "The chain is broken: see above.");
            return BROKEN;
        }
        out.println(verdict.anchors() > 0 ? "Every link holds."
                : "Every link holds within the database, and nothing outside of it was compared: if the chain was written anew as a whole, or its end cut off, this cannot see it. "
                + "Set fairway.audit.anchor-folder, or give an anchor from the log by " + ANCHOR + "LINE.");
        return WHOLE;
    }

    private void printBroken(List<Verdict.Finding> findings) {
        out.println("The first broken link:");
        findings.stream().limit(1).forEach(finding -> out.println("  " + finding.inWords() + "."));
        if (findings.size() > 1) {
            out.println("Everything else that was found: " + (findings.size() - 1));
            findings.stream().skip(1).limit(SHOWN).forEach(finding -> out.println("  " + finding.inWords() + "."));
        }
    }

    /** The latest of them. */
    private void printSome(String before, List<String> sentences) {
        int left = Math.max(0, sentences.size() - SHOWN);
        if (left > 0) {
            out.println(before + left + " more of the same, earlier than these.");
        }
        sentences.stream().skip(left).forEach(sentence -> out.println(before + sentence + "."));
    }

    private int anchor() {
        sealer.seal();
        Optional<Anchor> made = anchors.make();
        if (made.isEmpty()) {
            return refuse("Nothing was written to the access log yet.");
        }
        out.println(made.get().line());
        return WHOLE;
    }

    private int refuse(String why) {
        out.println("Nothing was done. " + why);
        return BROKEN;
    }

    private static Stream<String> values(String[] args, String name) {
        return Arrays.stream(args).filter(arg -> arg.startsWith(name)).map(arg -> arg.substring(name.length()));
    }
}
