package fairway.process.forms;

import fairway.form.Refusal;
import fairway.form.RefusalProblems;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Refusals as 422 at the engine's own REST doors, which answer 500 by themselves. Found by Jersey through {@code META-INF/services}. */
public class RefusalFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(RefusalMapper.class, 1);
        context.register(WrappedMapper.class, 1);
        return true;
    }

    static Response problem(Refusal refusal) {
        return Response.status(422).type("application/problem+json").entity(RefusalProblems.body(refusal)).build();
    }

    /** A refusal as a start listener throws it. */
    @Priority(1)
    public static class RefusalMapper implements ExceptionMapper<Refusal> {
        @Override
        public Response toResponse(Refusal refusal) {
            return problem(refusal);
        }
    }

    /** A refusal inside what the engine's REST makes of a failing command. */
    @Priority(1)
    public static class WrappedMapper implements ExceptionMapper<RestException> {
        @Override
        public Response toResponse(RestException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return problem(refusal);
                }
            }
            return ExceptionHandlerHelper.getInstance().getResponse(failure);
        }
    }
}
