package fairway.process.doors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * The last guard, inside the engine's REST applications themselves, for the day on which an address finds a way around the doors: no
 * resource answers without an engine authentication, and the one that makes administrators without a sign-in (CVE-2026-77226) does not
 * answer at all. Found by Jersey through {@code META-INF/services}.
 */
public class EngineRestGuard implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        context.register(SetupResource.class.isAssignableFrom(resource.getResourceClass()) ? new Closed() : new SignedInOnly(), 1);
    }

    private static final class Closed implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.abortWith(Response.status(Response.Status.NOT_FOUND).build());
        }
    }

    private static final class SignedInOnly implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            ProcessEngine engine = ProcessEngines.getDefaultProcessEngine(false);
            Authentication user = engine == null ? null : engine.getIdentityService().getCurrentAuthentication();
            if (user == null || user.getUserId() == null) {
                request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
            }
        }
    }
}
