package fairway.correspondence;

import jakarta.validation.constraints.NotNull;

/** What operations did about a message that could not be sent. */
record ResolveDelivery(@NotNull(message = "Say what you did.") Action action) {

    enum Action { sendAgain, printed }
}
