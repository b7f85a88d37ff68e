package fairway.process.forms;

import java.util.Map;

import fairway.form.Refusal;
import fairway.form.RefusalProblems;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whoever does the same thing at the same moment as somebody else, and comes second at the engine, is told so as every refusal is: 422. */
@RestControllerAdvice(annotations = RestController.class)
class ChangedMeanwhile {

    static final Refusal REFUSAL = new Refusal("", "changedMeanwhile", "",
            "This was done already, or somebody changed it at the same moment. Nothing of yours was kept: look at it again, then repeat it if it is still needed.");

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(OptimisticLockingException second) {
        return new RefusalProblems().refused(REFUSAL);
    }

    /** Whether that is at the bottom of it. */
    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return true;
            }
        }
        return false;
    }
}
