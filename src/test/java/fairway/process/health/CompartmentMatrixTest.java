package fairway.process.health;

import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fairway.health.HealthRecords;
import fairway.health.RestrictedNote;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what in the health compartment: every relation to a case times every operation, over the doors that people use; each reading is kept. */
@FairwayTest
class CompartmentMatrixTest {

    private static final String FORMER = "teamleader";

    /** A relation to the case, and the user that has it here. */
    private enum Who {
        /** With a sign-in of HR, which does not help. */
        COLLEAGUE("hr5"),
        MANAGER("manager2"), FORMER_MANAGER(FORMER), DEPUTY("katya.barker"), REVIEWER("omar.evans"), ADVISER("hr2"),
        /** HR of the division of a case that has an adviser. */
        DIVISION_HR("hr"),
        OTHER_DIVISION_HR("hr3"), CONFLICTED_HR("hr4"), OPERATIONS("ops"), OWNER("owner"), ADMINISTRATOR("admin"), NOBODY(null);

        private final String user;

        Who(String user) {
            this.user = user;
        }
    }

    private enum What {
        READ_NOTES, READ_ADVICE, READ_ADJUSTMENTS, READ_REFERRAL, DISCLOSE, REFER, COMPLETE_REFERRAL, RECORD_ADVICE, WITHDRAW_CONSENT
    }

    private static final Map<What, Set<Who>> ALLOWED = new EnumMap<>(Map.of(
            What.READ_NOTES, EnumSet.of(Who.ADVISER),
            What.READ_ADVICE, EnumSet.of(Who.ADVISER),
            What.READ_ADJUSTMENTS, EnumSet.of(Who.ADVISER, Who.MANAGER, Who.DEPUTY),
            // they complete it with the colleague
            What.READ_REFERRAL, EnumSet.of(Who.ADVISER, Who.MANAGER, Who.DEPUTY),
            What.DISCLOSE, EnumSet.of(Who.ADVISER, Who.MANAGER, Who.DEPUTY, Who.DIVISION_HR, Who.REVIEWER),
            What.REFER, EnumSet.of(Who.ADVISER, Who.MANAGER, Who.DEPUTY, Who.DIVISION_HR),
            // while somebody stands in for the manager, the manager's steps are theirs
            What.COMPLETE_REFERRAL, EnumSet.of(Who.DEPUTY),
            What.RECORD_ADVICE, EnumSet.of(Who.ADVISER),
            What.WITHDRAW_CONSENT, EnumSet.of(Who.ADVISER, Who.MANAGER, Who.DEPUTY, Who.DIVISION_HR)));

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private HealthRecords records;
    @Autowired
    private JdbcTemplate jdbc;

    private String number;

