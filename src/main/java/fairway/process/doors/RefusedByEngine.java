package fairway.process.doors;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fairway.form.RefusedField;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;

/** What the engine refuses for want of a right, as problem details like every other refusal; found by Jersey through {@code META-INF/services}. */
public class RefusedByEngine implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(NotYours.class, 1);
        context.register(OfTheRequest.class, 1);
        context.register(InOwnWords.class);
        return true;
    }

    /**
     * What the engine takes for a fault of its own, though the request alone is at fault: a check of its own that fails, and what the database
     * does not take (a name that is there already). 400 instead of 500; faults of the server stay what they are.
     */
    @Priority(1)
    public static class OfTheRequest implements ExceptionMapper<ProcessEngineException> {

        /** Data that the database cannot read, e.g. a pattern that ends with its escape character, and data that break a constraint. */
        private static final Set<String> DATA_OR_CONSTRAINT = Set.of("22", "23");

        @Override
        public Response toResponse(ProcessEngineException failure) {
            Response answer = ExceptionHandlerHelper.getInstance().getResponse(failure);
            boolean ofTheRequest = answer.getStatus() == 500 && (failure.getCause() == null || isOfTheData(failure));
            return ofTheRequest ? Response.status(Response.Status.BAD_REQUEST).type(MediaType.APPLICATION_JSON).entity(answer.getEntity()).build() : answer;
        }

        private static boolean isOfTheData(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
                if (cause instanceof SQLException refused && refused.getSQLState() != null && refused.getSQLState().length() > 2
                        && DATA_OR_CONSTRAINT.contains(refused.getSQLState().substring(0, 2))) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * What the engine, or its reader of JSON, says of a bad request names classes and what was found in tables: people and programs are told what they can put right,
     * and no more. (The engine's own words stand in the log.)
     */
    @Provider
    public static class InOwnWords implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getStatus() < 400 || !(response.getEntity() instanceof ExceptionDto || response.getEntity() instanceof String)) {
                return;
            }
            int status = response.getStatus();
            String message = inWords(status);
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "about:blank");
            problem.put("title", response.getStatusInfo().getReasonPhrase());
            problem.put("status", status);
            problem.put("detail", message);
            // where the web applications look for it
            problem.put("message", message);
            problem.put("errors", List.of(new RefusedField("", status == 404 ? "notThere" : "request", "", message)));
            response.setEntity(problem, null, MediaType.valueOf("application/problem+json"));
        }

        private static String inWords(int status) {
            return switch (status) {
                case 400 -> "Part of this request is not one that is taken here, or does not fit the rest. Nothing was changed.";
                case 401, 403 -> "This is not open to you.";
                case 404 -> "There is nothing here, or it is not yours.";
                case 415 -> "Send JSON, with Content-Type application/json.";
                default -> status < 500 ? "This request is not taken here. Nothing was changed." : "Something went wrong, and nothing was changed. Try again; if it stays so, tell operations.";
            };
        }
    }

    /** 403, without saying which right of the engine would be needed. */
    @Priority(1)
    public static class NotYours implements ExceptionMapper<AuthorizationException> {

        @Override
        public Response toResponse(AuthorizationException refused) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "about:blank");
            problem.put("title", "Forbidden");
            problem.put("status", 403);
            problem.put("detail", "This is not yours.");
            problem.put("errors", List.of(new RefusedField("", "notYours", "", "This is not yours.")));
            return Response.status(Response.Status.FORBIDDEN).type("application/problem+json").entity(problem).build();
        }
    }
}
