package fairway.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import fairway.casefile.CaseFile.Fact;
import fairway.correspondence.Deliveries;
import fairway.correspondence.ImprovementPlan;
import fairway.correspondence.OtherDates;
import fairway.correspondence.PersonalLink;
import fairway.correspondence.PromisedSupport;
import fairway.correspondence.ReviewNote;
import fairway.monitoring.Monitoring;
import fairway.onetoone.ActionOwner;
import fairway.onetoone.Example;
import fairway.onetoone.Note;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.stage1.PlanDocuments;
import fairway.stage1.Stage1;
import fairway.stage1.Stage1Meeting;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept about a colleague, for themselves: every note with its examples and support, and of each case that was opened with them the concern,
 * meetings, plan, reviews, letters and their own words. Nothing of the health compartment and nothing that is HR's own is in it.
 */
@Component
@Transactional(readOnly = true)
class KeptAboutYou {

    private final OneToOnes oneToOnes;
    private final Cases cases;
    private final Stage1 stage1;
    private final PlanDocuments plans;
    private final Monitoring monitoring;
    private final Deliveries deliveries;
    private final OtherDates otherDates;
    private final Staff staff;

    KeptAboutYou(OneToOnes oneToOnes, Cases cases, Stage1 stage1, PlanDocuments plans, Monitoring monitoring, Deliveries deliveries, OtherDates otherDates, Staff staff) {
        this.oneToOnes = oneToOnes;
        this.cases = cases;
        this.stage1 = stage1;
        this.plans = plans;
        this.monitoring = monitoring;
        this.deliveries = deliveries;
        this.otherDates = otherDates;
        this.staff = staff;
    }

    /** A part of the page; {@code none} is what it says while nothing is kept. */
    record Part(String id, String title, String none, List<Item> items) {
    }

    record Item(String title, List<Fact> facts, List<Letter> documents) {
    }

    record Letter(String title, String link) {
    }

    /** @param link of the person who reads it; a case that nobody has spoken to them about yet is in it only if the link belongs to it */
    List<Part> of(PersonalLink link) {
        String colleague = link.staffNumber();
        List<PerformanceCase> known = cases.about(colleague).stream().filter(about -> about.spokenTo() || about.number().equals(link.key())).toList();
        return List.of(
                new Part("notes", "One-to-one notes, with examples and support", "No note is kept.", notes(colleague)),
                new Part("concerns", "Concerns and meetings", "No concern is kept.", known.stream().flatMap(this::meetings).toList()),
                new Part("plans", "Plan and support", "No plan is kept.", known.stream().map(PerformanceCase::number).filter(n -> stage1.findPlan(n).isPresent()).map(this::plan).toList()),
                new Part("reviews", "Reviews", "No review is kept.", known.stream().map(PerformanceCase::number).filter(n -> stage1.findPlan(n).isPresent())
                        .flatMap(n -> monitoring.notesOf(n).stream()).map(KeptAboutYou::review).toList()),
                new Part("words", "What you wrote", "You wrote nothing yet.", known.stream().map(PerformanceCase::number).flatMap(this::words).toList()),
                new Part("letters", "Letters", "No letter is kept.", deliveries.lettersTo(colleague).stream()
                        .map(sent -> new Item(sent.label() + ", " + InWords.of(sent.sentAt()) + (sent.replacedBy() == null ? "" : ". " + sent.replacedInWords()), List.of(), sent.documents().stream()
                                .map(document -> new Letter(document.title(), "/my/" + link.token() + "/documents/" + document.id())).toList())).toList()));
    }

    private List<Item> notes(String colleague) {
        List<Example> examples = oneToOnes.examplesOf(colleague);
        List<SupportRecord> support = oneToOnes.supportOf(colleague);
        return oneToOnes.notesOf(colleague).stream().map(note -> item("One-to-one of " + InWords.of(note.heldOn()) + " with " + name(note.manager()),
                fact("Note", note.text()),
                new Fact("Tasks", note.tasks().stream().map(t -> t.task() + ": " + t.state().label() + (t.comment() == null ? "" : ". " + t.comment())).toList()),
                fact("Vital Stats", note.vitalStats()),
                fact("Wellbeing", note.wellbeingDiscussed() ? "Was talked about; nothing of it is kept here" : null),
                new Fact("Examples", examples.stream().filter(e -> e.noteId() == note.id()).map(KeptAboutYou::inWords).toList()),
                new Fact("Support", support.stream().filter(s -> s.noteId() == note.id())
                        .map(s -> s.kind().label() + (s.declined() ? ", offered and declined: " : ": ") + s.what()).toList()),
                new Fact("Actions", actions(note)))).toList();
    }

