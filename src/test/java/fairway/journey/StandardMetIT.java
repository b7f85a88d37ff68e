package fairway.journey;

import java.time.LocalDate;
import java.time.LocalDateTime;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.Tasklist;
import fairway.support.Tasklist.Fields;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One case from <i>Start process</i> to <i>Standard met</i>, every step in Tasklist by the person whose step it is. */
class StandardMetIT extends Journey {

    private static final String COLLEAGUE_MAIL = "priya.chowdhury@trust.example";
    private static final LocalDateTime MEETING = LocalDateTime.of(2026, 11, 12, 10, 0);

    @Test
    void fromTheConcernToTheStandardMet() {
        earlierOneToOne("21/09/2026", "20/09/2026", true);
        earlierOneToOne("01/10/2026", "30/09/2026", false);

        String number = raiseTheConcern();
        selectTheEvidence(number);
        confirmTheCourseOfAction(number);
        holdTheInformalConversation(number);

        until(LocalDateTime.of(2026, 10, 20, 15, 0));
        earlierOneToOne("20/10/2026", "19/10/2026", true);
        until(LocalDateTime.of(2026, 11, 3, 10, 0));
        itHasNotImproved(number);

        prepareTheMeeting(number);
        fork().receiptsConfirmed();
        until(MEETING.plusHours(2));
        recordTheMeeting(number);
        agreeThePlan(number);
        sendTheLetter(number);
        theColleagueHasTheLetter();
        arrangeTheSupport(number);
        referToOccupationalHealth(number);

        until(LocalDateTime.of(2026, 11, 26, 11, 0));
        holdTheReview(number);
        until(LocalDateTime.of(2026, 12, 10, 11, 0));
        theStandardIsMet(number);

        assertEnded(number, "Standard met");
        assertThat(MailBox.last(COLLEAGUE_MAIL).attachments()).as("closure letter").isNotEmpty();
        assertThat(complaints()).isEmpty();
    }

    private void earlierOneToOne(String heldOn, String example, boolean raised) {
        Tasklist tasklist = as(TEAM_LEADER);
        Fields form = tasklist.start("Earlier one-to-one");
        form.pick("Colleague", "Priya Chowdhury").date("Held on", heldOn)
                .text("The note that was sent then", "Talked through the week. The chart check of bay 2 was missed; we looked at how to start it earlier.");
        form.add("Add support");
        form.row("Support 1").pick("Kind of support", "Guidance or coaching").text("What it was", "Went through the chart check together");
        form.add("Add an example");
        Fields row = form.row("Example 1");
        row.date("Date", example).pick("Kind", "Allocated task not carried out").text("What was expected", "Charts of bay 2 checked by 11:00")
                .text("What happened", "The charts were not checked").text("The cause, as far as it was found", "Handover overran");
        if (raised) {
            row.tick("I raised this with the colleague");
        }
        tasklist.begin();
    }

    private String raiseTheConcern() {
        Tasklist tasklist = as(TEAM_LEADER);
        tasklist.start("Performance case").pick("Colleague", "Priya Chowdhury").choose("What is it about?", "Allocated tasks not carried out")
                .text("The concern", "The daily chart check of bay 2 has repeatedly not been done.")
                .text("The standard it is measured against", "Job description, section 4: completes allocated checks each shift.");
        tasklist.begin();
        String task = as(TEAM_LEADER).tasks().get(0);
        assertThat(task).matches("(?s)Select the evidence.*PC-2026-\\d{6}.*");
        return task.replaceAll("(?s).*(PC-2026-\\d{6}).*", "$1");
    }

    private void selectTheEvidence(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        tasklist.open("Select the evidence · " + number).tickFirst("Examples", 2).tickFirst("Support given, or offered and declined", 2)
                .date("Raised on", "21/09/2026").pick("The one-to-one", "21/09/2026");
        tasklist.complete();
    }

