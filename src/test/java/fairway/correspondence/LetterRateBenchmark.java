package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many outcome letters with their plan are set in a second, beside LibreOffice converting the same two as Word documents in the same run: as they are
 * written one by one, which is what holds, and many at once; and whether memory stays flat over 5,000 letters. Run by {@code mvn verify -Pbenchmark}.
 */
class LetterRateBenchmark {

    private static final int LETTERS = 5_000;
    private static final int ONE_BY_ONE = 5;
    private static final int IN_BULK = 40;
    private static final int TIMES_LIBREOFFICE = 15;

    private final Letters letters = Samples.letters();
    private final Samples samples = Samples.usual();

    @TempDir
    private Path folder;

    @Test
    void setsLettersFarFasterThanLibreOfficeAndInFlatMemory() throws IOException, InterruptedException {
        set(300);
        double oneByOne = ONE_BY_ONE / seconds(() -> {
            for (int at = 0; at < ONE_BY_ONE; at++) {
                convert(1);
            }
        });
        double inBulk = IN_BULK / seconds(() -> convert(IN_BULK));
        int first = LETTERS / 5;
        double ours = first / seconds(() -> set(first));
        long early = usedAfterCollection();
        set(LETTERS - first);
        long late = usedAfterCollection();

        System.out.printf("%nOutcome letter with plan, one thread%n  Fairway                          %6.1f a second%n", ours);
        System.out.printf("  LibreOffice, as each is written  %6.2f a second, ratio %.1f%n", oneByOne, ours / oneByOne);
        System.out.printf("  LibreOffice, %d in one run       %6.2f a second, ratio %.1f%n", IN_BULK, inBulk, ours / inBulk);
        System.out.printf("Memory in use after %,d letters %.1f MB, after %,d letters %.1f MB%n%n", first, early / 1e6, LETTERS, late / 1e6);
        assertThat(ours / oneByOne).isGreaterThanOrEqualTo(TIMES_LIBREOFFICE);
        assertThat(late - early).as("bytes more in use").isLessThan(5_000_000);
    }

    private void set(int count) {
        for (int at = 0; at < count; at++) {
            assertThat(letters.pdf(samples.outcomeLetter()).length + letters.pdf(samples.improvementPlan(1)).length).isGreaterThan(20_000);
        }
    }

    private void convert(int count) throws IOException, InterruptedException {
        List<Path> documents = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            documents.add(Files.write(folder.resolve("letter-" + at + ".docx"), letters.docx(samples.outcomeLetter())));
            documents.add(Files.write(folder.resolve("plan-" + at + ".docx"), letters.docx(samples.improvementPlan(1))));
        }
        new LibreOffice(folder).convert("pdf", documents);
        assertThat(folder.resolve("plan-" + (count - 1) + ".pdf")).isNotEmptyFile();
    }

    private static long usedAfterCollection() {
        for (int at = 0; at < 3; at++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double seconds(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }
}
