package fairway.process.stage1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.Submissions;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.task.Task;

/** Submissions that must be refused, sent through both REST doors: 422, field, rule and clause as expected, and not a row changed. */
public final class Refusals {

    private final Doors doors;
    private final Engine engine;
    private final List<Expected> expected = new ArrayList<>();

    private record Expected(Submissions.Form submission, List<String> refused) {
    }

    public Refusals(Doors doors, Engine engine) {
        this.doors = doors;
        this.engine = engine;
    }

    /** @param refused what stands against it, as {@code field:rule:clause} */
    public Refusals refuses(Submissions.Form submission, String... refused) {
        expected.add(new Expected(submission, List.of(refused)));
        return this;
    }

    /** Sends them all as completions of that task by its owner; afterwards the task is still open. */
    public void atTask(String formId, String number) {
        Task task = engine.task(formId, number);
        String user = task.getAssignee();
        SoftAssertions softly = new SoftAssertions();
        for (Expected refusal : expected) {
            String json = refusal.submission().json();
            check(softly, "engine-rest " + json, refusal, () -> doors.completeAtEngineRest(user, task.getId(), json));
            check(softly, "tasklist " + json, refusal, () -> doors.submitInTasklist(user, task.getId(), json));
        }
        softly.assertAll();
        assertThat(engine.isOpen(formId, number)).isTrue();
    }

    /** Sends them all as an action on the case by that user. */
    public void atAction(String action, String number, String user) {
        SoftAssertions softly = new SoftAssertions();
        for (Expected refusal : expected) {
            String json = refusal.submission().json();
            check(softly, action + " " + json, refusal, () -> doors.post("/api/cases/" + number + "/actions/" + action, user, json));
        }
        softly.assertAll();
    }

    private interface Door {

        Doors.Reply send();
    }

    private void check(SoftAssertions softly, String as, Expected refusal, Door door) {
        Map<String, String> before = doors.fingerprint();
        Doors.Reply reply = door.send();
        softly.assertThat(reply.status()).as(as).isEqualTo(422);
        softly.assertThat(StreamSupport.stream(reply.body().path("errors").spliterator(), false)
                .map(e -> e.path("field").asText() + ":" + e.path("rule").asText() + ":" + e.path("clause").asText())).as(as)
                .containsExactlyInAnyOrderElementsOf(refusal.refused());
        softly.assertThat(StreamSupport.stream(reply.body().path("errors").spliterator(), false)).as(as)
                .allMatch(e -> e.path("message").asText().length() > 10 && e.path("message").asText().endsWith("."));
        softly.assertThat(doors.fingerprint()).as("rows after " + as).isEqualTo(before);
    }
}
