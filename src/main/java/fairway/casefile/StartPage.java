package fairway.casefile;

import fairway.correspondence.TrustTemplates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive: the ways to their tasks, their cases and what else their role opens. */
@Controller
class StartPage {

    private final TrustTemplates templates;

    StartPage(TrustTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute("refusedTemplates", templates.refused());
        return "home";
    }
}
