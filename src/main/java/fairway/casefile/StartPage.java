package fairway.casefile;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive: the ways to their tasks, their cases and what else their role opens. */
@Controller
class StartPage {

    @GetMapping("/")
    String start() {
        return "home";
    }
}
