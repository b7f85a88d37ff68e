package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fairway.correspondence.Deliveries;
import fairway.correspondence.ReceiptPages;
import fairway.correspondence.Sent;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** The colleague gave comments or corrections on paper: manager or HR record them, also once the case has ended, as if they stood on the colleague's own page (S1A-02). */
@Component
class RecordColleagueCommentsForm implements CaseActionForm<RecordColleagueCommentsForm.RecordColleagueComments> {

    /** Keys of the form. */
    record RecordColleagueComments(
            @NotNull(message = "Choose the letter that the comments are about.") Long letter,
            @NotNull(message = "Enter the day on which the colleague gave them.") LocalDate givenOn,
            @NotBlank(message = "Write down the colleague’s comments, word for word.") String words) {
    }

    private final Deliveries deliveries;
    private final ReceiptPages letters;
    private final CaseActors actors;
    private final Chronology chronology;
    private final Clock clock;

    RecordColleagueCommentsForm(Deliveries deliveries, ReceiptPages letters, CaseActors actors, Chronology chronology, Clock clock) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.actors = actors;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "recordColleagueComments";
    }

    @Override
    public String label() {
        return "Record the colleague’s comments";
    }

    @Override
    public Class<RecordColleagueComments> type() {
        return RecordColleagueComments.class;
    }

    @Override
    public boolean offered(Step step) {
        return actors.isEither(step) && !sent(step).isEmpty();
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Map<String, Object> known = new LinkedHashMap<>();
        sent(step).stream().filter(letter -> String.valueOf(letter.id()).equals(step.subject())).findFirst().ifPresent(letter -> known.put("letter", String.valueOf(letter.id())));
        known.put("givenOn", LocalDate.now(clock).toString());
        return known;
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        return Map.of("letter", sent(step).stream().map(letter -> new Option(String.valueOf(letter.id()), letter.label() + " of " + InWords.of(letter.sentAt().toLocalDate()))).toList());
    }

    /** Letters of the case that have reached the colleague, newest first. */
    private List<Sent> sent(Step step) {
        return deliveries.of(step.businessKey()).stream().filter(letter -> letter.isLetterOfACase() && letter.sentAt() != null).toList();
    }

    @Override
    public Answer complete(Step step, RecordColleagueComments form) {
        actors.requireEither(step);
        Sent letter = sent(step).stream().filter(sent -> sent.id() == form.letter()).findFirst().orElse(null);
        Refusals refusals = new Refusals();
        refusals.when(letter == null, "letter", "notALetter", "S1A-02", "Choose a letter of this case that was sent or handed over.");
        refusals.when(form.givenOn().isAfter(LocalDate.now(clock)), "givenOn", "notInFuture", "S1A-02", "Enter the day on which the colleague gave them: today or earlier.");
        refusals.when(letter != null && form.givenOn().isBefore(letter.sentAt().toLocalDate()), "givenOn", "notBeforeSent", "S1A-02",
                letter == null ? "" : "The letter was sent on " + InWords.of(letter.sentAt().toLocalDate()) + ": comments on it cannot be older.");
        refusals.throwIfAny();
        letters.commentOnPaper(form.letter(), form.words(), form.givenOn(), step.userId());
        chronology.add(step.businessKey(), step.userId(), "The colleague’s comments on paper recorded: " + letter.label(), null);
        return Answer.none();
    }

    @Override
    public Map<String, ?> chosen(RecordColleagueComments form) {
        return Map.of("letter", form.letter());
    }
}
