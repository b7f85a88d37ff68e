package fairway.process.performancecase;

import static fairway.process.performancecase.CaseStory.COLLEAGUE;
import static fairway.process.performancecase.CaseStory.HR2;
import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.earlierOneToOne;
import static fairway.support.Submissions.evidence;
import static fairway.support.Submissions.route;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fairway.onetoone.Example;
import fairway.onetoone.ExampleKind;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.Cases;
import fairway.performancecase.Ending;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The policy's own example: lateness is commented on in one-to-ones, its cause sought, support given; if it goes on, performance management is considered. */
@FairwayTest
class TimeKeepingTest {

    @Autowired
    private Engine engine;
    @Autowired
    private OneToOnes oneToOnes;
    @Autowired
    private Cases cases;

    @Test
    void latenessWithItsCauseIsEvidenceAndHrSaysWhetherItIsConductOrCapability_PM11(@Autowired ApplicationContext context) {
        CaseStory story = new CaseStory(context);
        engine.start("teamleader", "earlierOneToOne", earlierOneToOne(COLLEAGUE, LocalDate.of(2026, 9, 14)).with("examples", List.of(late("2026-09-11"))).json());
        engine.start("teamleader", "earlierOneToOne", earlierOneToOne(COLLEAGUE, LocalDate.of(2026, 9, 28)).with("examples", List.of(late("2026-09-25")))
                .with("supportGiven", List.of()).json());
        List<Example> kept = oneToOnes.examplesOf(COLLEAGUE);
        assertThat(kept).hasSize(2).allSatisfy(example -> {
            assertThat(example.kind()).isEqualTo(ExampleKind.lateness);
            assertThat(example.cause()).isEqualTo("The first bus was late again");
            assertThat(example.raised()).isTrue();
        });

        engine.start("teamleader", "performanceCase", concern(COLLEAGUE).with("concernKind", "timeKeeping").json());
        String number = cases.openCaseOf(COLLEAGUE).orElseThrow().number();
        engine.complete("selectEvidence", number, evidence(kept.stream().map(e -> String.valueOf(e.id())).toList(),
                oneToOnes.supportOf(COLLEAGUE).stream().map(s -> String.valueOf(s.id())).toList(), LocalDate.of(2026, 9, 28), "N-" + kept.get(1).noteId()).json());
        assertThat(story.look(number).isEvidenceSufficient()).isTrue();
        engine.completeAs("hr2", "confirmCourseOfAction", number, route("conduct", HR2).json());
        assertThat(story.look(number).ending()).isEqualTo(Ending.routedElsewhere);
    }

    private static Map<String, Object> late(String day) {
        return row("date", day, "kind", "lateness", "expected", "At work at half past seven", "happened", "Came at ten to eight", "cause",
                "The first bus was late again", "raised", true);
    }
}
