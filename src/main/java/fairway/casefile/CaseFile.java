package fairway.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import fairway.correspondence.ColleagueWords;
import fairway.correspondence.Corrections;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.correspondence.LetterVersion;
import fairway.correspondence.Sent;
import fairway.form.Forms;
import fairway.form.Step;
import fairway.health.HealthRecords;
import fairway.performancecase.CaseProcess;
import fairway.performancecase.Cases;
import fairway.performancecase.EvidenceOfCases;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.RaisedConcern;
import fairway.performancecase.WhereItStands;
import fairway.records.LegalHolds;
import fairway.staff.Line;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A case as those who see it read it. Empty for everybody else, as for a case that does not exist; each reading is kept. */
@Service
@Transactional
class CaseFile {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Cases cases;
    private final CaseProcess process;
    private final CaseHistory history;
    private final EvidenceOfCases evidence;
    private final PlanFacts plan;
    private final Deliveries deliveries;
    private final Corrections corrections;
    private final Forms forms;
    private final CaseAccess access;
    private final HealthRecords health;
    private final LegalHolds holds;
    private final AccessLog log;
    private final Staff staff;
    private final Clock clock;

    CaseFile(Cases cases, CaseProcess process, CaseHistory history, EvidenceOfCases evidence, PlanFacts plan, Deliveries deliveries, Corrections corrections, Forms forms,
             CaseAccess access, HealthRecords health, LegalHolds holds, AccessLog log, Staff staff, Clock clock) {
        this.cases = cases;
        this.process = process;
        this.history = history;
        this.evidence = evidence;
        this.plan = plan;
        this.deliveries = deliveries;
        this.corrections = corrections;
        this.forms = forms;
        this.access = access;
        this.health = health;
        this.holds = holds;
        this.log = log;
        this.staff = staff;
        this.clock = clock;
    }

    /** Everything on the page of a case; {@code healthLink} is set for those alone who read the restricted part. */
    record View(String number, String stage, String ending, List<Fact> facts, List<Fact> restricted, List<Place> where, List<Action> actions, List<Sending> sent,
                List<Entry> chronology, String healthLink) {
    }

    record Fact(String label, List<String> values) {
    }

    /** One open step; {@code task} is set where it is the reader's own. */
    record Place(String step, String owner, String due, String task) {
    }

    record Action(String id, String label) {
    }

    record Sending(String label, String link, String to, String state, String when, List<Document> documents, List<Words> words, String correction) {
    }

    /** {@code link} leads to the page of a letter; {@code correction} is set where the reader may correct it. */
    record Document(String title, String link, String editable) {
    }

    /** What the colleague wrote about a letter; {@code when} says too if it came late or after the end. */
    record Words(String when, String text) {
    }

    record Entry(String at, String by, String what, String detail) {
    }

    /** What the API says of a case: where it stands, no text. */
    record Standing(String number, String stage, String ending, List<WhereItStands> where) {
    }

    Optional<View> view(String userId, String number) {
        return read(userId, number).map(found -> new View(number, found.stage().label(), found.ending() == null ? null : found.ending().label(), facts(found, userId),
                access.maySeeRestricted(userId, number) ? restricted(found, userId) : List.of(),
                found.isOpen() ? process.where(number).stream().map(place -> place(place, userId)).toList() : List.of(),
                actions(userId, number), sent(userId, number),
                history.of(number).stream().map(CaseFile::entry).toList(), health.mayRead(number, userId) ? "/cases/" + number + "/health" : null));
    }

    /** Everything on the page of a letter. */
    record LetterView(String number, String home, String homeLabel, String noun, Sending letter, String sentOn, boolean waitsForHr, Version replaces, String corrected, Version replacedBy, List<Print> prints) {
    }

    /** Another version of the letter: its number, its day, and its page. */
    record Version(int number, String on, String link) {
    }

    /** A document with the hash that its bytes are kept under. */
    record Print(String title, String link, String editable, String sha256) {
    }

    /** A letter of a case or a note of a line that was written to the colleague, with its versions. Empty for whoever does not see the case or the line, and for everything else that is sent. */
    Optional<LetterView> letter(String userId, long id) {
        return deliveries.find(id).filter(Sent::isToTheColleague)
                .filter(sent -> Line.isKey(sent.key()) ? access.maySeeNotes(userId, sent.key()) : access.maySee(userId, sent.key())).map(sent -> {
            log.read(AccessLog.Kind.LETTER, sent.key() + " letter " + id, userId);
            return new LetterView(sent.key(), CaseActions.pageOf(sent.key()), nameOf(sent.key()), sent.noun(), sending(sent, deliveries.wordsOf(sent.key()).stream().filter(w -> w.delivery() == id).toList(), userId),
                    sent.sentAt() == null ? null : moment(sent.sentAt()), corrections.isWaiting(id), version(sent.replaces()), sent.corrected(), version(sent.replacedBy()),
                    sent.documents().stream().map(d -> new Print(d.title(), d.link(), d.editableLink(), d.sha256())).toList());
        });
    }

