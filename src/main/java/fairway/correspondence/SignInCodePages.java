package fairway.correspondence;

import java.util.Optional;

import fairway.staff.Staff;
import fairway.staff.StaffMember;
import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sends the code that opens a personal page to the staff mailbox of its person, and takes it. Nothing is sent because a link was only looked at, as
 * mail filters do; and the answer is the same whether a code went out or not.
 */
@Controller
@RequestMapping(path = "/my/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
class SignInCodePages {

    private final SignInCodes codes;
    private final PersonalDoor door;
    private final Post post;
    private final Staff staff;

    SignInCodePages(SignInCodes codes, PersonalDoor door, Post post, Staff staff) {
        this.codes = codes;
        this.door = door;
        this.post = post;
        this.staff = staff;
    }

    @PostMapping("/code")
    String send(@RequestAttribute(PersonalLink.ATTRIBUTE) PersonalLink link) {
        Optional.ofNullable(link.staffNumber()).flatMap(staff::findCurrent).filter(person -> person.email() != null)
                .ifPresent(person -> codes.make(link).ifPresent(code -> send(person, code)));
        return "redirect:/my/" + link.token() + "?sent";
    }

    private void send(StaffMember person, String code) {
        try {
            post.sendCode(new Recipient(person.staffNumber(), person.fullName(), person.email()), code, SignInCodes.VALID);
        } catch (MessagingException | MailException e) {
            throw new NotYourPage(NotYourPage.Why.codeNotSent);
        }
    }

    @PostMapping("/close")
    String close(@RequestAttribute(PersonalLink.ATTRIBUTE) PersonalLink link, HttpServletRequest request, HttpServletResponse response) {
        door.close(link, request, response);
        return "redirect:/my/" + link.token() + "?closed";
    }

    @PostMapping("/sign-in")
    String signIn(@RequestAttribute(PersonalLink.ATTRIBUTE) PersonalLink link, @RequestParam(name = "code", defaultValue = "") String code,
                  HttpServletRequest request, HttpServletResponse response) {
        String secret = codes.open(link, code.replaceAll("\\s", "")).orElseThrow(() -> new NotYourPage(NotYourPage.Why.wrongCode));
        door.open(link, secret, request, response);
        return "redirect:/my/" + link.token();
    }
}
