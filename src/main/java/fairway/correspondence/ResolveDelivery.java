package fairway.correspondence;

import jakarta.validation.constraints.NotNull;

/** How it goes on with a message that could not be sent, as operations decide. */
record ResolveDelivery(@NotNull(message = "Choose how it goes on.") Action action) {

    enum Action { sendAgain, printed, notNeeded }
}
