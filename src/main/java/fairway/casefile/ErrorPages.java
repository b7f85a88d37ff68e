package fairway.casefile;

import java.util.Map;

import fairway.form.RefusalProblems;
import fairway.secrecy.CannotOpen;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** People in a browser read a page when something is not there; programs get problem details as everywhere. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** A restricted text cannot be read: people are told what to do, on a page of its own. */
    @ExceptionHandler(exception = CannotOpen.class, produces = MediaType.TEXT_HTML_VALUE)
    Object cannotOpen(CannotOpen failure, HttpServletRequest request) {
        LOG.warn("A restricted text was not read: {}", failure.getMessage());
        if (request.getServletPath().startsWith("/api/")) {
            return ResponseEntity.unprocessableEntity().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(RefusalProblems.body(RefusalProblems.refusal(failure)));
        }
        return new ModelAndView("error", Map.of("status", HttpStatus.UNPROCESSABLE_ENTITY.value(), "what", failure.inWords()), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @ExceptionHandler(exception = {NoResourceFoundException.class, ErrorResponseException.class, HttpRequestMethodNotSupportedException.class,
            ServletRequestBindingException.class, TypeMismatchException.class}, produces = MediaType.TEXT_HTML_VALUE)
    Object page(Exception failure, HttpServletRequest request) {
        HttpStatusCode status = failure instanceof ErrorResponse answer ? answer.getStatusCode() : HttpStatus.BAD_REQUEST;
        if (request.getServletPath().startsWith("/api/")) {
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(ProblemDetail.forStatus(status));
        }
        // an address that is not one (a letter where a number belongs) is not there either
        int shown = status.value() == HttpStatus.BAD_REQUEST.value() ? HttpStatus.NOT_FOUND.value() : status.value();
        return new ModelAndView("error", Map.of("status", shown), HttpStatus.valueOf(shown));
    }
}
