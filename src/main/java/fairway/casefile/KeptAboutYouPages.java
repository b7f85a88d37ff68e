package fairway.casefile;

import fairway.correspondence.PersonalLink;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The page on which a colleague sees what is kept about them, behind the same door as their letter. */
@Controller
class KeptAboutYouPages {

    private final KeptAboutYou kept;

    KeptAboutYouPages(KeptAboutYou kept) {
        this.kept = kept;
    }

    @GetMapping("/my/{token}/kept")
    String kept(@RequestAttribute(PersonalLink.ATTRIBUTE) PersonalLink link, Model page) {
        page.addAttribute("token", link.token());
        page.addAttribute("parts", kept.of(link));
        return "my-kept";
    }
}
