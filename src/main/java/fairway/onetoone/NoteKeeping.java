package fairway.onetoone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import fairway.form.Refusals;

/** Keeps a note with its examples and its support, and says what stands against them. */
@Component
class NoteKeeping {

    private final NoteRepository notes;
    private final KeptExampleRepository examples;
    private final KeptSupportRepository support;
    private final Clock clock;

    NoteKeeping(NoteRepository notes, KeptExampleRepository examples, KeptSupportRepository support, Clock clock) {
        this.notes = notes;
        this.examples = examples;
        this.support = support;
        this.clock = clock;
    }

    /** Refuses a day in the future for the one-to-one or an example, and an example without what was expected and what happened. */
    void check(LocalDate heldOn, List<ObservedExample> observed, Refusals refusals) {
        LocalDate today = LocalDate.now(clock);
        refusals.when(heldOn != null && heldOn.isAfter(today), "heldOn", "notInFuture", "OTO-10",
                "Enter the day on which it was held, not later than today.");
        for (int i = 0; i < observed.size(); i++) {
            ObservedExample example = observed.get(i);
            String at = "examples[" + i + "].";
            refusals.when(example.date().isAfter(today), at + "date", "notInFuture", "PM-02", "Enter the day on which it happened, not later than today.");
            refusals.when(example.expected() == null, at + "expected", "required", "PM-07", "Say what was expected.");
            refusals.when(example.happened() == null, at + "happened", "required", "PM-07", "Say what happened.");
        }
    }

    Note keep(Note note, List<GivenSupport> given, List<ObservedExample> observed) {
        Note kept = notes.save(note);
        given.forEach(g -> support.save(new KeptSupport(kept, g.kind(), g.what(), g.declined())));
        observed.forEach(o -> examples.save(new KeptExample(kept, o.date(), o.kind(), o.expected(), o.happened(), o.cause(), o.raised())));
        return kept;
    }
}
