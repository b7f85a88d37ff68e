package fairway.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fairway.correspondence.Attachment;
import fairway.correspondence.ColleagueWords;
import fairway.correspondence.DatedExample;
import fairway.correspondence.DatedSupport;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.HandOverPack;
import fairway.correspondence.HandOverPack.Event;
import fairway.correspondence.HandOverPack.LetterSent;
import fairway.correspondence.HandOverPack.Words;
import fairway.correspondence.ImprovementPlan;
import fairway.correspondence.Kinds;
import fairway.correspondence.LetterHead;
import fairway.correspondence.Letters;
import fairway.correspondence.Named;
import fairway.correspondence.Recipient;
import fairway.correspondence.ReviewNote;
import fairway.correspondence.Sent;
import fairway.correspondence.Subjects;
import fairway.monitoring.FormalStageConsideration;
import fairway.monitoring.Monitoring;
import fairway.performancecase.Cases;
import fairway.performancecase.EvidenceOfCases;
import fairway.performancecase.Outcome;
import fairway.performancecase.PerformanceCase;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.stage1.ImprovementActionPlan;
import fairway.stage1.PlanDocuments;
import fairway.stage1.Stage1;
import fairway.stage1.Stage1Meeting;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What HR hands over to the formal stage: chronology, plan with its versions, reviews, letters, and the colleague's words, word for word. It goes to
 * the HR adviser with the letters themselves. Health records are no part of it.
 */
@Service
@Transactional
public class HandOverPacks {

    private static final List<String> LETTERS = List.of(Kinds.OUTCOME_LETTER, Kinds.IMPROVEMENT_PLAN, Kinds.REVISED_PLAN, Kinds.REVIEW_NOTE, Kinds.PLAN_EXTENSION);

    private final Cases cases;
    private final CaseHistory history;
    private final EvidenceOfCases evidence;
    private final Stage1 stage1;
    private final PlanDocuments plans;
    private final Monitoring monitoring;
    private final Deliveries deliveries;
    private final Letters letters;
    private final Subjects subjects;
    private final Staff staff;
    private final TrustSettings trust;
    private final Clock clock;

    HandOverPacks(Cases cases, CaseHistory history, EvidenceOfCases evidence, Stage1 stage1, PlanDocuments plans, Monitoring monitoring,
                  Deliveries deliveries, Letters letters, Subjects subjects, Staff staff, TrustSettings trust, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.evidence = evidence;
        this.stage1 = stage1;
        this.plans = plans;
        this.monitoring = monitoring;
        this.deliveries = deliveries;
        this.letters = letters;
        this.subjects = subjects;
        this.staff = staff;
        this.trust = trust;
        this.clock = clock;
    }

    /** Sends the pack to the HR adviser, or to HR's mailbox while there is none; once. */
    public void issue(String number) {
        PerformanceCase about = cases.require(number);
        List<Attachment> documents = new ArrayList<>();
        documents.add(letters.attachment(of(number)));
        deliveries.documentsOf(number, LETTERS).forEach(document -> documents.add(numbered(documents.size(), document)));
        Recipient to = adviser(number).map(person -> new Recipient(person.staffNumber(), person.fullName(), person.email()))
                .orElseGet(() -> Recipient.mailbox("Human Resources", trust.hrMail()));
        deliveries.send(new Dispatch(number, Kinds.HAND_OVER_PACK, "handOver", to, List.of(), subjects.notice(),
                "The hand-over pack for the formal stage of this case is attached.\n\nCase " + number + ": " + trust.baseUrl() + "/cases/" + number + "\n",
                documents, false, about.manager()));
    }

    /** Notes of reviews have one name: the number tells them apart and keeps them in order. */
    private static Attachment numbered(int place, Attachment document) {
        return new Attachment("%02d-%s".formatted(place, document.fileName()), document.title(), document.mediaType(), document.content());
    }

    /** The pack as it stands now. */
    @Transactional(readOnly = true)
    public HandOverPack of(String number) {
        PerformanceCase about = cases.require(number);
        Named manager = named(about.manager());
        Named hr = adviser(number).map(person -> named(person.staffNumber())).orElseGet(() -> new Named("Human Resources", null));
        return new HandOverPack(new LetterHead(number, LocalDate.now(clock), hr, manager), named(about.colleague()), manager, about.description(), about.standard(),
                decision(about), rationale(about), events(about),
                evidence.examples(about).stream().map(e -> new DatedExample(e.on(), e.kind().label(), e.expected(), e.happened(), e.cause())).toList(),
                evidence.support(about).stream().map(s -> new DatedSupport(s.on(), s.kind().label(), s.what(), s.declined())).toList(),
                plan(number), monitoring.notesOf(number), plans.support(number),
                monitoring.explanationsOf(number).stream().map(e -> new Event(e.explainedOn(), e.rationale())).toList(),
                lettersOf(number),
                words(about));
    }

