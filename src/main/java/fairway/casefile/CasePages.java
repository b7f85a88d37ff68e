package fairway.casefile;

import java.security.Principal;

import fairway.access.AccessLog;
import fairway.performancecase.Stage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register of cases, the page of a case, and the page of one of its actions. */
@Controller
@RequestMapping("/cases")
class CasePages {

    private final CaseRegister register;
    private final CaseFile file;
    private final CaseActions actions;
    private final AccessLog log;

    CasePages(CaseRegister register, CaseFile file, CaseActions actions, AccessLog log) {
        this.log = log;
        this.register = register;
        this.file = file;
        this.actions = actions;
    }

    @GetMapping
    String register(@RequestParam(name = "show", defaultValue = "open") String show, @RequestParam(name = "words", defaultValue = "") String words,
                    Principal user, Model page) {
        log.read(AccessLog.Kind.REGISTER, "cases", user.getName());
        page.addAttribute("rows", register.rows(user.getName(), show, words));
        page.addAttribute("stages", Stage.values());
        page.addAttribute("show", show);
        page.addAttribute("words", words);
        page.addAttribute("filtered", !show.equals("open") || !words.isBlank());
        return "cases";
    }

    @GetMapping("/{number}")
    String page(@PathVariable("number") String number, Principal user, Model page) {
        page.addAttribute("file", file.view(user.getName(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "case";
    }

    @GetMapping("/{number}/actions/{action}")
    String action(@PathVariable("number") String number, @PathVariable("action") String action,
                  @RequestParam(name = "about", required = false) Long about, Principal user, Model page) {
        page.addAttribute("title", actions.label(user.getName(), number, action).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addAttribute("caseNumber", number);
        page.addAttribute("home", CaseActions.pageOf(number));
        page.addAttribute("homeLabel", CaseFile.nameOf(number));
        page.addAttribute("action", action);
        page.addAttribute("about", about);
        return "case-action";
    }
}
