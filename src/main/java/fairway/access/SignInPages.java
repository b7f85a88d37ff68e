package fairway.access;

import java.security.Principal;
import java.util.List;

import fairway.form.Refusal;
import fairway.form.RefusedField;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in page, and the page on which people change their own password. */
@Controller
class SignInPages {

    private static final String FORM = "password";

    private final SignIns signIns;
    private final SignInSettings settings;

    SignInPages(SignIns signIns, SignInSettings settings) {
        this.signIns = signIns;
        this.settings = settings;
    }

    @GetMapping("/login")
    String login(@RequestParam(name = "error", required = false) String error, @RequestParam(name = "out", required = false) String out,
                 Principal signedIn, Model model) {
        if (signedIn != null && error == null) {
            return "redirect:/";
        }
        model.addAttribute("error", error == null ? null : switch (error) {
            case "staffList" -> NotOnStaffList.MESSAGE;
            case "stale" -> "This page had been open for too long. Sign in again.";
            default -> "User name or password is wrong, or there were too many attempts in a short time. Check both, wait a minute and try again.";
        });
        model.addAttribute("out", out != null);
        return "login";
    }

    @GetMapping("/password")
    String password(@RequestParam(name = "changed", required = false) String changed, Principal user, Model model) {
        return form(user, model, List.of(), changed != null);
    }

    @PostMapping("/password")
    String change(@RequestParam(name = "presentPassword", defaultValue = "") String present, @RequestParam(name = "newPassword", defaultValue = "") String chosen,
                  @RequestParam(name = "repeatedPassword", defaultValue = "") String repeated, Principal user, HttpServletRequest request, Model model) {
        try {
            signIns.changePassword(user.getName(), present, chosen, repeated);
        } catch (Refusal refusal) {
            return form(user, model, refusal.fields(), false);
        }
        request.changeSessionId();
        RolesNow.stamp(request.getSession(), signIns.stampOf(user.getName()));
        return "redirect:/password?changed";
    }

    private String form(Principal user, Model model, List<RefusedField> errors, boolean changed) {
        model.addAttribute("forced", signIns.mustChangePassword(user.getName()));
        model.addAttribute("shortest", settings.shortestPassword());
        model.addAttribute("errors", errors);
        model.addAttribute("changed", changed);
        return FORM;
    }
}
