package fairway.process.health;

import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fairway.process.stage1.Refusals;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.Submissions.Form;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Everything that the forms of a referral refuse: the steps through both REST doors, the action on the case through its own. */
@FairwayTest
class HealthRefusalsTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;

    private String number;

    @BeforeEach
    void aReferralIsAgreed() {
        number = new Stage1Story(context).stage1Chosen(false);
        assertThat(doors.post("/api/cases/" + number + "/actions/referToOccupationalHealth", "hr2", "{}").status()).isEqualTo(200);
    }

    private Refusals refusals() {
        return new Refusals(doors, engine);
    }

    @Test
    void aReferralIsNotSentWithoutConsentAReasonAndQuestions_S1A06() {
        refusals()
                .refuses(form(), "consent:required:")
                .refuses(complete().without("consent"), "consent:required:")
                .refuses(complete().with("consent", " "), "consent:required:")
                .refuses(complete().with("consent", "maybe"), "consent:choice:")
                .refuses(complete().with("consent", true), "consent:kind:")
                .refuses(form().with("consent", "given"), "reason:required:S1A-06", "questions:required:S1A-06", "seenByColleague:seenFirst:S1A-06")
                .refuses(complete().with("seenByColleague", false), "seenByColleague:seenFirst:S1A-06")
                .refuses(complete().without("seenByColleague"), "seenByColleague:seenFirst:S1A-06")
                .refuses(complete().with("reason", " \n "), "reason:required:S1A-06")
                .refuses(complete().with("shared", List.of(row("what", "The plan"), row("what", " "))), "shared[1].what:required:")
                .refuses(complete().with("diagnosis", "x"), "diagnosis:unknownKey:")
                .atTask("completeReferral", number);
        engine.runDue();
        assertThat(MailBox.received("occupational.health@provider.example")).isEmpty();
        engine.complete("completeReferral", number, complete().json());
    }

    @Test
    void oneReferralAtATime_S1A06() {
        refusals().refuses(form(), ":alreadyReferred:S1A-06").atAction("referToOccupationalHealth", number, "hr2");
        refusals().refuses(form(), ":alreadyReferred:S1A-06").atAction("referToOccupationalHealth", number, "teamleader");
        engine.complete("completeReferral", number, complete().json());
        engine.runDue();
        refusals().refuses(form(), ":alreadyReferred:S1A-06").atAction("referToOccupationalHealth", number, "hr2");
    }

    @Test
    void adviceIsRecordedWithWhereItStands_S1A06() {
        engine.complete("completeReferral", number, complete().json());
        engine.runDue();
        refusals()
                .refuses(form(), "state:required:")
                .refuses(form().with("state", "cured"), "state:choice:")
                .refuses(form().with("state", "adviceReceived").with("fitness", 7), "fitness:kind:")
                .atTask("recordOccupationalHealthAdvice", number);
    }

    private static Form complete() {
        return form().with("reason", "Struggles with early starts").with("questions", "What would help?").with("shared", List.of("The rota"))
                .with("seenByColleague", true).with("consent", "given");
    }
}
