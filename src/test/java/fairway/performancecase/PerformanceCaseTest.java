package fairway.performancecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

/** What a case lets happen in which stage. */
class PerformanceCaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private static final Map<String, Consumer<PerformanceCase>> TRANSITIONS = Map.ofEntries(
            Map.entry("selectEvidence", c -> c.selectEvidence(List.of(1L), List.of(2L), DAY, "N-1", 1L, null)),
            Map.entry("evidenceChecked", c -> c.evidenceChecked(EnumSet.noneOf(MissingEvidence.class))),
            Map.entry("notInstigated", PerformanceCase::notInstigated),
            Map.entry("askHr", PerformanceCase::askHrDespiteMissingEvidence),
            Map.entry("confirmRoute", c -> c.confirmRoute(Route.conduct, "Why", false, "30", null, DAY)),
            Map.entry("conversation", c -> c.informalConversationHeld(DAY, "Said", null, List.of(), DAY.plusDays(28), null)),
            Map.entry("moreTime", c -> c.moreTimeGiven(DAY.plusDays(40), "Why", DAY)),
            Map.entry("improved", PerformanceCase::improved),
            Map.entry("notImproved", c -> c.notImproved(List.of(3L))),
            Map.entry("planAgreed", PerformanceCase::planAgreed),
            Map.entry("standardMet", c -> c.standardMet(DAY, null)),
            Map.entry("notMet", c -> c.notMet(DAY)),
            Map.entry("broughtForward", c -> c.broughtForward(DAY, "Patients are at risk.")),
            Map.entry("referred", c -> c.referred("Why")),
            Map.entry("returnToMonitoring", PerformanceCase::returnToMonitoring),
            Map.entry("performanceFell", c -> c.performanceFell("Fell", List.of())),
            Map.entry("watchGoesOn", PerformanceCase::watchGoesOn));

    private static final Map<Stage, Set<String>> POSSIBLE = Map.of(
            Stage.evidence, Set.of("selectEvidence", "evidenceChecked"),
            Stage.missingEvidence, Set.of("notInstigated", "askHr"),
            Stage.courseOfAction, Set.of("confirmRoute"),
            Stage.informalConversation, Set.of("conversation"),
            Stage.timeToImprove, Set.of("moreTime", "improved", "notImproved"),
            Stage.stage1, Set.of("planAgreed"),
            Stage.monitoring, Set.of("standardMet", "notMet", "broughtForward"),
            Stage.formalStageDecision, Set.of("referred", "returnToMonitoring"),
            Stage.watch, Set.of("returnToMonitoring", "performanceFell", "watchGoesOn"),
            Stage.ended, Set.of());

    @Test
    void everyTransitionRefusesEveryOtherStageAndNamesTheOneFound() {
        for (Stage stage : Stage.values()) {
            TRANSITIONS.forEach((name, transition) -> {
                PerformanceCase about = in(stage);
                assertThat(about.stage()).isEqualTo(stage);
                if (POSSIBLE.get(stage).contains(name)) {
                    transition.accept(about);
                } else {
                    assertThatThrownBy(() -> transition.accept(about)).as("%s in %s", name, stage).isInstanceOf(WrongStage.class)
                            .hasMessageContaining("PC-2026-000001").hasMessageContaining("stage " + stage);
                    assertThat(about.stage()).isEqualTo(stage);
                }
            });
        }
    }

    @Test
    void neitherRouteOfThisPolicyWithoutSufficientEvidence_PM04() {
        for (Route route : List.of(Route.informalConversation, Route.stage1)) {
            PerformanceCase about = in(Stage.missingEvidence);
            about.askHrDespiteMissingEvidence();
            assertThatThrownBy(() -> about.confirmRoute(route, "Why", false, "30", null, DAY)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("needs sufficient evidence");
            assertThat(about.stage()).isEqualTo(Stage.courseOfAction);
        }
    }

    @Test
    void nothingChangesOnceItHasEnded() {
        PerformanceCase about = in(Stage.ended);
        List<Consumer<PerformanceCase>> anyTime = List.of(c -> c.askForEnd(Ending.withdrawn, "Why"), c -> c.end(Ending.left, DAY), c -> c.pause(DAY, DAY, "Why"),
                c -> c.goOn(DAY), c -> c.changeManager("11", DAY, DAY), c -> c.changeAdviser("31", DAY, DAY), c -> c.nameDeputy("12", DAY, DAY));
        anyTime.forEach(change -> assertThatThrownBy(() -> change.accept(about)).isInstanceOf(WrongStage.class));
        about.conflictDeclared(new Conflict("user", "30", "A friend", DAY, "user"));
        assertThat(about.isShutTo("30")).as("it is read for years").isTrue();
    }

    @Test
    void aPauseEndsTheDayBeforeItGoesOn() {
        PerformanceCase about = in(Stage.timeToImprove);
        about.pause(DAY, DAY.plusDays(30), "A grievance");
        assertThatThrownBy(() -> about.pause(DAY, DAY.plusDays(31), "Again")).hasMessageContaining("paused already");
        about.goOn(DAY.plusDays(10));
        assertThat(about.isPaused()).isFalse();
        assertThat(about.pauses()).singleElement().satisfies(p -> assertThat(p.to()).isEqualTo(DAY.plusDays(9)));
    }

    @Test
    void aPauseThatEndsOnItsFirstDayStoppedNothing() {
        PerformanceCase about = in(Stage.timeToImprove);
        about.pause(DAY, DAY.plusDays(30), "A grievance");
        about.goOn(DAY);
        assertThat(about.pauses()).isEmpty();
    }

    @Test
    void aManagerNamedForLaterTakesOverOnThatDay() {
        PerformanceCase about = in(Stage.evidence);
        about.changeManager("11", DAY.plusDays(7), DAY);
        assertThat(about.managerOn(DAY.plusDays(6))).isEqualTo("10");
        assertThat(about.managerOn(DAY.plusDays(7))).isEqualTo("11");
        about.applyPlannedChanges(DAY.plusDays(6));
        assertThat(about.manager()).isEqualTo("10");
        about.applyPlannedChanges(DAY.plusDays(7));
        assertThat(about.manager()).isEqualTo("11");
        assertThat(about.nextManager()).isNull();
        assertThat(about.managers()).extracting(ManagerTime::staffNumber).containsExactly("10", "11");
    }

    @Test
    void aDeputyStandsInFromTheFirstDayToTheLast() {
        PerformanceCase about = in(Stage.evidence);
        about.nameDeputy("12", DAY.plusDays(1), DAY.plusDays(3));
        assertThat(about.deputyOn(DAY)).isEmpty();
        assertThat(about.deputyOn(DAY.plusDays(1))).contains("12");
        assertThat(about.deputyOn(DAY.plusDays(3))).contains("12");
        assertThat(about.deputyOn(DAY.plusDays(4))).isEmpty();
    }

    @Test
    void whoeverDeclaresAConflictIsNoLongerAdviserOrDeputy() {
        PerformanceCase about = in(Stage.stage1);
        about.conflictDeclared(new Conflict("hr2", "30", "A friend", DAY, "hr2"));
        assertThat(about.adviser()).isNull();
        assertThat(about.isShutTo("30")).isTrue();
        assertThat(about.isShutTo("20")).isFalse();
    }

    @Test
    void theColleagueIsSpokenToOnce() {
        PerformanceCase about = in(Stage.stage1);
        LocalDate first = about.spokenToOn();
        about.spokenTo(DAY.plusDays(50));
        assertThat(first).isNotNull();
        assertThat(about.spokenToOn()).isEqualTo(first);
    }

    private static PerformanceCase in(Stage stage) {
        PerformanceCase about = new PerformanceCase("PC-2026-000001", "20", "Urgent Care", "10", ConcernKind.quality, "Concern", "Standard", DAY, "user");
        if (stage == Stage.evidence) {
            return about;
        }
        about.selectEvidence(List.of(1L), List.of(2L), DAY.minusDays(5), "N-1", 1L, null);
        if (stage == Stage.missingEvidence) {
            about.evidenceChecked(EnumSet.of(MissingEvidence.support));
            return about;
        }
        about.evidenceChecked(EnumSet.noneOf(MissingEvidence.class));
        if (stage == Stage.courseOfAction) {
            return about;
        }
        about.confirmRoute(Route.informalConversation, "Why", false, "30", null, DAY);
        if (stage == Stage.informalConversation) {
            return about;
        }
        about.informalConversationHeld(DAY, "Said", null, List.of(), DAY.plusDays(28), null);
        if (stage == Stage.timeToImprove) {
            return about;
        }
        about.notImproved(List.of());
        if (stage == Stage.stage1) {
            return about;
        }
        about.planAgreed();
        if (stage == Stage.monitoring) {
            return about;
        }
        switch (stage) {
            case formalStageDecision -> about.notMet(DAY);
            case watch -> about.standardMet(DAY, DAY.plusMonths(6));
            default -> about.end(Ending.closedByHr, DAY);
        }
        return about;
    }
}
