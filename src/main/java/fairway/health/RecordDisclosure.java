package fairway.health;

import jakarta.validation.constraints.NotBlank;

/** Something about health or disability that was told at any time. */
public record RecordDisclosure(@NotBlank(message = "Say what was disclosed.") String note) {

    /** Without the text. */
    @Override
    public String toString() {
        return "RecordDisclosure[]";
    }
}
