package fairway.onetoone;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/** An example as a form submits it: what was expected and what happened (PM-07), the cause sought and whether it was raised (PM-11). */
public record ObservedExample(
        @NotNull(message = "Enter the day on which it happened.") LocalDate date,
        @NotNull(message = "Choose what the example is about.") ExampleKind kind,
        String expected, String happened, String cause, boolean raised) {
}