    @BeforeEach
    void aCaseWithAdviceAndAdjustmentsAndPeopleInEveryPart() {
        Stage1Story story = new Stage1Story(context);
        number = story.held(false, record -> record.with("contributoryFactors", "disclosed").with("healthNote", "Told me of a bad back").with("adjustments", "agreed")
                .with("adjustmentItems", List.of(row("what", "A later start", "arrangedBy", Stage1Story.OTHER_MANAGER, "by", Stage1Story.MEETING_DAY.plusDays(7), "inLetter", false))));
        engine.complete("agreeImprovementPlan", number, story.plan().with("reviewer", "10027").json());
        act("referToOccupationalHealth", FORMER, "{}");
        engine.complete("completeReferral", number, referral());
        engine.complete("recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("fitness", "Fit").json());
        String today = Stage1Story.MEETING_DAY.toString();
        assertThat(act("changeManager", "hr2", form().with("manager", Stage1Story.OTHER_MANAGER).with("from", today).json()).status()).isEqualTo(200);
        assertThat(act("nameDeputy", "hr2", form().with("deputy", "10011").with("from", today).with("to", LocalDate.parse(today).plusDays(20)).json()).status()).isEqualTo(200);
        jdbc.update("update staff_member set hr_divisions = 'Urgent Care' where user_id = 'hr4'");
        assertThat(act("declareConflict", "hr4", form().with("user", "hr4").with("why", "A friend").json()).status()).isEqualTo(200);
        jdbc.update("update staff_member set user_id = null where user_id = 'hr5'");
        jdbc.update("update staff_member set user_id = 'hr5', hr_divisions = '*' where staff_number = ?", Stage1Story.COLLEAGUE);
    }

    @Test
    void everyRelationTimesEveryOperationIsAsTheRulesSay_S1D07_S1A06() {
        List<String> wrong = new ArrayList<>();
        for (What what : List.of(What.READ_NOTES, What.READ_ADVICE, What.READ_ADJUSTMENTS, What.READ_REFERRAL, What.DISCLOSE, What.REFER)) {
            wrong.addAll(differences(what));
        }
        wrong.addAll(differences(What.COMPLETE_REFERRAL));
        wrong.addAll(differences(What.RECORD_ADVICE));
        act("referToOccupationalHealth", "manager2", "{}");
        wrong.addAll(differences(What.WITHDRAW_CONSENT));
        assertThat(wrong).isEmpty();
    }

    /** Those who may not come first, so that they find everything as it was. */
    private List<String> differences(What what) {
        List<String> wrong = new ArrayList<>();
        for (boolean allowed : new boolean[]{false, true}) {
            for (Who who : Who.values()) {
                if (ALLOWED.get(what).contains(who) == allowed && does(what, who) != allowed) {
                    wrong.add(who + (allowed ? " cannot " : " can ") + what);
                }
            }
        }
        return wrong;
    }

    private boolean does(What what, Who who) {
        return switch (what) {
            case READ_NOTES -> reads(who, () -> records.notesOf(number, who.user).toString()) && pageSays(who, "bad back");
            case READ_ADVICE -> reads(who, () -> records.adviceOf(number, who.user).toString()) && pageSays(who, "Fit");
            case READ_ADJUSTMENTS -> reads(who, () -> records.adjustmentsKeptApart(number, who.user).toString()) & reads(who, () -> records.adjustmentsOf(number, who.user).toString())
                    & caseSays(who, "A later start");
            case READ_REFERRAL -> downloads(who);
            case DISCLOSE -> open(act("recordDisclosure", who.user, form().with("note", "More").json()), "-");
            case REFER -> open(act("referToOccupationalHealth", who.user, "{}"), ":alreadyReferred");
            case COMPLETE_REFERRAL -> completes("completeReferral", who, referral());
            case RECORD_ADVICE -> completes("recordOccupationalHealthAdvice", who, form().with("state", "adviceReceived").json());
            case WITHDRAW_CONSENT -> open(act("withdrawConsent", who.user, "{}"), ":noReferral");
        };
    }

    /** Reads through the service, and finds the reading, or the refusal, in the access log. */
    private boolean reads(Who who, Runnable reading) {
        boolean read = true;
        long before = logged(who, "read");
        long refusedBefore = logged(who, "refused");
        try {
            reading.run();
        } catch (AccessDeniedException refused) {
            read = false;
        }
        assertThat(logged(who, "read") - before).as(who + " is kept as reader").isEqualTo(read ? 1 : 0);
        assertThat(logged(who, "refused") - refusedBefore).as(who + " is kept as refused").isEqualTo(read ? 0 : 1);
        return read;
    }

    private long logged(Who who, String outcome) {
        return jdbc.queryForObject("select count(*) from access_log where outcome = ? and user_id is not distinct from ? and subject like ? and what in ('HEALTH_RECORD', 'health record', 'adjustments')",
                Long.class, outcome, who.user, number + "%");
    }

    private boolean pageSays(Who who, String text) {
        return page(who, "/cases/" + number + "/health").contains(text);
    }

    private boolean caseSays(Who who, String text) {
        return page(who, "/cases/" + number).contains(text);
    }

    private boolean downloads(Who who) {
        String link = "/documents/" + jdbc.queryForObject("select id from document where kind = 'occupationalHealthReferral' order by id limit 1", Long.class);
        long before = logged(who, "read");
        boolean found = who.user != null && WebSession.of(doors.base(), who.user).get(link).status() == 200;
        assertThat(logged(who, "read") - before).as(who + " is kept as reader of the referral").isEqualTo(found ? 1 : 0);
        return found;
    }

    private String page(Who who, String address) {
        return who.user == null ? doors.get(address, null).text() : WebSession.of(doors.base(), who.user).get(address).text();
    }

    private boolean completes(String formId, Who who, String submission) {
        Task task = engine.task(formId, number);
        int status = doors.completeAtEngineRest(who.user, task.getId(), submission).status();
        assertThat(engine.isOpen(formId, number)).as(who + " at " + formId + ": " + status).isEqualTo(status >= 300);
        return status < 300;
    }

    /** The operation was open to them: done, or refused by its own rule because somebody else has done it before. */
    private static boolean open(Doors.Reply reply, String rule) {
        return reply.status() == 200 || reply.status() == 422 && reply.refused().contains(rule);
    }

    private Doors.Reply act(String action, String user, String submission) {
        return doors.post("/api/cases/" + number + "/actions/" + action, user, submission);
    }

    private static String referral() {
        return form().with("reason", "Struggles with early starts").with("questions", "What would help?").with("shared", List.of()).with("seenByColleague", true).with("consent", "given").json();
    }

    @Test
    void whileACaseHasNoAdviserHrOfItsDivisionReads_S1D07() {
        assertThat(records.mayRead(number, "hr")).isFalse();
        jdbc.update("update staff_member set left_on = ? where user_id = 'hr2'", Stage1Story.MEETING_DAY.minusDays(1));
        assertThat(records.mayRead(number, "hr")).isTrue();
        assertThat(records.notesOf(number, "hr")).extracting(RestrictedNote::text).contains("Told me of a bad back");
        for (String user : List.of("hr3", "hr4", "hr5", "manager2")) {
            assertThat(records.mayRead(number, user)).as(user).isFalse();
        }
    }

    @Test
    void aReviewerWhoIsNotTheManagerConsidersAdjustmentsWithoutReadingThoseKeptApart_S1D08_S1D16() {
        engine.complete("approveOutcomeLetter", number, form().with("discussion", "We met.").json());
        engine.runDue();
        engine.timePassesTo(Stage1Story.MEETING_DAY.plusDays(7).atTime(16, 0));
        Task review = engine.task("holdProgressReview", number);
        assertThat(review.getAssignee()).isEqualTo("omar.evans");
        Doors.Reply form = doors.get("/api/tasks/" + review.getId() + "/form", "omar.evans");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body().at("/prefill/_context").asText()).contains("Adjustments that were agreed").contains("kept apart");
        assertThat(form.text()).doesNotContain("A later start");
        assertThat(form.body().at("/disclosureLink").asText()).as("a disclosure can come at this step").isEqualTo("/cases/" + number + "/actions/recordDisclosure");
        assertThat(WebSession.of(doors.base(), "omar.evans").get(form.body().at("/disclosureLink").asText()).status()).isEqualTo(200);
    }
}
