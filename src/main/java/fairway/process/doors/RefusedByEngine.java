package fairway.process.doors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fairway.form.RefusedField;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.AuthorizationException;

/** What the engine refuses for want of a right, as problem details like every other refusal; found by Jersey through {@code META-INF/services}. */
public class RefusedByEngine implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(NotYours.class, 1);
        return true;
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
