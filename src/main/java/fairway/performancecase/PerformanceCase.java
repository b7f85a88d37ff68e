package fairway.performancecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A performance case, from the concern to its end. People are staff numbers, users are user ids, dates are London dates.
 * Every transition refuses with {@link WrongStage} when the case stands elsewhere.
 */
@Entity
@Table(name = "performance_case")
public class PerformanceCase {

    @Id
    private String number;
    @Version
    private long version;

    private String colleague;
    private String division;
    private LocalDate openedOn;
    private String openedBy;
    @Enumerated(EnumType.STRING)
    private ConcernKind concernKind;
    private String description;
    private String standard;

    private String manager;
    @ElementCollection
    @CollectionTable(name = "performance_case_manager", joinColumns = @JoinColumn(name = "case_number"))
    @OrderBy("from_day")
    private List<ManagerTime> managers = new ArrayList<>();
    private String nextManager;
    private LocalDate nextManagerFrom;
    private String adviser;
    private String nextAdviser;
    private LocalDate nextAdviserFrom;
    private String deputy;
    private LocalDate deputyFrom;
    private LocalDate deputyTo;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate raisedOn;
    private String raisedIn;
    private Long raisedInNote;
    private LocalDate timeGivenUntil;
    @ElementCollection
    @CollectionTable(name = "performance_case_example", joinColumns = @JoinColumn(name = "case_number"))
    @Column(name = "example_id")
    private Set<Long> examples = new TreeSet<>();
    @ElementCollection
    @CollectionTable(name = "performance_case_support", joinColumns = @JoinColumn(name = "case_number"))
    @Column(name = "support_id")
    private Set<Long> support = new TreeSet<>();
    private Boolean evidenceSufficient;
    @ElementCollection
    @CollectionTable(name = "performance_case_missing", joinColumns = @JoinColumn(name = "case_number"))
    @Column(name = "what")
    @Enumerated(EnumType.STRING)
    private Set<MissingEvidence> missing = new LinkedHashSet<>();

    @Enumerated(EnumType.STRING)
    private Route route;
    private LocalDate routeConfirmedOn;
    private String rationale;
    private boolean hrAttends;
    private LocalDate medicalDirectorAgreedOn;

    private LocalDate spokenToOn;
    private LocalDate conversationHeldOn;
    private String conversationSaid;
    private String conversationView;
    @ElementCollection
    @CollectionTable(name = "performance_case_agreed_support", joinColumns = @JoinColumn(name = "case_number"))
    private List<AgreedSupport> agreedSupport = new ArrayList<>();
    private LocalDate improveBy;
    private LocalDate improveBySetOn;
    private String improveByReason;
    private int moreTimeGiven;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private LocalDate outcomeOn;
    private LocalDate watchUntil;
    private int timesReturned;
    private String fellDescription;