    /** What people call a case or a line. */
    static String nameOf(String key) {
        return Line.isKey(key) ? "One-to-ones of line " + key : "Case " + key;
    }

    private static Version version(LetterVersion version) {
        return version == null ? null : new Version(version.version(), day(version.on()), "/letters/" + version.delivery());
    }

    Optional<Standing> standing(String userId, String number) {
        return read(userId, number).map(found -> new Standing(number, found.stage().name(), found.ending() == null ? null : found.ending().name(),
                found.isOpen() ? process.where(number) : List.of()));
    }

    private Optional<PerformanceCase> read(String userId, String number) {
        if (!access.maySee(userId, number)) {
            return Optional.empty();
        }
        log.read(AccessLog.Kind.CASE_FILE, number, userId);
        return cases.find(number);
    }

    private List<Fact> facts(PerformanceCase found, String userId) {
        LocalDate today = LocalDate.now(clock);
        StaffMember colleague = staff.require(found.colleague());
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("Colleague", colleague.fullName() + ", " + colleague.jobTitle() + ", " + colleague.division()));
        facts.add(fact("Manager", name(found.managerOn(today))));
        facts.add(fact("Deputy", found.deputy() == null ? null : name(found.deputy()) + ", " + day(found.deputyFrom()) + " to " + day(found.deputyTo())));
        facts.add(fact("Next manager", found.nextManager() == null || !found.nextManagerFrom().isAfter(today) ? null
                : name(found.nextManager()) + ", from " + day(found.nextManagerFrom())));
        facts.add(fact("HR adviser", found.adviserOn(today) == null ? "None yet" : name(found.adviserOn(today))));
        List<RaisedConcern> concerns = cases.concerns(found.number());
        facts.add(new Fact(concerns.size() == 1 ? "Concern" : "Concerns", concerns.stream().map(c -> c.kind().label() + ": " + c.description()).toList()));
        facts.add(new Fact(concerns.size() == 1 ? "Standard" : "Standards", concerns.stream().map(RaisedConcern::standard).distinct().toList()));
        facts.add(fact("Opened on", day(found.openedOn())));
        facts.add(fact("Raised with the colleague", found.raisedOn() == null ? null : day(found.raisedOn()) + ", "
                + (found.raisedInNote() == null ? found.raisedIn() : "in a one-to-one (note " + found.raisedIn() + ")")));
        facts.add(new Fact("Examples", evidence.examples(found).stream().map(e -> e.label()).toList()));
        facts.add(new Fact("Support", evidence.support(found).stream().map(s -> s.label()).toList()));
        facts.add(new Fact("Missing evidence", evidence.missingInWords(found)));
        facts.add(fact("Course of action", found.route() == null ? null : found.route().label() + ": " + found.rationale()));
        facts.add(fact("HR at the meeting", found.route() == null ? null : found.hrAttends() ? "Yes" : "No"));
        facts.add(fact("Informal conversation", found.conversationHeldOn() == null ? null : day(found.conversationHeldOn())));
        facts.add(fact("The colleague’s view", found.conversationView()));
        facts.add(new Fact("Support agreed", found.agreedSupport().stream()
                .map(s -> s.kind().label() + ": " + s.what() + (s.by() == null ? "" : ", by " + day(s.by()))).toList()));
        facts.add(fact("Time given until", found.improveBy() == null ? null
                : cases.improveBy(found.number()).map(CaseFile::day).orElse("stands still, return not known")));
        facts.addAll(plan.of(found, userId));
        facts.add(fact("Standard met, watched until (Trust setting)", found.watchUntil() == null ? null
                : cases.watchUntil(found.number()).map(CaseFile::day).orElse("stands still, return not known")));
        facts.add(fact("Paused", found.pause().map(p -> "since " + day(p.from()) + ", HR decides on " + day(p.reviewOn())).orElse(null)));
        facts.add(fact("Ended on", found.endedOn() == null ? null : day(found.endedOn())));
        return facts.stream().filter(fact -> !fact.values().isEmpty()).toList();
    }

    private List<Fact> restricted(PerformanceCase found, String userId) {
        log.read(AccessLog.Kind.HEALTH_RECORD, found.number() + " protected factors", userId);
        return Stream.of(
                        new Fact("Protected factors", cases.protectedFactors(found.number()).stream()
                                .map(p -> day(p.recordedOn()) + ": " + p.factors().label() + (p.note() == null ? "" : ". " + p.note())).toList()),
                        new Fact("Conflicts of interest", found.conflicts().stream().map(c -> day(c.declaredOn()) + ": " + user(c.userId()) + ". " + c.why()).toList()),
                        fact("Legal hold", holds.of(found.number()).map(h -> "since " + day(h.setAt().toLocalDate()) + ": " + h.reason()).orElse(null)),
                        new Fact("Reasons of pauses", found.pauses().stream().map(p -> day(p.from()) + ": " + p.reason()).toList()))
                .filter(fact -> !fact.values().isEmpty()).toList();
    }

    private List<Action> actions(String userId, String number) {
        return forms.actions().stream().filter(form -> form.offered(new Step(form.id(), number, null, userId)))
                .map(form -> new Action(form.id(), form.label())).sorted(Comparator.comparing(Action::label)).toList();
    }

    private Place place(WhereItStands place, String userId) {
        return new Place(place.step(), place.owner() == null ? null : place.owner().startsWith("hr-") || place.owner().startsWith("case-") ? "HR" : user(place.owner()),
                place.due() == null ? null : moment(place.due()), Objects.equals(place.owner(), userId) ? place.taskId() : null);
    }

    private static Entry entry(HistoryEntry entry) {
        return new Entry(entry.at() == null ? day(entry.on()) : moment(entry.on().atTime(entry.at())), entry.by() != null ? entry.by() : entry.at() == null ? "" : "Fairway", entry.what(),
                entry.detail());
    }

    private List<Sending> sent(String userId, String number) {
        Map<Long, List<ColleagueWords>> words = deliveries.wordsOf(number).stream().collect(Collectors.groupingBy(ColleagueWords::delivery));
        Map<String, List<Sent>> together = deliveries.of(number).stream().collect(Collectors.groupingBy(CaseFile::oneRow, LinkedHashMap::new, Collectors.toList()));
        return together.values().stream().map(row -> row.get(0).kind().equals(Kinds.CALENDAR_ENTRY) ? calendarEntries(row)
                : sending(row.get(0), words.getOrDefault(row.get(0).id(), List.of()), userId)).toList();
    }

    /** The same change of a meeting or a series, as everybody got it, is one row; every other message has its own. */
    private static String oneRow(Sent sent) {
        return sent.kind().equals(Kinds.CALENDAR_ENTRY) ? sent.occurrence().substring(0, sent.occurrence().lastIndexOf('/')) + "/" + what(sent) : String.valueOf(sent.id());
    }

    private static String what(Sent sent) {
        return sent.documents().isEmpty() ? "" : sent.documents().get(0).title();
    }

    private static Sending calendarEntries(List<Sent> row) {
        List<Sent> oldestFirst = row.stream().sorted(Comparator.comparing(Sent::id)).toList();
        Map<String, String> states = oldestFirst.stream().collect(Collectors.toMap(Sent::to, sent -> sent.state().label(), (a, b) -> b, LinkedHashMap::new));
        boolean same = states.values().stream().distinct().count() == 1;
        return new Sending("Calendar: " + what(row.get(0)), null, String.join(", ", states.keySet()),
                same ? states.values().iterator().next() : states.entrySet().stream().map(of -> of.getKey() + ": " + of.getValue()).collect(Collectors.joining(", ")),
                row.stream().map(Sent::when).filter(Objects::nonNull).max(Comparator.naturalOrder()).map(CaseFile::moment).orElse(null),
                oldestFirst.stream().flatMap(sent -> sent.documents().stream().map(d -> new Document("Calendar entry for " + sent.to(), d.link(), null))).toList(), List.of(), null);
    }

    private Sending sending(Sent sent, List<ColleagueWords> words, String userId) {
        return new Sending(sent.label(), sent.isToTheColleague() ? "/letters/" + sent.id() : null, sent.to(), sent.standing(), sent.when() == null ? null : moment(sent.when()),
                sent.documents().stream().map(d -> new Document(d.title(), d.link(), d.editableLink())).collect(Collectors.toList()),
                words.stream().map(w -> new Words(when(w), w.text())).toList(), correction(sent, userId));
    }

    private String when(ColleagueWords words) {
        String marks = Stream.of(words.onPaper() ? "on paper, recorded by " + user(words.recordedBy()) : "", words.mark()).filter(mark -> !mark.isEmpty()).collect(Collectors.joining(", "));
        return (words.onPaper() ? day(words.at().toLocalDate()) : moment(words.at())) + (marks.isEmpty() ? "" : " (" + marks + ")");
    }

    /** Where this reader corrects the letter; null where they cannot. */
    private String correction(Sent sent, String userId) {
        return sent.isToTheColleague() && forms.action("correctLetter").filter(form -> form.offered(new Step(form.id(), sent.key(), String.valueOf(sent.id()), userId))).isPresent()
                ? "/cases/" + sent.key() + "/actions/correctLetter?about=" + sent.id() : null;
    }

    static Fact fact(String label, String value) {
        return new Fact(label, value == null ? List.of() : List.of(value));
    }

    private static String day(LocalDate day) {
        return InWords.of(day);
    }

    private static String moment(LocalDateTime at) {
        return MOMENT.format(at);
    }

    private String name(String staffNumber) {
        return staff.find(staffNumber).map(StaffMember::fullName).orElse(staffNumber);
    }

    private String user(String userId) {
        return userId == null ? "Fairway" : staff.byUser(userId).map(StaffMember::fullName).orElse(userId);
    }
}
