package fairway.correspondence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fairway.form.Refusal;
import fairway.form.SubmissionReader;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The colleague's own page of a letter (S1A-02), for whoever {@link PersonalDoor} lets in. */
@Controller
@RequestMapping("/my/{token}")
class ColleaguePages {

    private final ReceiptPages letters;
    private final LetterWording words;
    private final SubmissionReader reader;

    ColleaguePages(ReceiptPages letters, LetterWording words, SubmissionReader reader) {
        this.letters = letters;
        this.words = words;
        this.reader = reader;
    }

    @GetMapping
    String page(@PathVariable("token") String token, @RequestParam(name = "done", defaultValue = "") String done, Model page) {
        page.addAttribute("letter", letters.page(token).orElseThrow(ColleaguePages::noSuchPage));
        page.addAttribute("token", token);
        page.addAttribute("done", done);
        page.addAttribute("days", words);
        return "my";
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable("token") String token, @PathVariable("id") long id) {
        return DocumentPages.download(letters.document(token, id).orElseThrow(ColleaguePages::noSuchPage));
    }

    @PostMapping(path = "/receipt", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String receipt(@PathVariable("token") String token) {
        if (!letters.confirmReceipt(token)) {
            throw noSuchPage();
        }
        return "redirect:/my/" + token + "?done=receipt";
    }

    @PostMapping(path = "/comments", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String comment(@PathVariable("token") String token, @RequestParam(name = "text", defaultValue = "") String text, Model page, HttpServletResponse response) {
        try {
            letters.comment(token, reader.read(JsonNodeFactory.instance.objectNode().put("text", text), Comments.class).text()).orElseThrow(ColleaguePages::noSuchPage);
            return "redirect:/my/" + token + "?done=comments";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("refused", refusal.fields().get(0).message());
            page.addAttribute("typed", text);
            return page(token, "", page);
        }
    }

    static ResponseStatusException noSuchPage() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
