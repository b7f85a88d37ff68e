package fairway.correspondence;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** When and how a letter was handed over on paper. */
record HandOverPaperCopy(@NotNull(message = "Enter the day on which you handed it over.") LocalDate handedOverOn,
                         @NotBlank(message = "Say how you handed it over, for example “in person”.") String how,
                         String colleagueWords) {
}
