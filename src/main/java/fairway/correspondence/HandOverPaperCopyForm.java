package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** The manager hands over a copy on paper where mail did not reach, or its receipt was not confirmed (S1A-02). */
@Component
class HandOverPaperCopyForm implements TaskForm<HandOverPaperCopy> {

    private final Deliveries deliveries;
    private final Sending sending;
    private final ReceiptPages letters;
    private final Clock clock;

    HandOverPaperCopyForm(Deliveries deliveries, Sending sending, ReceiptPages letters, Clock clock) {
        this.deliveries = deliveries;
        this.sending = sending;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "handOverPaperCopy";
    }

    @Override
    public Class<HandOverPaperCopy> type() {
        return HandOverPaperCopy.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Sent delivery = deliveries.find(step.subjectId()).orElseThrow();
        Map<String, Object> known = new HashMap<>();
        known.put("_context", delivery.label() + " for " + delivery.to() + ".");
        if (delivery.kind().equals(Kinds.REFERRAL_STOP)) {
            known.put("_context", delivery.label() + " for " + delivery.to() + ". Nothing is printed: tell them, and record how. It says: " + sending.words(step.subjectId()).strip());
        }
        if (!delivery.documents().isEmpty()) {
            known.put("_documents", delivery.documents().stream().map(d -> Map.of("link", d.link(), "title", d.title())).toList());
        }
        if (delivery.isLetterOfACase()) {
            known.put("_letter", true);
        }
        known.put("handedOverOn", LocalDate.now(clock).toString());
        return known;
    }

    @Override
    public Answer complete(Step step, HandOverPaperCopy form) {
        LocalDate written = sending.writtenOn(step.subjectId());
        new Refusals()
                .when(form.handedOverOn().isAfter(LocalDate.now(clock)), "handedOverOn", "notInFuture", "",
                        "Enter the day on which you handed it over: today or earlier.")
                .when(form.handedOverOn().isBefore(written), "handedOverOn", "notBeforeWritten", "",
                        "The letter was written on " + InWords.of(written) + ": it cannot have been handed over before.")
                .when(form.colleagueWords() != null && !deliveries.find(step.subjectId()).orElseThrow().isLetterOfACase(), "colleagueWords", "notALetter", "S1A-02",
                        "This is no letter of a case to the colleague: remove the comments.")
                .throwIfAny();
        sending.handedOver(step.subjectId(), form.handedOverOn(), form.how());
        if (form.colleagueWords() != null) {
            letters.commentOnPaper(step.subjectId(), form.colleagueWords(), form.handedOverOn(), step.userId());
        }
        return Answer.none();
    }
}
