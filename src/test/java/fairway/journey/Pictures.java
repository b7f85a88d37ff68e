package fairway.journey;

import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.evidence;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import fairway.process.stage1.Stage1Story;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.Tasklist;
import fairway.support.TestClock;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** Makes the pictures of the README from the running application; not part of the checks. */
class Pictures extends Journey {

    private static final Path FOLDER = Path.of("docs", "pictures");

    @Test
    void ofTheModels() throws IOException {
        Files.createDirectories(FOLDER);
        Page page = as(HR).page().context().browser().newPage(new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(3_000, 1_600));
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            for (Path model : models.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList()) {
                page.setContent("<html><body style='margin:0'><div id='c' style='width:3000px;height:1600px'></div></body></html>");
                page.addScriptTag(new Page.AddScriptTagOptions().setPath(Path.of("bpmn/node_modules/bpmn-js/dist/bpmn-viewer.production.min.js")));
                // as large as it was drawn, so that every word can be read, with a little room around it
                Map<?, ?> size = (Map<?, ?>) page.evaluate("xml => { const v = new BpmnJS({ container: '#c' }); return v.importXML(xml).then(() => { const c = v.get('canvas'), all = c.viewbox().inner;"
                        + " c.viewbox({ x: all.x - 10, y: all.y - 10, width: 3000, height: 1600 }); return { width: all.width + 20, height: all.height + 20 }; }); }",
                        Files.readString(model, StandardCharsets.UTF_8));
                page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(model.getFileName().toString().replace(".bpmn", ".png")))
                        .setClip(0, 0, ((Number) size.get("width")).doubleValue(), ((Number) size.get("height")).doubleValue()));
            }
        }
        page.close();
    }

    @Test
    void ofTheGate() throws IOException {
        Files.createDirectories(FOLDER);
        engine.start("teamleader", "performanceCase", concern(Stage1Story.COLLEAGUE).json());
        Stage1Story story = new Stage1Story(context);
        String number = story.in(() -> story.cases().openCaseOf(Stage1Story.COLLEAGUE).orElseThrow().number());
        engine.complete("selectEvidence", number, evidence(List.of(), List.of(), LocalDate.of(2026, 9, 28), "In the corridor").json());
        Tasklist tasklist = as(TEAM_LEADER);
        tasklist.open("Decide on missing evidence · " + number);
        shoot(tasklist, "gate");
    }

    @Test
    void ofAStage1MeetingAndItsLetter() throws IOException {
        Files.createDirectories(FOLDER);
        Stage1Story story = new Stage1Story(context);
        String number = story.prepared(false);
        TestClock.set(Stage1Story.MEETING_DAY.atTime(12, 0));
        Tasklist tasklist = as(TEAM_LEADER);
        Tasklist.Fields form = tasklist.open("Record the Stage 1 meeting · " + number);
        form.choose("Did the meeting take place?", "Yes, it was held");
        shoot(tasklist, "tasklist");
        tasklist.completeRefused();
        shoot(tasklist, "refusal");

        engine.complete("recordStage1Meeting", number, story.record()
                .with("support", List.of(Submissions.supportItem("Half-day refresher on the medication round", Stage1Story.MANAGER, Stage1Story.MEETING_DAY.plusDays(21)))).json());
        engine.complete("agreeImprovementPlan", number, story.plan().json());
        engine.runDue();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        byte[] letter = MailBox.received().stream().filter(mail -> mail.attachments().size() >= 3).findFirst().orElseThrow().attachments().get(0).content();
        try (PDDocument pdf = Loader.loadPDF(letter)) {
            BufferedImage first = new PDFRenderer(pdf).renderImageWithDPI(0, 90);
            ImageIO.write(first, "png", FOLDER.resolve("letter.png").toFile());
        }
        Tasklist hr = as(HR);
        hr.page().navigate(doors.base() + "/cases/" + number);
        hr.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("case.png")));
    }

    private static void shoot(Tasklist tasklist, String name) {
        tasklist.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