    private List<String> actions(Note note) {
        return note.actions().stream().map(a -> (a.owner() == ActionOwner.colleague ? "You" : name(note.manager())) + ": " + a.action()
                + (a.due() == null ? "" : ", by " + InWords.of(a.due()))).toList();
    }

    private static String inWords(Example example) {
        return InWords.of(example.on()) + ", " + example.kind().label() + "\nExpected: " + example.expected() + "\nHappened: " + example.happened()
                + (example.cause() == null ? "" : "\nCause: " + example.cause()) + (example.raised() ? "\nRaised with you in this one-to-one" : "");
    }

    private Stream<Item> meetings(PerformanceCase about) {
        Item concern = item("Concern, opened on " + InWords.of(about.openedOn()),
                fact("Concern", about.concernKind().label() + ": " + about.description()),
                fact("Standard", about.standard()),
                fact("Raised with you on", day(about.raisedOn())),
                fact("Ended", about.ending() == null ? null : about.ending().label() + ", " + InWords.of(about.endedOn())));
        Item conversation = about.conversationHeldOn() == null ? null : item("Informal conversation of " + InWords.of(about.conversationHeldOn()),
                fact("What was said", about.conversationSaid()),
                fact("Your view", about.conversationView()),
                new Fact("Support agreed", about.agreedSupport().stream().map(s -> s.kind().label() + ": " + s.what()).toList()),
                fact("Time given until", day(about.improveBy())));
        Item meeting = stage1.findMeeting(about.number()).filter(Stage1Meeting::isHeld).map(held -> item("Stage 1 meeting of " + InWords.of(held.heldOn()),
                new Fact("Present", held.present().stream().map(p -> p.name() + ", " + p.role()).toList()),
                new Fact("Standard expected", held.standards().stream().map(s -> s.concern() + "\nExpected: " + s.expected()).toList()),
                fact("Your view", held.colleagueView()),
                new Fact("Factors", held.factors().stream().map(f -> f.what()).toList()))).orElse(null);
        return Stream.of(concern, conversation, meeting).filter(Objects::nonNull);
    }

    private Item plan(String number) {
        ImprovementPlan plan = plans.plan(number);
        return item("Improvement Action Plan, version " + plan.version() + ", until " + InWords.of(plan.endsOn()),
                new Fact("Targets", plan.targets().stream().map(t -> t.objective() + "\nMeasured by: " + t.measure() + "\nBy " + InWords.of(t.by())
                        + (t.urgent() ? "\nUrgent or important" : "")).toList()),
                fact("Reviewed", plan.reviewEvery() + " by " + plan.reviewer()),
                new Fact("Support", plan.support().stream().map(KeptAboutYou::inWords).toList()),
                fact("Why you do not agree", plan.colleagueReason()));
    }

    private static String inWords(PromisedSupport support) {
        return (support.kind() == null ? "" : support.kind() + ": ") + support.what() + ", arranged by " + support.arrangedBy() + " by " + InWords.of(support.by())
                + (support.state() == null ? "" : ": " + support.state());
    }

    private static Item review(ReviewNote review) {
        return item((review.finalReview() ? "Final review of " : "Progress review of ") + InWords.of(review.heldOn()),
                fact("Result", review.result()),
                new Fact("Targets", review.targets().stream().map(t -> t.objective() + ": " + t.state() + (t.seen() == null ? "" : ". " + t.seen())).toList()),
                fact("Barriers", review.barriers()),
                new Fact("Support", review.support().stream().map(KeptAboutYou::inWords).toList()),
                fact("Your view", review.colleagueView()),
                fact("Risk to the service", review.detriment()));
    }

    private Stream<Item> words(String number) {
        return Stream.concat(
                deliveries.wordsOf(number).stream().map(w -> item((w.onPaper() ? InWords.of(w.at().toLocalDate()) + ", on paper" : InWords.of(w.at())) + (w.mark().isEmpty() ? "" : " (" + w.mark() + ")"), fact("Your words", w.text()))),
                otherDates.of(number).stream().map(p -> item(InWords.of(p.madeAt()), fact("Date that you proposed", InWords.of(p.start())), fact("Your words", p.reason()))));
    }

    private static Item item(String title, Fact... facts) {
        List<Fact> kept = new ArrayList<>();
        for (Fact fact : facts) {
            if (!fact.values().isEmpty()) {
                kept.add(fact);
            }
        }
        return new Item(title, kept, List.of());
    }

    private static Fact fact(String label, String value) {
        return CaseFile.fact(label, value);
    }

    private static String day(LocalDate day) {
        return day == null ? null : InWords.of(day);
    }

    private String name(String staffNumber) {
        return staff.find(staffNumber).map(StaffMember::fullName).orElse(staffNumber);
    }
}