    @ElementCollection
    @CollectionTable(name = "performance_case_pause", joinColumns = @JoinColumn(name = "case_number"))
    @OrderBy("from_day")
    private List<CasePause> pauses = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "performance_case_conflict", joinColumns = @JoinColumn(name = "case_number"))
    private Set<Conflict> conflicts = new LinkedHashSet<>();

    @Enumerated(EnumType.STRING)
    private Ending endingAsked;
    private String endReason;
    @Enumerated(EnumType.STRING)
    private Ending ending;
    private LocalDate endedOn;

    protected PerformanceCase() {
    }

    /** Opens a case for a concern that a manager raises. */
    PerformanceCase(String number, String colleague, String division, String manager, ConcernKind concernKind, String description, String standard,
                    LocalDate openedOn, String openedBy) {
        this.number = number;
        this.colleague = colleague;
        this.division = division;
        this.manager = manager;
        this.managers.add(new ManagerTime(manager, openedOn));
        this.concernKind = concernKind;
        this.description = description;
        this.standard = standard;
        this.openedOn = openedOn;
        this.openedBy = openedBy;
        this.stage = Stage.evidence;
    }

    // ---- evidence

    void selectEvidence(Collection<Long> exampleIds, Collection<Long> supportIds, LocalDate raisedOn, String raisedIn, Long raisedInNote,
                        LocalDate timeGivenUntil) {
        mustBeIn("selecting the evidence", Stage.evidence);
        examples.clear();
        examples.addAll(exampleIds);
        support.clear();
        support.addAll(supportIds);
        this.raisedOn = raisedOn;
        this.raisedIn = raisedIn;
        this.raisedInNote = raisedInNote;
        this.timeGivenUntil = timeGivenUntil;
        evidenceSufficient = null;
        missing.clear();
    }

    /** Keeps what the evidence gate found; nothing missing = sufficient (PM-02 … 04, S1P-01). */
    void evidenceChecked(Set<MissingEvidence> found) {
        mustBeIn("checking the evidence", Stage.evidence);
        missing.clear();
        missing.addAll(found);
        evidenceSufficient = found.isEmpty();
        stage = found.isEmpty() ? Stage.courseOfAction : Stage.missingEvidence;
    }

    /** The manager ends it, because evidence is missing (PM-04, S1P-01). */
    void notInstigated() {
        mustBeIn("ending without evidence", Stage.missingEvidence);
        endingAsked = Ending.notInstigated;
    }

    /** The manager asks HR which other route is right (PM-04). */
    void askHrDespiteMissingEvidence() {
        mustBeIn("asking HR", Stage.missingEvidence);
        stage = Stage.courseOfAction;
    }

    // ---- course of action

    /**
     * HR confirms the course of action (PM-01).
     *
     * @throws IllegalStateException for a route of this policy after insufficient evidence: nobody can override the gate (PM-04)
     */
    void confirmRoute(Route route, String rationale, boolean hrAttends, String adviser, LocalDate medicalDirectorAgreedOn, LocalDate on) {
        mustBeIn("confirming the course of action", Stage.courseOfAction);
        if (route.isOfThisPolicy() && !isEvidenceSufficient()) {
            throw new IllegalStateException(number + ": route " + route + " needs sufficient evidence");
        }
        this.route = route;
        this.rationale = rationale;
        this.hrAttends = hrAttends;
        this.adviser = adviser;
        this.nextAdviser = null;
        this.nextAdviserFrom = null;
        this.medicalDirectorAgreedOn = medicalDirectorAgreedOn;
        this.routeConfirmedOn = on;
        switch (route) {
            case informalConversation -> stage = Stage.informalConversation;
            case stage1 -> stage = Stage.stage1;
            case moreEvidence -> stage = Stage.evidence;
            default -> {
                endingAsked = Ending.routedElsewhere;
                endReason = rationale;
            }
        }
    }

    // ---- informal conversation and time to improve

    void informalConversationHeld(LocalDate on, String said, String view, List<AgreedSupport> agreed, LocalDate improveBy, String reason) {
        mustBeIn("holding the informal conversation", Stage.informalConversation);
        conversationHeldOn = on;
        conversationSaid = said;
        conversationView = view;
        agreedSupport.clear();
        agreedSupport.addAll(agreed);
        this.improveBy = improveBy;
        improveBySetOn = on;
        improveByReason = reason;
        spokenTo(on);
        stage = Stage.timeToImprove;
    }

    void moreTimeGiven(LocalDate until, String reason, LocalDate on) {
        mustBeIn("giving more time", Stage.timeToImprove);
        improveBy = until;
        improveBySetOn = on;
        improveByReason = reason;
        moreTimeGiven++;
    }

    void improved() {
        mustBeIn("ending as improved", Stage.timeToImprove);
        endingAsked = Ending.improved;
    }

    void notImproved(Collection<Long> furtherExamples) {
        mustBeIn("going on to Stage 1", Stage.timeToImprove);
        examples.addAll(furtherExamples);
        stage = Stage.stage1;
    }

    /** The colleague was told of the case for the first time, by whatever step; later calls change nothing. */
    void spokenTo(LocalDate on) {
        if (spokenToOn == null) {
            spokenToOn = on;
        }
    }

    // ---- plan and outcome

    void planAgreed() {
        mustBeIn("agreeing the Improvement Action Plan", Stage.stage1);
        stage = Stage.monitoring;
    }

    /** @param watchUntil last day of the Trust's watch; null where the Trust watches nobody */
    void standardMet(LocalDate on, LocalDate watchUntil) {
        mustBeIn("meeting the standard", Stage.monitoring);
        outcome = Outcome.standardMet;
        outcomeOn = on;
        this.watchUntil = watchUntil;
        stage = watchUntil == null ? Stage.monitoring : Stage.watch;
        endingAsked = watchUntil == null ? Ending.standardMet : null;
    }

    void notMet(LocalDate on) {
        mustBeIn("not meeting the standard", Stage.monitoring);
        outcome = Outcome.notMet;
        outcomeOn = on;
        stage = Stage.formalStageDecision;
    }

    void broughtForward(LocalDate on, String reason) {
        mustBeIn("bringing the formal stage forward", Stage.monitoring);
        outcome = Outcome.broughtForward;
        outcomeOn = on;
        endingAsked = Ending.referred;
        endReason = reason;
    }

    void referred(String reason) {
        mustBeIn("referring to the formal stage", Stage.formalStageDecision);
        endingAsked = Ending.referred;
        endReason = reason;
    }

    /** The manager reports in the watch that performance fell; HR's answer follows. */
    void performanceFell(String fell, Collection<Long> furtherExamples) {
        mustBeIn("reporting that performance fell", Stage.watch);
        fellDescription = fell;
        examples.addAll(furtherExamples);
    }

    /** HR decided that the watch goes on. */
    void watchGoesOn() {
        mustBeIn("going on with the watch", Stage.watch);
        fellDescription = null;
    }

    void returnToMonitoring() {
        mustBeIn("returning to monitoring", Stage.formalStageDecision, Stage.watch);
        fellDescription = null;
        outcome = null;
        outcomeOn = null;
        watchUntil = null;
        timesReturned++;
        stage = Stage.monitoring;
    }

    /** How often monitoring began again after an outcome. */
    int timesReturned() {
        return timesReturned;
    }

    // ---- owners

    void changeManager(String staffNumber, LocalDate from, LocalDate today) {
        mustBeOpen("changing the manager");
        if (from.isAfter(today)) {
            nextManager = staffNumber;
            nextManagerFrom = from;
        } else {
            manager = staffNumber;
            managers.removeIf(time -> !time.from().isBefore(from.isBefore(openedOn) ? openedOn : from));
            managers.add(new ManagerTime(staffNumber, from.isBefore(openedOn) ? openedOn : from));
            nextManager = null;
            nextManagerFrom = null;
            deputy = null;
            deputyFrom = null;
            deputyTo = null;
        }
    }

    void changeAdviser(String staffNumber, LocalDate from, LocalDate today) {
        mustBeOpen("changing the HR adviser");
        if (from.isAfter(today)) {
            nextAdviser = staffNumber;
            nextAdviserFrom = from;
        } else {
            adviser = staffNumber;
            nextAdviser = null;
            nextAdviserFrom = null;
        }
    }

    void nameDeputy(String staffNumber, LocalDate from, LocalDate to) {
        mustBeOpen("naming a deputy");
        deputy = staffNumber;
        deputyFrom = from;
        deputyTo = to;
    }

    /** Changes of owners that were named for a day which has come. */
    void applyPlannedChanges(LocalDate today) {
        if (nextManager != null && !nextManagerFrom.isAfter(today)) {
            changeManager(nextManager, nextManagerFrom, today);
        }
        if (nextAdviser != null && !nextAdviserFrom.isAfter(today)) {
            changeAdviser(nextAdviser, nextAdviserFrom, today);
        }
    }

    /** From now on the case is shut to this user; what they had to do falls to the others. After its end, too: it is read for years. */
    void conflictDeclared(Conflict conflict) {
        String staffNumber = conflict.staffNumber();
        conflicts.removeIf(c -> c.userId().equals(conflict.userId()));
        conflicts.add(conflict);
        if (staffNumber == null) {
            return;
        }
        if (staffNumber.equals(adviser)) {
            adviser = null;
        }
        if (staffNumber.equals(nextAdviser)) {
            nextAdviser = null;
            nextAdviserFrom = null;
        }
        if (staffNumber.equals(nextManager)) {
            nextManager = null;
            nextManagerFrom = null;
        }
        if (staffNumber.equals(deputy)) {
            deputy = null;
            deputyFrom = null;
            deputyTo = null;
        }
    }

    // ---- pauses and ends

    void pause(LocalDate from, LocalDate reviewOn, String reason) {
        mustBeOpen("pausing");
        if (isPaused()) {
            throw new IllegalStateException(number + ": pausing is not possible, it is paused already");
        }
        pauses.add(new CasePause(from, null, reviewOn, reason));
    }

    void goOn(LocalDate on) {
        mustBeOpen("going on");
        CasePause open = pause().orElseThrow(() -> new IllegalStateException(number + ": going on is not possible, it is not paused"));
        pauses.remove(open);
        if (on.isAfter(open.from())) {
            pauses.add(new CasePause(open.from(), on.minusDays(1), open.reviewOn(), open.reason()));
        }
    }

    void askForEnd(Ending how, String reason) {
        mustBeOpen("ending as " + how);
        endingAsked = how;
        endReason = reason;
    }

    void end(Ending how, LocalDate on) {
        mustBeOpen("ending as " + how);
        ending = how;
        endingAsked = how;
        endedOn = on;
        stage = Stage.ended;
        if (isPaused()) {
            CasePause open = pause().orElseThrow();
            pauses.remove(open);
            pauses.add(new CasePause(open.from(), on.isBefore(open.from()) ? open.from() : on, open.reviewOn(), open.reason()));
        }
    }

    private void mustBeIn(String transition, Stage... possible) {
        mustBeOpen(transition);
        if (!Arrays.asList(possible).contains(stage)) {
            throw new WrongStage(number, transition, stage);
        }
    }

    private void mustBeOpen(String transition) {
        if (stage == Stage.ended) {
            throw new WrongStage(number, transition, stage);
        }
    }

    // ---- what others read

    /** E.g. {@code PC-2026-000123}; the business key of its processes. */
    public String number() {
        return number;
    }

    /** Whose performance it is about. */
    public String colleague() {
        return colleague;
    }

    /** Division of the colleague when the case was opened; whose HR it belongs to. */
    public String division() {
        return division;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    /** User id of who raised the concern. */
    public String openedBy() {
        return openedBy;
    }

    public ConcernKind concernKind() {
        return concernKind;
    }

    public String description() {
        return description;
    }

    /** The standard of the job description that it is measured against. */
    public String standard() {
        return standard;
    }

    /** The manager of the case, who may have left or declared a conflict: who acts is said by {@link Cases#ownerOf}. */
    public String manager() {
        return manager;
    }

    /** The manager on this day, a change that was named for it included. */
    public String managerOn(LocalDate day) {
        return nextManager != null && !nextManagerFrom.isAfter(day) ? nextManager : manager;
    }

    /** Whether this person was manager of the case and is no longer: what they had taken on with it is their successor's. */
    public boolean isFormerManager(String staffNumber, LocalDate day) {
        return !managerOn(day).equals(staffNumber) && managers.stream().anyMatch(time -> time.staffNumber().equals(staffNumber));
    }

    /** Everybody who was manager of the case, from which day, in order. */
    public List<ManagerTime> managers() {
        return List.copyOf(managers);
    }

    /** Who becomes manager later, and from which day; null if nobody is named. */
    public String nextManager() {
        return nextManager;
    }

    public LocalDate nextManagerFrom() {
        return nextManagerFrom;
    }

    /** The HR adviser; null before there is one. */
    public String adviser() {
        return adviser;
    }

    /** The HR adviser on this day, a change that was named for it included; null before there is one. */
    public String adviserOn(LocalDate day) {
        return nextAdviser != null && !nextAdviserFrom.isAfter(day) ? nextAdviser : adviser;
    }

    public String nextAdviser() {
        return nextAdviser;
    }

    public LocalDate nextAdviserFrom() {
        return nextAdviserFrom;
    }

    /** Who stands in for the manager on this day. */
    public Optional<String> deputyOn(LocalDate day) {
        return deputy != null && !day.isBefore(deputyFrom) && !day.isAfter(deputyTo) ? Optional.of(deputy) : Optional.empty();
    }

    public String deputy() {
        return deputy;
    }

    public LocalDate deputyFrom() {
        return deputyFrom;
    }

    public LocalDate deputyTo() {
        return deputyTo;
    }

    public Stage stage() {
        return stage;
    }

    public boolean isOpen() {
        return stage != Stage.ended;
    }

    /** The day on which the decline was raised with the colleague before; null if that was not shown. */
    public LocalDate raisedOn() {
        return raisedOn;
    }

    /** A note ({@code N-<number>}) or another account of the raising. */
    public String raisedIn() {
        return raisedIn;
    }

    public Long raisedInNote() {
        return raisedInNote;
    }

    public LocalDate timeGivenUntil() {
        return timeGivenUntil;
    }

    /** Ids of the examples selected as evidence. */
    public Set<Long> examples() {
        return Set.copyOf(examples);
    }

    /** Ids of the support records selected as evidence. */
    public Set<Long> support() {
        return Set.copyOf(support);
    }

    /** Whether the evidence passed the gate; false before it was checked. */
    public boolean isEvidenceSufficient() {
        return Boolean.TRUE.equals(evidenceSufficient);
    }

    public Set<MissingEvidence> missing() {
        return missing.isEmpty() ? EnumSet.noneOf(MissingEvidence.class) : EnumSet.copyOf(missing);
    }

    /** The course of action as last confirmed; null before. */
    public Route route() {
        return route;
    }

    public LocalDate routeConfirmedOn() {
        return routeConfirmedOn;
    }

    public String rationale() {
        return rationale;
    }

    /** Whether HR attends the meeting, as HR advised (PM-05). */
    public boolean hrAttends() {
        return hrAttends;
    }

    public LocalDate medicalDirectorAgreedOn() {
        return medicalDirectorAgreedOn;
    }

    /** Whether the colleague has been spoken to about this case, so that its end is told to them in writing. */
    public boolean spokenTo() {
        return spokenToOn != null;
    }

    public LocalDate spokenToOn() {
        return spokenToOn;
    }

    /** Null where HR chose Stage 1 at once. */
    public LocalDate conversationHeldOn() {
        return conversationHeldOn;
    }

    public String conversationSaid() {
        return conversationSaid;
    }

    /** The colleague's words in the informal conversation; null if none were kept. */
    public String conversationView() {
        return conversationView;
    }

    public List<AgreedSupport> agreedSupport() {
        return List.copyOf(agreedSupport);
    }

    /** Last day of the time given as agreed, before absences and pauses move it on: {@link Cases#improveBy} says where it stands. */
    public LocalDate improveBy() {
        return improveBy;
    }

    /** The day on which {@link #improveBy()} was agreed: absences and pauses after it move it on. */
    public LocalDate improveBySetOn() {
        return improveBySetOn;
    }

    public String improveByReason() {
        return improveByReason;
    }

    /** How often more time was given. */
    public int moreTimeGiven() {
        return moreTimeGiven;
    }

    /** What the monitoring came to; null before, and again after a return to monitoring. */
    public Outcome outcome() {
        return outcome;
    }

    public LocalDate outcomeOn() {
        return outcomeOn;
    }

    /** Last day of the watch; null without one. */
    public LocalDate watchUntil() {
        return watchUntil;
    }

    /** Whether HR has yet to answer a report that performance fell. */
    public boolean isFellReported() {
        return fellDescription != null;
    }

    /** What the manager reported in the watch; null while nothing is reported. */
    public String fellDescription() {
        return fellDescription;
    }

    public boolean isPaused() {
        return pause().isPresent();
    }

    /** The pause that lasts. */
    public Optional<CasePause> pause() {
        return pauses.stream().filter(CasePause::isOpen).findFirst();
    }

    public List<CasePause> pauses() {
        return List.copyOf(pauses);
    }

    public Set<Conflict> conflicts() {
        return Set.copyOf(conflicts);
    }

    /** Whether this person (staff number) declared a conflict, or HR did for them. */
    public boolean isShutTo(String staffNumber) {
        return conflicts.stream().anyMatch(c -> staffNumber.equals(c.staffNumber()));
    }

    /** How it is about to end; null while nothing ends it. */
    public Ending endingAsked() {
        return endingAsked;
    }

    /** Why it ends, in the words of who decided; null for the ends that need no reason. */
    public String endReason() {
        return endReason;
    }

    /** How it ended; null while it is open. */
    public Ending ending() {
        return ending;
    }

    public LocalDate endedOn() {
        return endedOn;
    }
}
