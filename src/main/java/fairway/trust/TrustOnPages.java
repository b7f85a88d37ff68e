package fairway.trust;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page says whose Fairway it is. */
@ControllerAdvice(annotations = Controller.class)
class TrustOnPages {

    private final TrustSettings trust;

    TrustOnPages(TrustSettings trust) {
        this.trust = trust;
    }

    @ModelAttribute("trustName")
    String trustName() {
        return trust.name();
    }
}
