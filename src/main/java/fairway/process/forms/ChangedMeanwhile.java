package fairway.process.forms;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

import fairway.form.Refusal;
import fairway.form.RefusalProblems;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whoever does the same thing at the same moment as somebody else, and comes second at the engine, is told so as every refusal is: 422. */
@RestControllerAdvice(annotations = RestController.class)
class ChangedMeanwhile {

    static final Refusal REFUSAL = new Refusal("", "changedMeanwhile", "",
            "This was done already, or somebody changed it at the same moment. Nothing of yours was kept: look at it again, then repeat it if it is still needed.");

    /** How the database says it: a key that is there by now, a deadlock, two that cannot be put in an order. */
    private static final Set<String> SECOND = Set.of("23505", "40P01", "40001");
    /** How the engine says it of a process instance that ended while it was being read. */
    private static final String ENDED_MEANWHILE = "list of executions is empty";

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class, DataIntegrityViolationException.class, PersistenceException.class, NullValueException.class})
    ResponseEntity<Map<String, Object>> refused(RuntimeException second) {
        if (!is(second)) {
            throw second;
        }
        return new RefusalProblems().refused(REFUSAL);
    }

    /** Whether that is at the bottom of it. */
    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException || cause instanceof OptimisticLockException
                    || cause instanceof NullValueException gone && String.valueOf(gone.getMessage()).contains(ENDED_MEANWHILE)
                    || cause instanceof SQLException said && SECOND.contains(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
