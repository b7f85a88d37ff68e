package fairway.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.secrecy.SealedText;
import org.springframework.stereotype.Component;

/** The reviewer holds the final review: standard met, extend, or not met (S1D-14, S1D-16). */
@Component
class FinalReviewForm implements TaskForm<FinalReview> {

    private final Monitoring monitoring;
    private final ReviewRows rows;
    private final Seal seal;

    FinalReviewForm(Monitoring monitoring, ReviewRows rows, Seal seal) {
        this.monitoring = monitoring;
        this.rows = rows;
        this.seal = seal;
    }

    @Override
    public String id() {
        return "finalReview";
    }

    @Override
    public Class<FinalReview> type() {
        return FinalReview.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Map<String, Object> filled = new LinkedHashMap<>();
        filled.put("_context", ReviewRows.joined(rows.about(step.businessKey()), rows.adjustments(step.businessKey(), step.userId()),
                rows.outstanding(step.businessKey()), rows.notAgreed(step.businessKey())));
        filled.put("targets", rows.targets(step.businessKey()));
        return filled;
    }

    @Override
    public Answer complete(Step step, FinalReview form) {
        Refusals refusals = new Refusals();
        monitoring.finalReviewRules(step.businessKey()).check(form, refusals);
        refusals.throwIfAny();
        SealedText considered = seal.seal(SealedColumn.ADJUSTMENTS_CONSIDERED, step.businessKey(), form.adjustmentsConsidered());
        ReviewFindings findings = new ReviewFindings(TargetRows.results(form.targets()), List.of(), null, form.colleagueView(), form.declinedToComment(),
                considered);
        FinalResult result = form.askHr() ? FinalResult.explain : FinalResult.valueOf(form.result().name());
        monitoring.concluded(step.businessKey(), findings, result, form.reason(), form.endsOn(), step.userId());
        return Answer.with("result", result.name());
    }
}