    private void confirmTheCourseOfAction(String number) {
        Tasklist tasklist = as(HR).filter("HR decisions");
        tasklist.select("Confirm the course of action · " + number);
        tasklist.claim().choose("Route", "Informal conversation").text("Reason", "The evidence is from the one-to-ones and support was given.")
                .choose("Is a grievance, a protected disclosure, a discrimination complaint, pregnancy or union activity in play?", "None known")
                .pick("HR adviser on this case", "Grace Lewis").tick("HR attends the meeting");
        tasklist.complete();
    }

    private void holdTheInformalConversation(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        Fields form = tasklist.open("Hold the informal conversation · " + number);
        form.date("Held on", "05/10/2026").text("What was said", "We went through the missed checks and what is expected each shift.")
                .text("The colleague’s view, in their own words", "Handover often overruns; a quieter start would help.");
        form.add("Add support");
        form.row("Support 1").pick("Kind of support", "Mentoring").date("By", "19/10/2026").text("What it is", "Checks together with an experienced nurse");
        form.date("The colleague is given time until", "02/11/2026").choose("Occupational Health", "Not needed");
        tasklist.complete();
    }

    private void itHasNotImproved(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        tasklist.open("Review the improvement · " + number).choose("Has the performance improved?", "No, it has not improved")
                .tickFirst("Examples since the conversation", 1);
        tasklist.complete();
    }

    private void prepareTheMeeting(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        Fields form = tasklist.open("Arrange the meeting · " + number);
        form.dateTime("Date", "Time", day(MEETING.toLocalDate()), "10:00").tick("The colleague works at this time")
                .text("Place", "Seminar room 2, Education Centre").tick("The place is a neutral environment");
        form.add("Add a companion");
        form.row("Companion 1").text("Name", "Sam Reed").text("Role", "Trade union representative");
        form.tick("I told the colleague in person");
        tasklist.complete();

        tasklist = as(TEAM_LEADER);
        tasklist.open("Share the policy · " + number).choose("How is it shared?", "By e-mail, sent by Fairway when you complete this form")
                .dateTime("Shared on", "Time", "03/11/2026", "10:00")
                .text("Purpose of the meeting", "To talk about the chart checks, hear your view and agree what would help.");
        tasklist.complete();

        tasklist = as(TEAM_LEADER);
        form = tasklist.open("Prepare the script · " + number);
        assertThat(form.value("Script")).as("a draft from the evidence").contains("Charts of bay 2 checked by 11:00");
        tasklist.complete();
    }

    private void recordTheMeeting(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        Fields form = tasklist.open("Record the Stage 1 meeting · " + number);
        form.choose("Did the meeting take place?", "Yes, it was held");
        assertThat(form.value("Held on")).isEqualTo(day(MEETING.toLocalDate()));
        assertThat(form.row("Person 2").value("Name")).isEqualTo("Priya Chowdhury");
        form.tick("Introductions were made").tick("The purpose of the meeting was outlined")
                .tick("It was confirmed that this is the informal Stage 1 of the Performance Management policy")
                .tickFirst("Examples that were discussed", 2);
        form.row("Standard 1").text("The standard that is expected", "Charts of bay 2 checked and signed by 11:00 each shift");
        form.text("Their perspective and reasons, in their own words", "Mornings are very busy and handover overruns.")
                .choose("Contributory factors", "The colleague named some");
        form.add("Add a factor");
        form.row("Factor 1").pick("Kind", "Work-related").text("What it is", "Handover overruns three days in five");
        form.choose("Adjustments", "Agreed").add("Add an adjustment");
        form.row("Adjustment 1").text("Adjustment", "Starts after handover, at 07:45").pick("Who arranges it", "Nia Barker").date("By", "19/11/2026");
        form.choose("Occupational Health", "The colleague agrees to a referral").tickFirst("Support signposted", 1);
        form.add("Add support");
        form.row("Support 1").pick("Kind of support", "Training").text("What it is", "Medication charts, refresher of the education team")
                .pick("Who arranges it", "Nia Barker").date("By", "26/11/2026");
        form.tick("The consequences were made clear");
        tasklist.complete();
    }

