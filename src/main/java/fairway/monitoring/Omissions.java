package fairway.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fairway.health.HealthRecords;
import fairway.health.ReferralState;
import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
import fairway.stage1.SupportState;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the Trust still owes the colleague of a case (S1A-05, S1A-06, S1D-08, S1D-16), and what of it HR has explained. */
@Component
@Transactional(readOnly = true)
class Omissions {

    private final Stage1 stage1;
    private final HealthRecords health;
    private final ReviewSchedule schedule;
    private final OmissionExplanations explanations;

    Omissions(Stage1 stage1, HealthRecords health, ReviewSchedule schedule, OmissionExplanations explanations) {
        this.stage1 = stage1;
        this.health = health;
        this.schedule = schedule;
        this.explanations = explanations;
    }

    /** Promised support not delivered, agreed adjustments not arranged, advice awaited, agreed reviews not held. */
    List<Outstanding> of(String number) {
        List<Outstanding> found = new ArrayList<>();
        for (SupportItem item : stage1.openSupport(number)) {
            if (!item.adjustment()) {
                found.add(new Outstanding(Outstanding.Kind.support, String.valueOf(item.id()),
                        "support promised by " + InWords.of(stage1.supportDueOn(item)) + " and not delivered (" + item.what() + ")"));
            } else if (item.state() == SupportState.toArrange) {
                found.add(new Outstanding(Outstanding.Kind.adjustment, String.valueOf(item.id()),
                        "an adjustment agreed for " + InWords.of(stage1.supportDueOn(item)) + " and not arranged" + (item.inLetter() ? " (" + item.what() + ")" : "")));
            }
        }
        health.referralsOf(number).stream().filter(referral -> referral.state().isOpen())
                .forEach(referral -> found.add(new Outstanding(Outstanding.Kind.advice, String.valueOf(referral.id()),
                        referral.state() == ReferralState.discussed
                                ? "a referral to Occupational Health discussed on " + InWords.of(referral.agreedOn()) + ", which was neither agreed nor declined"
                                : "Occupational Health advice agreed on " + InWords.of(referral.agreedOn()) + " and not received")));
        for (LocalDate day : schedule.notHeld(number)) {
            found.add(new Outstanding(Outstanding.Kind.review, day.toString(), "the review agreed for " + InWords.of(day) + ", which was not held"));
        }
        return found;
    }

    /** What is outstanding and no explanation of HR with a go-ahead covers. */
    List<Outstanding> unexplained(String number) {
        List<OmissionExplanation> explained = explanations.findByCaseNumberOrderById(number);
        return of(number).stream().filter(outstanding -> explained.stream().noneMatch(e -> e.covers(outstanding))).toList();
    }
}
