package fairway.monitoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import fairway.correspondence.OtherDate;
import fairway.correspondence.OtherDates;
import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.health.HealthRecords;
import fairway.health.HealthSource;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.secrecy.SealedText;
import org.springframework.stereotype.Component;

/** The reviewer records a progress review, or that it did not take place (S1D-16). */
@Component
class HoldProgressReviewForm implements TaskForm<HoldProgressReview> {

    private final Monitoring monitoring;
    private final ReviewRows rows;
    private final Seal seal;
    private final HealthRecords health;
    private final OtherDates otherDates;

    HoldProgressReviewForm(Monitoring monitoring, ReviewRows rows, Seal seal, HealthRecords health, OtherDates otherDates) {
        this.monitoring = monitoring;
        this.rows = rows;
        this.seal = seal;
        this.health = health;
        this.otherDates = otherDates;
    }

    @Override
    public String id() {
        return "holdProgressReview";
    }

    @Override
    public Class<HoldProgressReview> type() {
        return HoldProgressReview.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Map<String, Object> filled = new LinkedHashMap<>();
        Optional<OtherDate> proposed = otherDates.waiting(step.businessKey());
        filled.put("_context", ReviewRows.joined(rows.about(step.businessKey()), rows.adjustments(step.businessKey(), step.userId()),
                proposed.map(OtherDate::inWords).orElse(null)));
        proposed.ifPresent(p -> filled.put("postponedTo", p.start().toLocalDate().toString()));
        filled.put("heldOn", rows.dayOfReview(step.businessKey()).toString());
        filled.put("excused", Excused.no.name());
        filled.put("targets", rows.targets(step.businessKey()));
        filled.put("support", rows.support(step.businessKey(), step.userId()));
        return filled;
    }

    @Override
    public Answer complete(Step step, HoldProgressReview form) {
        String number = step.businessKey();
        ProgressReviewRules rules = monitoring.progressReviewRules(number);
        Refusals refusals = new Refusals();
        rules.check(form, refusals);
        refusals.throwIfAny();
        if (form.outcome() == ReviewOutcome.held) {
            monitoring.held(number, form.heldOn(), findings(number, form), form.detriment() ? form.detrimentReason() : null, form.closeEarly(), step.userId());
        } else {
            Excused excused = form.outcome() == ReviewOutcome.notAttended ? ProgressReviewRules.excused(form) : Excused.no;
            monitoring.missed(number, form.outcome(), excused, form.reason(), form.postponedTo(), step.userId());
        }
        health.keep(number, HealthSource.progressReview, form.healthNote(), step.userId());
        boolean held = form.outcome() == ReviewOutcome.held;
        return Answer.with("outcome", form.outcome().name())
                .and("secondNonAttendance", rules.isSecondNonAttendance(form))
                .and("detriment", held && form.detriment())
                .and("closeEarly", held && form.closeEarly());
    }

    private ReviewFindings findings(String number, HoldProgressReview form) {
        SealedText considered = seal.seal(SealedColumn.ADJUSTMENTS_CONSIDERED, number, form.adjustmentsConsidered());
        return new ReviewFindings(TargetRows.results(form.targets()),
                form.support().stream().map(row -> new SupportResult(row.id(), row.state())).toList(),
                form.barriers(), form.colleagueView(), false, considered);
    }
}
