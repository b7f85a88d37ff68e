package fairway.correspondence;

import jakarta.validation.constraints.NotBlank;

/** What the colleague writes about a letter. */
record Comments(@NotBlank(message = "Write your comments or corrections first.") String text) {
}
