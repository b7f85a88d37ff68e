package fairway.correspondence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The pages of the pack that {@code SubjectAccessTest} has made, side by side. */
    @Test
    void ofTheAccessPack() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Path.of("target", "letters", "subject-access.pdf").toFile())) {
            PDFRenderer pages = new PDFRenderer(pdf);
            List<BufferedImage> shown = new ArrayList<>();
            for (int page : List.of(0, 2, 5, pdf.getNumberOfPages() - 1)) {
                shown.add(pages.renderImageWithDPI(page, 60));
            }
            BufferedImage all = new BufferedImage(shown.stream().mapToInt(page -> page.getWidth() + 12).sum(), shown.get(0).getHeight() + 12, BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = all.createGraphics();
            canvas.setColor(Color.LIGHT_GRAY);
            canvas.fillRect(0, 0, all.getWidth(), all.getHeight());
            int x = 6;
            for (BufferedImage page : shown) {
                canvas.drawImage(page, x, 6, null);
                x += page.getWidth() + 12;
            }
            canvas.dispose();
            ImageIO.write(all, "png", FOLDER.resolve("subjectAccessPack.png").toFile());
        }
    }
}
