package fairway.stage1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.performancecase.OpenMatters;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was promised at Stage 1 and is open when a case ends: told to HR by kind and day, closed with its state; meetings leave the calendars. */
@Component
@Transactional
class PromisesOfCase implements OpenMatters {

    private final Stage1 stage1;
    private final OutcomeLetterTexts letters;
    private final Deliveries deliveries;
    private final MeetingPreparation meeting;
    private final ReviewCalendar reviews;

    PromisesOfCase(Stage1 stage1, OutcomeLetterTexts letters, Deliveries deliveries, MeetingPreparation meeting, ReviewCalendar reviews) {
        this.stage1 = stage1;
        this.letters = letters;
        this.deliveries = deliveries;
        this.meeting = meeting;
        this.reviews = reviews;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Matter> of(String caseNumber) {
        List<Matter> open = new ArrayList<>();
        for (SupportItem item : stage1.openSupport(caseNumber)) {
            String kind = item.adjustment() ? "An agreed adjustment" : "Promised support (" + item.kind().label().toLowerCase(Locale.UK) + ")";
            open.add(new Matter(kind + ", " + item.state().label() + ", by " + InWords.of(stage1.supportDueOn(item)), null));
        }
        letters.findById(caseNumber).filter(letter -> deliveries.reachedAt(caseNumber, Kinds.OUTCOME_LETTER).isEmpty())
                .ifPresent(letter -> open.add(new Matter("The outcome letter of the Stage 1 meeting has not reached the colleague", null)));
        return open;
    }

    @Override
    public void caseEnds(String caseNumber) {
        stage1.closeSupport(caseNumber);
        meeting.cancel(caseNumber);
        reviews.cancel(caseNumber);
    }
}
