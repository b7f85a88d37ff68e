package fairway.process.forms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fairway.form.Refusal;
import fairway.form.RefusalProblems;
import fairway.secrecy.CannotOpen;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Refusals as 422 at the engine's own REST doors, which answer 500 by themselves. Found by Jersey through {@code META-INF/services}. */
public class RefusalFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(RefusalMapper.class, 1);
        context.register(CannotOpenMapper.class, 1);
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

    /** A restricted text that cannot be read, as a start listener throws it. */
    @Priority(1)
    public static class CannotOpenMapper implements ExceptionMapper<CannotOpen> {
        @Override
        public Response toResponse(CannotOpen failure) {
            return problem(RefusalProblems.refusal(failure));
        }
    }

    /**
     * A refusal inside what the engine's REST makes of a failing command; and a step that somebody else completed before or at the same moment,
     * in whatever words of its own the engine says so.
     */
    @Priority(1)
    public static class WrappedMapper implements ExceptionMapper<RestException> {

        private static final Pattern STEP = Pattern.compile("task/([^/]+)/(?:complete|submit-form)$");

        @Context
        private UriInfo address;

        @Override
        public Response toResponse(RestException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return problem(refusal);
                }
                if (cause instanceof CannotOpen sealed) {
                    return problem(RefusalProblems.refusal(sealed));
                }
            }
            return failure.getStatus() == Response.Status.INTERNAL_SERVER_ERROR && isDoneAlready(failure) ? problem(ChangedMeanwhile.REFUSAL)
                    : ExceptionHandlerHelper.getInstance().getResponse(failure);
        }

        private boolean isDoneAlready(RestException failure) {
            Matcher step = STEP.matcher(address.getPath());
            return ChangedMeanwhile.is(failure)
                    || step.find() && ProcessEngines.getDefaultProcessEngine().getTaskService().createTaskQuery().taskId(step.group(1)).count() == 0;
        }
    }
}
