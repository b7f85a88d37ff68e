package fairway.correspondence;

import java.security.Principal;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fairway.form.Refusal;
import fairway.form.RefusedField;
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
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The colleague's own page of a letter (S1A-02), for whoever {@link PersonalDoor} lets in. */
@Controller
@RequestMapping("/my/{token}")
class ColleaguePages {

    private final ReceiptPages letters;
    private final OtherDates otherDates;
    private final Letters pdfs;
    private final LetterWording words;
    private final SubmissionReader reader;

    ColleaguePages(ReceiptPages letters, OtherDates otherDates, Letters pdfs, LetterWording words, SubmissionReader reader) {
        this.letters = letters;
        this.otherDates = otherDates;
        this.pdfs = pdfs;
        this.words = words;
        this.reader = reader;
    }

    @GetMapping
    String page(@RequestAttribute(PersonalLink.ATTRIBUTE) PersonalLink link, @RequestParam(name = "done", defaultValue = "") String done, Principal user, Model page) {
        page.addAttribute("byCode", user == null);
        String token = link.token();
        page.addAttribute("meeting", otherDates.meeting(link.key()).orElse(null));
        page.addAttribute("proposed", otherDates.waiting(link.key()).orElse(null));
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

    @GetMapping("/policy")
    ResponseEntity<byte[]> policy() {
        return DocumentPages.download(pdfs.policy());
    }

    @PostMapping(path = "/receipt", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String receipt(@PathVariable("token") String token) {
        if (!letters.confirmReceipt(token)) {
            throw noSuchPage();
        }
        return "redirect:/my/" + token + "?done=receipt";
    }

    @PostMapping(path = "/comments", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String comment(@RequestAttribute(PersonalLink.ATTRIBUTE) PersonalLink link, @RequestParam(name = "text", defaultValue = "") String text, Principal user, Model page,
                   HttpServletResponse response) {
        try {
            letters.comment(link.token(), reader.read(JsonNodeFactory.instance.objectNode().put("text", text), Comments.class).text()).orElseThrow(ColleaguePages::noSuchPage);
            return "redirect:/my/" + link.token() + "?done=comments";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("refused", refusal.fields().get(0).message());
            page.addAttribute("typed", text);
            return page(link, "", user, page);
        }
    }

    @PostMapping(path = "/other-date", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String otherDate(@RequestAttribute(PersonalLink.ATTRIBUTE) PersonalLink link, @RequestParam(name = "day", defaultValue = "") String day,
                     @RequestParam(name = "time", defaultValue = "") String time, @RequestParam(name = "reason", defaultValue = "") String reason,
                     Principal user, Model page, HttpServletResponse response) {
        try {
            ObjectNode proposal = JsonNodeFactory.instance.objectNode().put("reason", reason);
            if (!day.isBlank() || !time.isBlank()) {
                proposal.put("start", day.strip() + "T" + time.strip());
            }
            otherDates.propose(link, reader.read(proposal, ProposeOtherDate.class));
            return "redirect:/my/" + link.token() + "?done=otherDate";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("dateErrors", refusal.fields().stream().collect(Collectors.toMap(RefusedField::field, RefusedField::message, (one, other) -> one, TreeMap::new)));
            page.addAttribute("day", day);
            page.addAttribute("time", time);
            page.addAttribute("reason", reason);
            return page(link, "", user, page);
        }
    }

    static ResponseStatusException noSuchPage() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
