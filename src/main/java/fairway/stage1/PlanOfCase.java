package fairway.stage1;

import java.time.LocalDate;
import java.util.Optional;

import fairway.performancecase.PlanTerm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers a case when its plan ends, and gives it a new end where HR returns to monitoring. */
@Component
@Transactional
class PlanOfCase implements PlanTerm {

    private final Stage1 stage1;
    private final ReviewCalendar reviews;
    private final OutcomeLetters letters;

    PlanOfCase(Stage1 stage1, ReviewCalendar reviews, OutcomeLetters letters) {
        this.stage1 = stage1;
        this.reviews = reviews;
        this.letters = letters;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> endsOn(String caseNumber) {
        return stage1.findPlan(caseNumber).map(plan -> stage1.planEndsOn(caseNumber));
    }

    @Override
    public void returnToMonitoring(String caseNumber, LocalDate endsOn, String reason, String userId) {
        stage1.extendPlan(caseNumber, endsOn, reason, userId);
        reviews.arrange(caseNumber);
        letters.sendRevisedPlan(caseNumber);
    }
}
