package fairway.form;

import java.util.LinkedHashMap;
import java.util.Map;

import fairway.secrecy.CannotOpen;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal as {@code application/problem+json} (RFC 9457), status 422, the same at every door. */
@RestControllerAdvice(annotations = RestController.class)
public class RefusalProblems {

    @ExceptionHandler
    public ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return ResponseEntity.unprocessableEntity().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body(refusal));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> cannotOpen(CannotOpen failure) {
        return refused(refusal(failure));
    }

    /** What people are told when a restricted text cannot be read. */
    public static Refusal refusal(CannotOpen failure) {
        return new Refusal("", failure.isKeyMissing() ? "keyMissing" : "notWhatWasSealed", "", failure.inWords());
    }

    /** type, title, status, detail and errors (field, rule, clause, message each). */
    public static Map<String, Object> body(Refusal refusal) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", "There is a problem");
        problem.put("status", 422);
        problem.put("detail", refusal.fields().size() == 1 ? refusal.fields().get(0).message()
                : refusal.fields().size() + " things need to be put right. Nothing has been changed.");
        problem.put("errors", refusal.fields());
        return problem;
    }
}
