package fairway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class MonitoringReviewTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 18);
    private static final ReviewFindings FINDINGS = new ReviewFindings(List.of(new TargetResult(1, TargetState.met, null)), List.of(), null, null, true, null);

    private final MonitoringReview progress = new MonitoringReview("PC-2027-000001", 1, MonitoringReview.Kind.progress, DAY);
    private final MonitoringReview last = new MonitoringReview("PC-2027-000001", 2, MonitoringReview.Kind.finalReview, DAY);

    @Test
    void aReviewIsHeldOnce() {
        progress.hold(DAY, FINDINGS, Instant.EPOCH, "teamleader");
        assertThatThrownBy(() -> progress.hold(DAY, FINDINGS, Instant.EPOCH, "teamleader")).isInstanceOf(IllegalStateException.class).hasMessageContaining("held");
        assertThatThrownBy(progress::lapse).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> progress.moveTo(DAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyAFinalReviewHasAResultAndOnlyOneOnTheWayARisk_S1D17() {
        progress.hold(DAY, FINDINGS, Instant.EPOCH, "teamleader");
        last.hold(DAY, FINDINGS, Instant.EPOCH, "teamleader");
        assertThatThrownBy(() -> progress.conclude(FinalResult.notMet, null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> last.riskOfDetriment("Patients waited")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sicknessAnUnavailableCompanionAndAPostponementDoNotCount_S1D16() {
        progress.miss(missed(ReviewOutcome.notAttended, Excused.sickness));
        progress.miss(missed(ReviewOutcome.notAttended, Excused.companionUnavailable));
        progress.miss(missed(ReviewOutcome.postponed, Excused.no));
        assertThat(progress.missedBefore()).isFalse();
        progress.miss(missed(ReviewOutcome.notAttended, Excused.no));
        assertThat(progress.missedBefore()).isTrue();
        assertThat(progress.day()).isEqualTo(DAY.plusDays(2));
    }

    @Test
    void anExplanationCoversWhatWasOutstandingThenAndOnlyWithTheGoAhead_S1A05() {
        Outstanding training = new Outstanding(Outstanding.Kind.support, "7", "training");
        Outstanding later = new Outstanding(Outstanding.Kind.support, "8", "shadowing");
        Outstanding advice = new Outstanding(Outstanding.Kind.advice, "7", "advice");
        OmissionExplanation explained = new OmissionExplanation("PC-2027-000001", "Trainer ill", true, List.of(training), "hr", Instant.EPOCH, DAY);
        assertThat(explained.covers(training)).isTrue();
        assertThat(explained.covers(later)).isFalse();
        assertThat(explained.covers(advice)).isFalse();
        OmissionExplanation notYet = new OmissionExplanation("PC-2027-000001", "Trainer ill", false, List.of(training), "hr", Instant.EPOCH, DAY);
        assertThat(notYet.covers(training)).isFalse();
    }

    @Test
    void anExtensionIsDecidedOnce_S1D14() {
        PlanEnd asked = PlanEnd.extensionAskedFor("PC-2027-000001", DAY, DAY.plusDays(28), "Nearly there", "teamleader", Instant.EPOCH, DAY);
        assertThat(asked.undecided()).isTrue();
        asked.decide(false, "Too long", "hr", Instant.EPOCH, DAY);
        assertThat(asked.isAgreed()).isFalse();
        assertThatThrownBy(() -> asked.decide(true, "Well then", "hr", Instant.EPOCH, DAY)).isInstanceOf(IllegalStateException.class);
    }

    private static MissedReview missed(ReviewOutcome outcome, Excused excused) {
        return new MissedReview(DAY, outcome, excused, "Reason", DAY.plusDays(2), Instant.EPOCH, "teamleader");
    }
}
