package fairway.correspondence;

import java.util.HashMap;
import java.util.Map;

import fairway.trust.TrustSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says why a personal page is not shown and what to do: on a page to people, with problem details to programs. What somebody had typed is given back. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotYourPageAnswer {

    private final TrustSettings trust;

    NotYourPageAnswer(TrustSettings trust) {
        this.trust = trust;
    }

    @ExceptionHandler(NotYourPage.class)
    Object answer(NotYourPage closed, HttpServletRequest request) {
        HttpStatus status = closed.why().status(request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
        if (request.getContentType() != null && request.getContentType().startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatusAndDetail(status, closed.why().inWords()));
        }
        Map<String, Object> shown = new HashMap<>();
        shown.put("why", closed.why().name());
        shown.put("title", title(closed.why()));
        shown.put("refused", closed.why() == NotYourPage.Why.wrongCode || closed.why() == NotYourPage.Why.codeNotSent);
        shown.put("token", ((Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)).get("token"));
        shown.put("sent", request.getParameter("sent") != null);
        shown.put("closed", request.getParameter("closed") != null);
        shown.put("typed", request.getParameter("text"));
        shown.put("hr", trust.hrMail());
        shown.put("minutes", SignInCodes.VALID.toMinutes());
        shown.put("trustName", trust.name());
        return new ModelAndView("my-sign-in", shown, status);
    }

    private static String title(NotYourPage.Why why) {
        return switch (why) {
            case codeNeeded, wrongCode, codeNotSent -> "A letter for you";
            case somebodyElse -> "This page belongs to somebody else";
            case over -> "This link is over";
            case unknown -> "This link does not work";
        };
    }
}