    /** What was sent or handed over, then what was written to the colleague and never reached them: that is not attached. */
    private List<LetterSent> lettersOf(String number) {
        Stream<LetterSent> sent = history.letters(number).stream().filter(letter -> !letter.isRestricted())
                .map(letter -> new LetterSent(letter.sentAt().toLocalDate(), letter.label(), letter.to(), letter.standing()));
        Stream<LetterSent> notSent = deliveries.of(number).stream().filter(letter -> LETTERS.contains(letter.kind()) && letter.sentAt() == null)
                .sorted(Comparator.comparing(Sent::id)).map(letter -> new LetterSent(letter.when().toLocalDate(), letter.label(), letter.to(), "Not sent (" + letter.state().label() + ")"));
        return Stream.concat(sent, notSent).toList();
    }

    private static String decision(PerformanceCase about) {
        return about.outcome() == Outcome.broughtForward
                ? "An urgent or important target was not met, with the potential to cause a serious detriment to the service. HR brought the formal stage forward (S1D-17)."
                : "The standard was not met by the end of the Improvement Action Plan. HR decided to refer the case to the formal stage.";
    }

    private String rationale(PerformanceCase about) {
        return about.outcome() != Outcome.broughtForward ? about.endReason()
                : monitoring.considerationsOf(about.number()).stream().filter(FormalStageConsideration::bringForward).map(FormalStageConsideration::rationale)
                        .reduce((former, later) -> later).orElse(null);
    }

    private List<Event> events(PerformanceCase about) {
        List<Event> events = new ArrayList<>(history.of(about.number()).stream().filter(entry -> !entry.restricted())
                .map(entry -> new Event(entry.on(), entry.what() + (entry.by() == null ? "" : " (" + entry.by() + ")")
                        + (entry.detail() == null ? "" : "\n" + entry.detail()))).toList());
        for (ImprovementActionPlan version : stage1.planVersions(about.number())) {
            if (version.inForceFrom() != null) {
                events.add(new Event(version.inForceFrom(), "Version " + version.version() + " of the plan in force, until " + InWords.of(version.endsOn())
                        + (version.revisionReason() == null ? "" : "\n" + version.revisionReason())));
            }
        }
        return events.stream().sorted(Comparator.comparing(Event::on)).toList();
    }

    private ImprovementPlan plan(String number) {
        return stage1.findPlan(number).map(plan -> plans.plan(number)).orElse(null);
    }

    private List<Words> words(PerformanceCase about) {
        List<Words> words = new ArrayList<>();
        add(words, about.conversationHeldOn(), "Informal conversation", about.conversationView());
        stage1.findMeeting(about.number()).filter(Stage1Meeting::isHeld).ifPresent(m -> add(words, m.heldOn(), "Stage 1 meeting", m.colleagueView()));
        for (ImprovementActionPlan version : stage1.planVersions(about.number())) {
            LocalDate on = version.inForceFrom() == null ? version.startsOn() : version.inForceFrom();
            if (version.version() == 1) {
                add(words, on, "Improvement Action Plan", version.colleagueReason());
            }
            add(words, on, "Revision of the plan", version.colleagueView());
        }
        for (ReviewNote review : monitoring.notesOf(about.number())) {
            add(words, review.heldOn(), review.finalReview() ? "Final review" : "Progress review", review.colleagueView());
        }
        for (ColleagueWords comment : deliveries.wordsOf(about.number())) {
            words.add(new Words(comment.at().toLocalDate(), "Comment" + (comment.onPaper() ? " on paper, " : ", ") + Kinds.label(comment.about()) + (comment.afterEnd() ? " (after the case ended)" : ""), comment.text(), comment.late()));
        }
        return words.stream().sorted(Comparator.comparing(Words::on)).toList();
    }

    private static void add(List<Words> words, LocalDate on, String where, String said) {
        if (said != null) {
            words.add(new Words(on, where, said, false));
        }
    }

    private Optional<StaffMember> adviser(String number) {
        return cases.adviserOf(number).flatMap(staff::findCurrent);
    }

    private Named named(String staffNumber) {
        StaffMember person = staff.require(staffNumber);
        return new Named(person.fullName(), person.jobTitle());
    }
}
