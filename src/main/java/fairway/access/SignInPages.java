package fairway.access;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import fairway.form.Refusal;
import fairway.form.RefusedField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in page, and the page on which people change their own password. */
@Controller
class SignInPages {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);
    private static final String FORM = "password";

    private final SignIns signIns;
    private final SignInSettings settings;
    private final ProviderLogOut elsewhere;
    private final ObjectProvider<OpenIdProvider> provider;
    private final Clock clock;

    SignInPages(SignIns signIns, SignInSettings settings, ProviderLogOut elsewhere, ObjectProvider<OpenIdProvider> provider, Clock clock) {
        this.signIns = signIns;
        this.settings = settings;
        this.elsewhere = elsewhere;
        this.provider = provider;
        this.clock = clock;
    }

    @GetMapping("/login")
    String login(@RequestParam(name = "error", required = false) String error, @RequestParam(name = "out", required = false) String out,
                 @RequestParam(name = "until", required = false) Long until, Principal signedIn, HttpServletRequest request, HttpServletResponse response, Model model) {
        String place = elsewhere.outstanding(request.getSession(false));
        if (place != null) {
            return "redirect:" + place;
        }
        if (signedIn != null && error == null) {
            return "redirect:/";
        }
        if ("provider".equals(error)) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        model.addAttribute("error", error == null ? null : inWords(error, until));
        model.addAttribute("out", out != null);
        model.addAttribute("way", settings.way());
        return "login";
    }

    /** Before people are sent to the OpenID provider it is asked whether it is there, unless it has just said so: a page of ours says it better than a browser does. */
    @GetMapping("/login/start")
    String start() {
        OpenIdProvider openId = provider.getIfAvailable();
        if (openId == null) {
            return "redirect:/login";
        }
        try {
            openId.mustBeThere();
        } catch (ProviderDown down) {
            LOG.warn("Nobody can sign in: {}", down.getMessage());
            return "redirect:/login?error=provider";
        }
        return "redirect:/oauth2/authorization/" + OpenIdProvider.ID;
    }

    private String inWords(String error, Long until) {
        return switch (error) {
            case "staffList" -> NotOnStaffList.MESSAGE;
            case "stale" -> "This page had been open for too long. Sign in again.";
            case "wait" -> "There were too many wrong attempts with this user name or from this address. " + from(until);
            case "provider" -> "The Trust’s sign-in service does not answer at the moment. Nothing is wrong with your account. Try again in a few minutes; "
                    + "if it goes on, tell the Trust’s IT service desk.";
            case "cancelled" -> "You did not sign in at the Trust’s sign-in service. Try again.";
            default -> Stream.of(NotAdmitted.Reason.values()).filter(reason -> reason.code().equals(error)).map(NotAdmitted.Reason::inWords).findFirst()
                    .orElse("User name or password is wrong. Check both and try again.");
        };
    }

    private String from(Long until) {
        Instant now = clock.instant();
        if (until == null || until <= now.getEpochSecond() || until > now.plus(settings.wrongPasswords().longestWait()).getEpochSecond()) {
            return "You can try again now.";
        }
        return "Try again from " + SignIns.inWords(Instant.ofEpochSecond(until + 1)) + " on, not before: until then the right password is not taken either.";
    }

    @GetMapping("/password")
    String password(@RequestParam(name = "changed", required = false) String changed, Principal user, Model model) {
        onlyWhereFairwayKeepsPasswords();
        return form(user, model, List.of(), changed != null);
    }

    @PostMapping("/password")
    String change(@RequestParam(name = "presentPassword", defaultValue = "") String present, @RequestParam(name = "newPassword", defaultValue = "") String chosen,
                  @RequestParam(name = "repeatedPassword", defaultValue = "") String repeated, Principal user, HttpServletRequest request, Model model) {
        onlyWhereFairwayKeepsPasswords();
        try {
            signIns.changePassword(user.getName(), present, chosen, repeated, request.getRemoteAddr());
        } catch (Refusal refusal) {
            return form(user, model, refusal.fields(), false);
        }
        HttpSession session = request.getSession(false);
        if (session == null) {
            return "redirect:/login?out";
        }
        try {
            request.changeSessionId();
            RolesNow.stamp(session, signIns.stampOf(user.getName()));
        } catch (IllegalStateException overMeanwhile) {
            // another request of the same browser found the password changed first
            return "redirect:/login?out";
        }
        return "redirect:/password?changed";
    }

    private void onlyWhereFairwayKeepsPasswords() {
        if (!settings.isEmbedded()) {
            throw new ErrorResponseException(HttpStatus.NOT_FOUND);
        }
    }

    private String form(Principal user, Model model, List<RefusedField> errors, boolean changed) {
        model.addAttribute("forced", signIns.mustChangePassword(user.getName()));
        model.addAttribute("shortest", settings.shortestPassword());
        model.addAttribute("errors", errors);
        model.addAttribute("changed", changed);
        return FORM;
    }
}