    private void agreeThePlan(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        Fields form = tasklist.open("Agree the Improvement Action Plan · " + number);
        if (form.row("Target 1").locator().count() == 0) {
            form.add("Add a target");
        }
        form.row("Target 1").text("What is to be achieved", "Daily chart check of bay 2 done by 11:00").text("How it is measured", "Signed chart list, all shifts of a week")
                .date("To be met by", "10/12/2026").tick("Urgent or important");
        form.date("The plan ends on", "10/12/2026").pick("How often is progress reviewed?", "Every 2 weeks").pick("Who reviews it?", "Nia Barker")
                .tick("The colleague agrees to this plan");
        tasklist.complete();
    }

    private void sendTheLetter(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        Fields form = tasklist.open("Approve the letter · " + number);
        assertThat(form.value("The discussion")).isNotBlank();
        tasklist.complete();

        tasklist = as(HR);
        tasklist.open("Confirm the letter · " + number).tick("The letter can go out as it is");
        tasklist.complete();
        engine.runDue();
    }

    private void theColleagueHasTheLetter() {
        Mail letter = MailBox.received(COLLEAGUE_MAIL).stream().filter(mail -> mail.attachments().size() == 3).findFirst().orElseThrow();
        try (Page page = as(TEAM_LEADER).page().context().browser().newPage()) {
            page.navigate(doors.base() + "/my/" + letter.token().orElseThrow());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send me a code")).click();
            page.getByText("A code is on its way to your staff mailbox").waitFor();
            page.getByLabel("Code from the message").fill(MailBox.last(COLLEAGUE_MAIL).code().orElseThrow());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the letter")).click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have received this letter")).click();
            page.getByText("Thank you. We know now that this has reached you.").waitFor();
        }
    }

    private void arrangeTheSupport(String number) {
        for (int i = 0; i < 2; i++) {
            Tasklist tasklist = as(TEAM_LEADER);
            tasklist.open("Arrange the support · " + number).tick("It is arranged").text("What is arranged, or why it cannot be", "Agreed with the education team")
                    .date("Takes place on", "18/11/2026");
            tasklist.complete();
        }
    }

    private void referToOccupationalHealth(String number) {
        Tasklist tasklist = as(TEAM_LEADER).filter("Occupational Health");
        Fields form = tasklist.open("Complete the referral · " + number);
        form.text("Reason for the referral", "Advice on what would help in the mornings").text("Questions to Occupational Health", "Which adjustments would help?");
        form.add("Add something that may be shared");
        form.row("Item 1").text("May be shared", "The adjustments that are advised");
        form.tick("The colleague has seen this referral").choose("Does the colleague consent?", "Yes");
        tasklist.complete();

        tasklist = as(HR).filter("Occupational Health");
        tasklist.open("Record the advice · " + number).choose("Where does the referral stand?", "The advice has come").text("Adjustments advised", "A quiet start of the shift");
        tasklist.complete();
    }

    private void holdTheReview(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        Fields form = tasklist.open("Hold the progress review · " + number);
        form.choose("Did the review take place?", "Yes, it was held").date("Held on", "26/11/2026");
        form.row("Target 1").choose("State", "On track").text("What was seen", "Signed on nine of ten shifts");
        form.row("Support 1").choose("State", "Delivered");
        form.row("Support 2").choose("State", "Delivered");
        form.text("Barriers", "None named").text("The colleague’s view, in their own words", "The later start helps.");
        tasklist.complete();
    }

    private void theStandardIsMet(String number) {
        Tasklist tasklist = as(TEAM_LEADER);
        Fields form = tasklist.open("Hold the final review · " + number);
        form.row("Target 1").choose("State", "Met").text("What was seen", "Signed on every shift");
        form.text("The colleague’s view, in their own words", "The help made the difference.").choose("Result", "The standard is met");
        tasklist.complete();
    }
}
