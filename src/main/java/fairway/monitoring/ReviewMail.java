package fairway.monitoring;

import java.time.LocalDate;
import java.util.List;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letters;
import fairway.correspondence.OtherDate;
import fairway.correspondence.PlanExtension;
import fairway.correspondence.ReviewNote;
import fairway.correspondence.Subjects;
import fairway.performancecase.Cases;
import fairway.stage1.CaseMail;
import fairway.stage1.Stage1;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;

/** What is sent while a plan is monitored: reminders of reviews with case number and link alone, notes and extensions to the colleague. */
@Component
class ReviewMail {

    private final Deliveries deliveries;
    private final Letters letters;
    private final Subjects subjects;
    private final CaseMail mail;
    private final ReviewNotes notes;
    private final Cases cases;
    private final Stage1 stage1;
    private final TrustSettings trust;

    ReviewMail(Deliveries deliveries, Letters letters, Subjects subjects, CaseMail mail, ReviewNotes notes, Cases cases, Stage1 stage1, TrustSettings trust) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.subjects = subjects;
        this.mail = mail;
        this.notes = notes;
        this.cases = cases;
        this.stage1 = stage1;
        this.trust = trust;
    }

    void reviewDue(MonitoringReview review) {
        remindReviewer(review, "due", "The " + inWords(review) + " of this case is due on " + InWords.of(review.day()) + ". Record it in Tasklist once it was held.");
    }

    void reviewOverdue(MonitoringReview review) {
        remindReviewer(review, "overdue", "The " + inWords(review) + " of this case was due on " + InWords.of(review.day())
                + " and is not recorded yet. Hold it and record it, or record why it did not take place.");
    }

    /** Told to HR, so that they can help or name somebody else. */
    void reviewLate(MonitoringReview review) {
        mail.tellHr(review.caseNumber(), occurrence(review, "late"), "The " + inWords(review) + " of this case was due on " + InWords.of(review.day())
                + " and is not recorded after " + trust.reviewEscalationDays() + " working days (Trust setting).");
    }

    void note(MonitoringReview review, LocalDate nextReview, LocalDate planEndsOn) {
        String number = review.caseNumber();
        Attachment note = letters.attachment(noteOf(review, nextReview, planEndsOn));
        mail.sendToColleague(number, Kinds.REVIEW_NOTE, occurrence(review), "Please find the note of your review attached.\n", List.of(note), false);
    }

    ReviewNote noteOf(MonitoringReview review, LocalDate nextReview, LocalDate planEndsOn) {
        return notes.note(review, reviewer(review.caseNumber()), nextReview, planEndsOn);
    }

    void extension(PlanEnd end, LocalDate next, LocalDate planEndsOn) {
        String number = end.caseNumber();
        Attachment letter = letters.attachment(extension(end, end.reason(), next, planEndsOn));
        mail.sendToColleague(number, Kinds.PLAN_EXTENSION, occurrence(end), "Please find a letter about your plan attached.\n", List.of(letter), true);
    }

    PlanExtension extension(PlanEnd end, String reason, LocalDate next, LocalDate planEndsOn) {
        return notes.extension(end, reason, reviewer(end.caseNumber()), next, planEndsOn);
    }

    /** Tells the note of this review from others of the case. */
    static String occurrence(MonitoringReview review) {
        return "review-" + review.id();
    }

    /** Tells the letter about this end of the plan from others of the case. */
    static String occurrence(PlanEnd end) {
        return "planEnd-" + end.id();
    }

    /** Told to whoever holds the review, and to the manager. */
    void otherDate(String number, OtherDate proposal) {
        String text = "Another date is proposed for the review of " + InWords.of(proposal.insteadOf().toLocalDate())
                + ". The proposal is on the page of the case. To move the review, record in “Hold the progress review” that it was put off.";
        mail.tellManager(number, "otherDate-" + proposal.id(), text);
        if (!reviewer(number).equals(mail.manager(number))) {
            deliveries.send(Dispatch.message(number, Kinds.NOTICE, "otherDate-" + proposal.id() + "-reviewer", mail.person(reviewer(number)), subjects.notice(),
                    text + "\n\nCase " + number + ": " + trust.baseUrl() + "/cases/" + number + "\n", mail.manager(number)));
        }
    }

    private void remindReviewer(MonitoringReview review, String what, String text) {
        String number = review.caseNumber();
        deliveries.send(Dispatch.message(number, Kinds.REMINDER, occurrence(review, what), mail.person(reviewer(number)), subjects.reminder(),
                text + "\n\nCase " + number + ": " + trust.baseUrl() + "/cases/" + number + "\n", mail.manager(number)));
    }

    /** The day tells the reminders of a review apart from those after it was moved. */
    private static String occurrence(MonitoringReview review, String what) {
        return "review-" + review.id() + "-" + what + "-" + review.day();
    }

    private static String inWords(MonitoringReview review) {
        return review.kind() == MonitoringReview.Kind.finalReview ? "final review" : "progress review";
    }

    /** Staff number of whom the plan names, or of whoever acts as manager where they cannot act any more, or were the manager and are no longer. */
    String reviewer(String number) {
        return cases.doneBy(number, stage1.planOf(number).reviewer());
    }
}
