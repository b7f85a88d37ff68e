package fairway.process.forms;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who works on the engine in this request; null when it is the engine itself. */
@Component
class SignedIn {

    private final IdentityService identity;

    SignedIn(IdentityService identity) {
        this.identity = identity;
    }

    String userId() {
        Authentication current = identity.getCurrentAuthentication();
        return current == null ? null : current.getUserId();
    }
}
