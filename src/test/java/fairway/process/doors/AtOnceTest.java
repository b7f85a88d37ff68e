package fairway.process.doors;

import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same thing done many times at the same moment, at both doors: it is done once, and whoever comes second is told so, never with a fault. */
@FairwayTest
class AtOnceTest {

    private static final int TIMES = 8;

    @Autowired
    Doors doors;
    @Autowired
    Engine engine;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    ApplicationContext context;

    @Test
    void aStepIsCompletedOnce() throws Exception {
        String task = engine.task("prepareScript", new Stage1Story(context).stage1Chosen(false)).getId();
        String submission = form().with("skipped", false).with("script", "Thank you for coming.").json();
        doors.submitInTasklist("teamleader", "00000000-0000-0000-0000-000000000000", submission);

        List<Doors.Reply> answers = atOnce(i -> switch (i % 3) {
            case 0 -> doors.completeAtEngineRest("teamleader", task, submission);
            case 1 -> doors.submitAtEngineRest("teamleader", task, submission);
            default -> doors.submitInTasklist("teamleader", task, submission);
        });

        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 204).allSatisfy(AtOnceTest::cameSecond);
        cameSecond(doors.completeAtEngineRest("teamleader", task, submission));
        cameSecond(doors.submitInTasklist("teamleader", task, submission));
    }

    @Test
    void anActionOfACaseIsDoneOnce() throws Exception {
        engine.start("teamleader", "performanceCase", concern("10005").json());
        String number = jdbc.queryForObject("select number from performance_case", String.class);

        List<Doors.Reply> answers = atOnce(i -> doors.post("/api/cases/" + number + "/actions/withdraw", "teamleader", form().with("reason", "Raised in error.").json()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(422));
    }

    @Test
    void concernsRaisedAtOnceAreOneCase() throws Exception {
        List<Doors.Reply> answers = atOnce(i -> doors.startAtEngineRest("teamleader", "performanceCase", concern("10005").json()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200));
        assertThat(jdbc.queryForObject("select count(*) from performance_case", Integer.class)).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from performance_case_concern", Integer.class)).isEqualTo(TIMES - 1);
    }

    @Test
    void draftsSavedAtOnceAreOneDraft() throws Exception {
        List<Doors.Reply> answers = atOnce(i -> doors.send("PUT", "/api/start-forms/raiseConcern/draft", "teamleader", form().with("description", "the " + i).json()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(204));
        assertThat(jdbc.queryForObject("select count(*) from form_draft", Integer.class)).isEqualTo(1);
    }

    private static void cameSecond(Doors.Reply answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.refused()).as(answer.text()).containsExactly(":changedMeanwhile");
        assertThat(answer.text()).doesNotContain("ENGINE-", "Exception", "null");
    }

    private interface Attempt {
        Doors.Reply of(int number);
    }

    private static List<Doors.Reply> atOnce(Attempt attempt) throws InterruptedException, ExecutionException {
        ExecutorService many = Executors.newFixedThreadPool(TIMES);
        try {
            CyclicBarrier start = new CyclicBarrier(TIMES);
            List<Callable<Doors.Reply>> attempts = IntStream.range(0, TIMES).mapToObj(i -> (Callable<Doors.Reply>) () -> {
                start.await();
                return attempt.of(i);
            }).toList();
            List<Doors.Reply> answers = new ArrayList<>();
            for (Future<Doors.Reply> answer : many.invokeAll(attempts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            many.shutdownNow();
        }
    }
}
