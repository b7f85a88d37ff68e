package fairway.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fairway.correspondence.CorrectableLetter;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letter;
import fairway.correspondence.ReviewNote;
import fairway.correspondence.ReviewedTarget;
import org.springframework.stereotype.Component;

/** A correction of the note of a review: what people wrote in it is written anew; how the targets stood stays as it was recorded (S1D-16). */
@Component
class CorrectableReviewNote implements CorrectableLetter {

    private static final String BARRIERS = "barriers";
    private static final String VIEW = "colleagueView";
    private static final String DETRIMENT = "detriment";
    private static final String SEEN = "seen";

    private final MonitoringReviews reviews;
    private final ReviewMail mail;
    private final ReviewSchedule schedule;

    CorrectableReviewNote(MonitoringReviews reviews, ReviewMail mail, ReviewSchedule schedule) {
        this.reviews = reviews;
        this.mail = mail;
        this.schedule = schedule;
    }

    @Override
    public String kind() {
        return Kinds.REVIEW_NOTE;
    }

    @Override
    public List<FreeText> freeTexts(String number, String occurrence) {
        ReviewNote note = note(number, occurrence);
        List<FreeText> texts = new ArrayList<>();
        for (int at = 0; at < note.targets().size(); at++) {
            ReviewedTarget target = note.targets().get(at);
            texts.add(new FreeText(SEEN + (at + 1), "What was seen: " + target.objective(), target.seen(), target.state().equals(TargetState.notMet.label())));
        }
        texts.add(new FreeText(BARRIERS, "What gets in the way", note.barriers(), false));
        if (!note.declinedToComment()) {
            texts.add(new FreeText(VIEW, "The colleague’s view, in their own words", note.colleagueView(), false));
        }
        if (note.detriment() != null) {
            texts.add(new FreeText(DETRIMENT, "What the detriment to the service would be", note.detriment(), true));
        }
        return texts;
    }

    @Override
    public boolean isConfirmedByHr(String number, String occurrence) {
        return false;
    }

    @Override
    public Letter with(String number, String occurrence, Map<String, String> texts) {
        return with(note(number, occurrence), texts);
    }

    /** The note with the texts of a correction in place of those that were recorded. */
    static ReviewNote with(ReviewNote note, Map<String, String> texts) {
        List<ReviewedTarget> targets = new ArrayList<>();
        for (int at = 0; at < note.targets().size(); at++) {
            ReviewedTarget target = note.targets().get(at);
            targets.add(new ReviewedTarget(target.objective(), target.urgent(), target.state(), texts.get(SEEN + (at + 1))));
        }
        return new ReviewNote(note.head(), note.heldOn(), note.finalReview(), note.result(), targets, texts.get(BARRIERS), note.support(), texts.get(VIEW),
                note.declinedToComment(), note.adjustmentsConsidered(), texts.get(DETRIMENT), note.nextReview(), note.planEndsOn());
    }

    private ReviewNote note(String number, String occurrence) {
        MonitoringReview review = reviews.findByCaseNumberOrderByOccurrence(number).stream().filter(r -> ReviewMail.occurrence(r).equals(occurrence)).findFirst().orElseThrow();
        return mail.noteOf(review, schedule.announced(number), schedule.planEnd(number));
    }
}
