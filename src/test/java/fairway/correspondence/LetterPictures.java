package fairway.correspondence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** Makes the README's pictures of the letters' first pages; not part of the checks. */
class LetterPictures {

    private static final Path FOLDER = Path.of("docs", "pictures", "letters");

    @Test
    void ofEveryKind() throws IOException {
        Files.createDirectories(FOLDER);
        Samples samples = Samples.usual();
        for (Letter letter : List.of(samples.oneToOneNote(), samples.policyAndPurpose(), samples.meetingScript(null), samples.outcomeLetter(), samples.improvementPlan(1), samples.reviewNote(false),
                samples.planExtension(), samples.closure(ClosureLetter.Variant.standardMet), samples.referral(), samples.handOverPack())) {
            try (PDDocument pdf = Loader.loadPDF(Samples.letters().pdf(letter))) {
                ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 72), "png", FOLDER.resolve(letter.kind() + ".png").toFile());
            }
        }
    }
}
