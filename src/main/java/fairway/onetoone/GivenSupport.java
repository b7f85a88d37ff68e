package fairway.onetoone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** Support given or offered, as a form submits it (OTO-07). */
public record GivenSupport(
        @NotNull(message = "Choose the kind of support.") SupportKind kind,
        @NotBlank(message = "Say what the support was.") String what,
        boolean declined) {
}
