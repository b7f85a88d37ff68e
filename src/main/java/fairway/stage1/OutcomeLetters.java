package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.correspondence.Attachment;
import fairway.correspondence.DatedExample;
import fairway.correspondence.Deliveries;
import fairway.correspondence.ExpectedStandard;
import fairway.correspondence.ImprovementPlan;
import fairway.correspondence.IssuedDocument;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letters;
import fairway.correspondence.MeetingScript;
import fairway.correspondence.Named;
import fairway.correspondence.OutcomeLetter;
import fairway.correspondence.PromisedSupport;
import fairway.correspondence.RevisedPlan;
import fairway.correspondence.Signposted;
import fairway.form.ChangedParagraph;
import fairway.form.Preview;
import fairway.performancecase.CaseProcess;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.RaisedConcern;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The discussion of the Stage 1 meeting in writing: drafted, approved, confirmed, and sent with plan and policy in one message (S1A-01 … S1A-03). */
@Component
@Transactional
public class OutcomeLetters {

    private static final String CUT = "\n\n(The draft is cut here. Please shorten it.)";

    private final OutcomeLetterTexts texts;
    private final Stage1 stage1;
    private final Cases cases;
    private final CaseEvidence evidence;
    private final CaseLetters people;
    private final PlanDocuments plans;
    private final Letters letters;
    private final Deliveries deliveries;
    private final CaseMail mail;
    private final CaseProcess process;
    private final Chronology chronology;
    private final WorkingDays workingDays;
    private final TrustSettings trust;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutcomeLetters(OutcomeLetterTexts texts, Stage1 stage1, Cases cases, CaseEvidence evidence, CaseLetters people, PlanDocuments plans, Letters letters,
            Deliveries deliveries, CaseMail mail, CaseProcess process, Chronology chronology, WorkingDays workingDays, TrustSettings trust,
            ApplicationEventPublisher events, Clock clock) {
        this.texts = texts;
        this.stage1 = stage1;
        this.cases = cases;
        this.evidence = evidence;
        this.people = people;
        this.plans = plans;
        this.letters = letters;
        this.deliveries = deliveries;
        this.mail = mail;
        this.process = process;
        this.chronology = chronology;
        this.workingDays = workingDays;
        this.trust = trust;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Drafts the outline of the discussion from the script, where there is one, and the record of the meeting (PM-10).
     *
     * @return whether HR attended, so that they confirm the letter
     */
    public boolean draft(String number) {
        Stage1Meeting meeting = stage1.meetingOf(number);
        if (texts.findById(number).isEmpty()) {
            texts.save(new OutcomeLetterText(number, Scripts.fitting(outline(cases.require(number), meeting), CUT)));
        }
        return meeting.hrAttended();
    }

    OutcomeLetterText of(String number) {
        return texts.findById(number).orElseThrow(() -> new IllegalStateException(number + " has no outcome letter"));
    }

    /** The letter with this text and the plan that is approved with it, as they would be if it were approved now. Nothing is kept. */
    Preview preview(String number, String discussion) {
        OutcomeLetter letter = letter(cases.require(number), stage1.meetingOf(number), discussion);
        ImprovementPlan plan = plans.plan(number);
        return new Preview(letter.title(), letters.pdf(letter), ChangedParagraph.between(of(number).draft(), discussion), List.of(new Preview.Enclosure(plan.title(), letters.pdf(plan))));
    }

    /** What the approved text differs in from what was drafted; empty before. */
    List<ChangedParagraph> changes(String number) {
        OutcomeLetterText text = of(number);
        return text.discussion() == null ? List.of() : ChangedParagraph.between(text.draft(), text.discussion());
    }

    /** The letter, the plan and the policy as the manager approved them: these are sent. Empty before. */
    List<IssuedDocument> approved(String number) {
        return deliveries.issued(of(number).documents().stream().map(ApprovedDocument::documentId).toList());
    }

    /** Whether another version of the plan is in force than the one that was approved with the letter. */
    boolean planChangedSinceApproval(String number) {
        Integer version = of(number).planVersion();
        return version != null && version != stage1.planOf(number).version();
    }

    /** Approves the text, and keeps the letter with plan and policy as they are sent from now on. */
    void approve(String number, String discussion, String userId) {
        of(number).approve(discussion, clock.instant(), userId);
        keepDocuments(number);
        chronology.add(number, userId, "Outcome letter approved", null);
    }

    void decide(String number, boolean confirmed, String changes, String userId) {
        if (confirmed) {
            of(number).confirm(clock.instant(), userId);
        } else {
            of(number).askForChanges(changes);
        }
        chronology.add(number, userId, confirmed ? "HR confirmed the outcome letter" : "HR asked for changes to the outcome letter", changes);
    }

    private void keepDocuments(String number) {
        OutcomeLetterText text = of(number);
        OutcomeLetter letter = letter(cases.require(number), stage1.meetingOf(number), text.discussion());
        text.keep(Stream.of(letters.attachment(letter), letters.attachment(plans.plan(number)), letters.policy())
                .map(document -> ApprovedDocument.of(deliveries.issue(number, Kinds.OUTCOME_LETTER, document))).toList(),
                letter.commentsUntil(), stage1.planOf(number).version());
    }

    /**
     * Sends the letter with plan and policy in one message, byte for byte as they were approved, and wellbeing information where signposts were given;
     * a receipt is asked for.
     */
    public void issue(String number) {
        OutcomeLetterText approved = of(number);
        if (approved.documents().isEmpty()) {
            // approved by a version of Fairway that kept no documents before they were sent
            keepDocuments(number);
        }
        List<Attachment> documents = approved.documents().stream().map(document -> deliveries.kept(document.documentId(), document.sha256())).toList();
        LocalDate commentsUntil = workingDays.plus(today(), trust.commentPeriodDays());
        List<Signposted> signposts = signposts(stage1.meetingOf(number));
        StringBuilder text = new StringBuilder("Please find attached the letter about our meeting, your Improvement Action Plan and the Performance Management policy.\n"
                + "Your comments or corrections are welcome within " + trust.commentPeriodDays() + " working days (until " + InWords.of(commentsUntil)
                + (commentsUntil.isAfter(approved.commentsUntil()) ? ": this day counts, not the earlier one in the letter" : "") + "); later ones are kept too.\n");
        if (!signposts.isEmpty()) {
            text.append("\nSupport for your wellbeing:\n");
            signposts.forEach(s -> text.append("- ").append(s.label()).append(s.address() == null ? "" : ": " + s.address()).append('\n'));
        }
        mail.sendToColleague(number, Kinds.OUTCOME_LETTER, "outcomeLetter", text.toString(), documents, true);
        approved.sent(today());
        stage1.planSent(number);
        chronology.add(number, null, "Outcome letter sent with plan and policy", null);
    }

    /** The letter with this discussion, and everything else as the case has it now. */
    @Transactional(readOnly = true)
    public OutcomeLetter with(String number, String discussion) {
        return letter(cases.require(number), stage1.meetingOf(number), discussion);
    }

    /** Sends the version of the plan that is in force now, and what changed (a revision). Timers and due dates follow its end. */
    public void sendRevisedPlan(String number) {
        ImprovementActionPlan plan = stage1.planOf(number);
        RevisedPlan letter = revisedPlan(number, plan.revisionReason(), plan.colleagueView());
        mail.sendToColleague(number, Kinds.REVISED_PLAN, "version-" + plan.version(), "Please find attached your revised Improvement Action Plan.\n",
                List.of(letters.attachment(letter)), true);
        stage1.planSent(number);
        chronology.add(number, null, "Revised plan sent, version " + plan.version(), null);
        process.datesChanged(number);
        events.publishEvent(new PlanRevised(number));
    }

    /** The letter about the version of the plan that is in force now. */
    RevisedPlan revisedPlan(String number, String reason, String colleagueView) {
        LocalDate previousEnd = stage1.planVersions(number).stream().filter(version -> version.state() == PlanState.superseded)
                .reduce((a, b) -> b).map(ImprovementActionPlan::endsOn).orElse(stage1.planOf(number).endsOn());
        return new RevisedPlan(people.toColleague(cases.require(number)), reason, colleagueView, previousEnd, plans.plan(number));
    }

    /** The letter about a revision as it would be if it came into force today. Nothing is kept. */
    Preview preview(String number, ImprovementActionPlan revision) {
        ImprovementActionPlan former = stage1.planOf(number);
        RevisedPlan letter = new RevisedPlan(people.toColleague(cases.require(number)), revision.revisionReason(), revision.colleagueView(), former.endsOn(), plans.plan(number, revision));
        return new Preview(letter.title(), letters.pdf(letter), ChangedParagraph.between(inWords(former), inWords(revision)));
    }

    private String inWords(ImprovementActionPlan plan) {
        return plan.targets().stream().map(target -> target.what() + ", measured by: " + target.measure() + ", by " + InWords.of(stage1.dueOn(plan, target)))
                .collect(Collectors.joining("\n\n")) + "\n\nThe plan ends on " + InWords.of(stage1.endsOn(plan));
    }

    private OutcomeLetter letter(PerformanceCase about, Stage1Meeting meeting, String discussion) {
        String number = about.number();
        ImprovementActionPlan plan = stage1.planOf(number);
        List<DatedExample> examples = evidence.examples(about).stream().filter(e -> meeting.examplesDiscussed().contains(e.id())).map(CaseEvidence::shown).toList();
        List<PromisedSupport> adjustments = plans.promised(stage1.support(number).stream().filter(SupportItem::adjustment).filter(SupportItem::inLetter).toList()).stream()
                .map(item -> new PromisedSupport(null, item.what(), item.arrangedBy(), item.by(), item.state())).toList();
        List<PromisedSupport> support = plans.promised(stage1.support(number).stream().filter(item -> !item.adjustment()).toList());
        return new OutcomeLetter(people.toColleague(about), meeting.heldOn(), meeting.place(),
                meeting.present().stream().map(person -> new Named(person.name(), person.role())).toList(), discussion, examples,
                meeting.standards().stream().map(s -> new ExpectedStandard(s.concern(), s.jobDescription(), s.expected())).toList(),
                meeting.colleagueView(), meeting.declinedToComment(), meeting.factors().stream().map(ContributoryFactor::what).toList(),
                adjustments, adjustmentsNote(meeting), occupationalHealth(meeting), support, signposts(meeting), plans.summary(number),
                plan.colleagueAgrees(), plan.colleagueReason(), plans.watch(), trust.commentPeriodDays(), workingDays.plus(today(), trust.commentPeriodDays()));
    }

    private List<Signposted> signposts(Stage1Meeting meeting) {
        return trust.signposts().stream().filter(s -> meeting.signposts().contains(s.key())).map(s -> new Signposted(s.label(), s.address())).toList();
    }

    /** Agreed ones speak for themselves; where all are kept apart the letter says nothing of them (S1D-08). */
    private static String adjustmentsNote(Stage1Meeting meeting) {
        return switch (meeting.adjustments()) {
            case agreed -> null;
            case awaitingAdvice -> "Whether adjustments would help is decided when we have advice.";
            case declined -> "Adjustments were offered, and you did not want any for now.";
            case noneNeeded -> "We found that no adjustments are needed for now.";
        };
    }

    private static String occupationalHealth(Stage1Meeting meeting) {
        return switch (meeting.occupationalHealth()) {
            case notNeeded -> "We found that support from Occupational Health is not needed for now.";
            case declined -> "You were offered support from Occupational Health and did not want it for now.";
            case agreed -> "You agreed to be referred to Occupational Health.";
        };
    }

    /** The account alone: who was there, examples, standards, view, factors, support and consequences have their own place in the letter. */
    private String outline(PerformanceCase about, Stage1Meeting meeting) {
        List<String> concerns = cases.concerns(about.number()).stream().map(RaisedConcern::description).toList();
        List<String> parts = new ArrayList<>();
        parts.add("Introductions were made, the purpose of our meeting was outlined, and I confirmed that this was the informal Stage 1 of the Performance "
                + "Management policy.");
        String fromScript = meeting.script() == null ? "" : MeetingScript.forLetter(meeting.script());
        parts.add(fromScript.isBlank() ? "I outlined my " + (concerns.size() == 1 ? "concern: " : "concerns: ") + String.join("\n\n", concerns) : fromScript);
        parts.add("We went through the examples and the standard that your role asks for. You had the opportunity to say how you see it.");
        parts.add(meeting.factors().isEmpty() ? "I asked whether anything at work or outside it plays a part."
                : "We talked about what may play a part, and about what would help you.");
        return String.join("\n\n", parts);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
