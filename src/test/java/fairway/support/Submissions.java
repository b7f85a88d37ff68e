package fairway.support;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Submissions of every form as people make them, complete and acceptable by themselves. {@link Form#with} changes a key, so that a test names only
 * what it is about.
 */
public final class Submissions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Submissions() {
    }

    /** A submission in the making. */
    public static final class Form {

        private final Map<String, Object> keys = new LinkedHashMap<>();

        public Form with(String key, Object value) {
            keys.put(key, plain(value));
            return this;
        }

        public Form without(String key) {
            keys.remove(key);
            return this;
        }

        public String json() {
            try {
                return JSON.writeValueAsString(keys);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return json();
        }
    }

    public static Form form() {
        return new Form();
    }

    /** One row of a list. */
    public static Map<String, Object> row(Object... keysAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            row.put((String) keysAndValues[i], plain(keysAndValues[i + 1]));
        }
        return row;
    }

    private static Object plain(Object value) {
        if (value instanceof LocalDate || value instanceof LocalDateTime) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(v -> all.add(plain(v)));
            return all;
        }
        return value;
    }

    // one-to-ones

    public static Form oneToOneHeld(LocalDate on) {
        return form().with("outcome", "held").with("heldOn", on)
                .with("tasks", List.of(row("task", "Weekly stock check of the treatment room", "state", "onTrack")))
                .with("vitalStats", "Within the ward's range this period.")
                .with("supportGiven", List.of()).with("wellbeingDiscussed", true).with("examples", List.of())
                .with("actions", List.of(row("action", "Bring the stock list up to date", "owner", "colleague", "due", on.plusDays(7))));
    }

    public static Map<String, Object> example(LocalDate on) {
        return row("date", on, "kind", "allocatedTask", "expected", "Medication charts of bay 2 checked by 11:00 each day",
                "happened", "Charts were not checked on the day; found by the afternoon shift", "cause", "Says that handover overran", "raised", true);
    }

    public static Map<String, Object> support(String kind, String what, boolean declined) {
        return row("kind", kind, "what", what, "declined", declined);
    }

    public static Form oneToOnePostponed(LocalDateTime to, String reason) {
        return form().with("outcome", "postponed").with("postponedTo", to).with("reason", reason);
    }

    public static Form oneToOneNotAttended(String reason) {
        return form().with("outcome", "notAttended").with("reason", reason);
    }

    public static Form earlierOneToOne(String colleague, LocalDate on) {
        return form().with("colleague", colleague).with("heldOn", on).with("note", "Talked through the week's tasks; agreed to start the chart check earlier.")
                .with("supportGiven", List.of(support("coaching", "Went through the chart check together", false)))
                .with("examples", List.of(example(on.minusDays(1))));
    }

    // the case up to Stage 1

    public static Form concern(String colleague) {
        return form().with("colleague", colleague).with("concernKind", "allocatedTasks")
                .with("description", "Daily chart checks have repeatedly not been done.")
                .with("standard", "Job description, section 4: completes allocated checks each shift and reports what could not be done.");
    }

    public static Form evidence(List<String> examples, List<String> support, LocalDate raisedOn, String raisedIn) {
        return form().with("examples", examples).with("support", support).with("raisedOn", raisedOn).with("raisedIn", raisedIn);
    }

    public static Form missingEvidence(String decision) {
        return form().with("decision", decision);
    }

    public static Form route(String route, String adviser) {
        return form().with("route", route).with("rationale", "The evidence is from the one-to-ones and support was given; this is capability.")
                .with("protectedFactors", "none").with("hrAttends", false).with("hrAdviser", adviser);
    }

    public static Form informalConversation(LocalDate heldOn, LocalDate improveBy) {
        return form().with("heldOn", heldOn).with("said", "Went through the missed checks and what is expected each shift.")
                .with("colleagueView", "Handover often overruns; wants a quieter start.")
                .with("supportAgreed", List.of(row("kind", "mentoring", "what", "Pairing with an experienced nurse for the check", "by", improveBy)))
                .with("improveBy", improveBy).with("occupationalHealth", "notNeeded");
    }

    public static Form improvement(String result) {
        return form().with("result", result).with("examples", List.of());
    }

    // Stage 1

    public static Form arrangement(LocalDateTime start) {
        return form().with("start", start).with("minutes", 60).with("place", "Seminar room 2, Education Centre").with("neutralPlace", true)
                .with("colleagueWorksThen", true).with("toldInPerson", true);
    }

    public static Form policyShared(LocalDateTime at) {
        return form().with("sharedAt", at).with("how", "email")
                .with("purpose", "To talk about the chart checks, hear your view and agree what would help.");
    }

    public static Form scriptSkipped() {
        return form().with("skipped", true);
    }

    public static Form stage1Held(LocalDate on, List<String> examples) {
        return form().with("outcome", "held").with("heldOn", on)
                .with("present", List.of(row("name", "Line manager", "role", "Chair"), row("name", "Colleague", "role", "Colleague")))
                .with("introductions", true).with("purposeOutlined", true).with("confirmedStage1", true).with("consequencesExplained", true)
                .with("examplesDiscussed", examples)
                .with("standards", List.of(row("concern", "Chart checks", "jobDescription", "Section 4", "expected", "Checked by 11:00 each shift")))
                .with("colleagueView", "Mornings are very busy and handover overruns.").with("declinedToComment", false)
                .with("factors", List.of(row("kind", "workRelated", "what", "Handover overruns three days in five")))
                .with("contributoryFactors", "nothingDisclosed")
                .with("adjustments", "noneNeeded").with("adjustmentItems", List.of()).with("adjustmentsReason", "Asked; nothing is needed at present.")
                .with("occupationalHealth", "notNeeded").with("signposts", List.of("wellbeing"))
                .with("support", List.of());
    }

    public static Map<String, Object> supportItem(String what, String arrangedBy, LocalDate by) {
        return row("kind", "training", "what", what, "arrangedBy", arrangedBy, "by", by);
    }

    public static Form plan(LocalDate endsOn, String reviewer) {
        return form().with("targets", List.of(row("what", "Daily chart check done by 11:00", "measure", "Signed chart list, all days of a week", "by", endsOn, "urgent", true)))
                .with("endsOn", endsOn).with("reviewEvery", "P7D").with("reviewer", reviewer).with("colleagueAgrees", true).with("declinedToComment", false);
    }

    public static Form letterApproved() {
        return form().with("discussion", "We met to talk about the daily chart checks. You told me that handover overruns. We agreed the plan that is enclosed.");
    }

    // monitoring

    public static Form reviewHeld(LocalDate on, List<Map<String, Object>> targets) {
        return form().with("outcome", "held").with("heldOn", on).with("targets", targets).with("barriers", "None named")
                .with("support", List.of()).with("colleagueView", "Getting used to it.");
    }

    public static Map<String, Object> target(String id, String state) {
        return row("id", id, "state", state, "seen", "Signed lists of the week looked at together");
    }

    public static Form finalReview(String result, List<Map<String, Object>> targets) {
        return form().with("result", result).with("targets", targets).with("colleagueView", "The help made the difference.").with("declinedToComment", false);
    }

    /** A decision of HR with its rationale. */
    public static Form decision(String decision) {
        return form().with("decision", decision).with("rationale", "Looked at everything on the case with the manager.");
    }

    /** HR agrees or not, with its comment. */
    public static Form agreement(boolean agreed) {
        return form().with("agreed", agreed).with("comment", agreed ? "Agreed." : "Too long for these targets; eight weeks are enough.");
    }
}
