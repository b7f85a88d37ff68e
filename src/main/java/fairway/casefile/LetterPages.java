package fairway.casefile;

import java.security.Principal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page of a letter: what became of it, its documents, its versions, what the colleague wrote about it, and the way to correct it. */
@Controller
class LetterPages {

    private final CaseFile file;

    LetterPages(CaseFile file) {
        this.file = file;
    }

    @GetMapping("/letters/{id}")
    String letter(@PathVariable("id") long id, Principal user, Model page) {
        page.addAttribute("view", file.letter(user.getName(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "letter";
    }
}
