package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import fairway.access.CaseAccess;
import fairway.correspondence.Kinds;
import fairway.onetoone.OneToOnes;
import fairway.secrecy.Seal;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases, as the other modules and the process use them. Everything happens in the caller's transaction or in one of its own. */
@Service
@Transactional
public class Cases {

    private final PerformanceCases cases;
    private final CaseConcerns furtherConcerns;
    private final ProtectedRecords protectedRecords;
    private final Seal seal;
    private final Chronology chronology;
    private final CaseProcess process;
    private final CaseClocks clocks;
    private final PartiesOfCases parties;
    private final CaseAccess access;
    private final Staff staff;
    private final OneToOnes oneToOnes;
    private final EvidenceOfCases evidence;
    private final ClosureLetters closures;
    private final CaseMail mail;
    private final ObjectProvider<OpenMatters> openMatters;
    private final ApplicationEventPublisher events;
    private final TrustSettings trust;
    private final Clock clock;

    Cases(PerformanceCases cases, CaseConcerns furtherConcerns, ProtectedRecords protectedRecords, Seal seal, Chronology chronology, CaseProcess process, CaseClocks clocks, PartiesOfCases parties, CaseAccess access, Staff staff,
          OneToOnes oneToOnes, EvidenceOfCases evidence, ClosureLetters closures, CaseMail mail, ObjectProvider<OpenMatters> openMatters,
          ApplicationEventPublisher events, TrustSettings trust, Clock clock) {
        this.cases = cases;
        this.furtherConcerns = furtherConcerns;
        this.protectedRecords = protectedRecords;
        this.seal = seal;
        this.chronology = chronology;
        this.process = process;
        this.clocks = clocks;
        this.parties = parties;
        this.access = access;
        this.staff = staff;
        this.oneToOnes = oneToOnes;
        this.evidence = evidence;
        this.closures = closures;
        this.mail = mail;
        this.openMatters = openMatters;
        this.events = events;
        this.trust = trust;
        this.clock = clock;
    }

    // ---- finding

    /** @throws NoSuchCase when no case has this number */
    @Transactional(readOnly = true)
    public PerformanceCase require(String number) {
        return cases.findById(number).orElseThrow(() -> new NoSuchCase(number));
    }

    /** The concern that the case was opened with, then those that it took up later (PM-12). */
    @Transactional(readOnly = true)
    public List<RaisedConcern> concerns(String number) {
        PerformanceCase about = require(number);
        return Stream.concat(Stream.of(new RaisedConcern(about.concernKind(), about.description(), about.standard())),
                furtherConcerns.findByCaseNumberOrderById(number).stream().map(c -> new RaisedConcern(c.kind(), c.description(), c.standard()))).toList();
    }

    @Transactional(readOnly = true)
    public Optional<PerformanceCase> find(String number) {
        return cases.findById(number);
    }

    @Transactional(readOnly = true)
    public Optional<PerformanceCase> openCaseOf(String colleague) {
        return cases.openCaseOf(colleague);
    }

    /** The open cases in which this person is colleague, manager, adviser or deputy, now or from a day that was named. */
    @Transactional(readOnly = true)
    public List<PerformanceCase> openCasesWith(String staffNumber) {
        return cases.openCasesWith(staffNumber);
    }

    /** All cases that have not ended. */
    @Transactional(readOnly = true)
    public List<PerformanceCase> open() {
        return cases.findByEndedOnIsNull();
    }

    /** Every case about this colleague, ended ones too, the latest first. */
    @Transactional(readOnly = true)
    public List<PerformanceCase> about(String colleague) {
        return cases.findByColleague(colleague).stream().sorted(Comparator.comparing(PerformanceCase::number).reversed()).toList();
    }

    /** The cases, ended ones too, in which this person has a part, and those of the divisions that they advise as HR; {@code *} stands for all. */
    @Transactional(readOnly = true)
    public List<PerformanceCase> concerning(String staffNumber, List<String> hrDivisions) {
        return cases.concerning(staffNumber, hrDivisions, hrDivisions.contains("*"));
    }

    /** What HR recorded about protected factors, oldest first. Restricted: ask {@link CaseAccess#maySeeRestricted} first. */
    @Transactional(readOnly = true)
    public List<ProtectedFact> protectedFactors(String number) {
        return protectedRecords.findByCaseNumberOrderById(number).stream().map(kept -> kept.opened(seal)).toList();
    }

    // ---- clocks

    /** The clock of the case, with its absences and pauses. */
    @Transactional(readOnly = true)
    public CaseClock clock(String number) {
        return clocks.of(require(number));
    }

    /** Where the end of the time given stands now (S1P-02); empty before the conversation and while the clock stands still for an unknown time. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> improveBy(String number) {
        PerformanceCase found = require(number);
        return found.improveBy() == null ? Optional.empty() : clocks.of(found).shift(found.improveBySetOn(), found.improveBy());
    }

    /** Where the last day of the watch stands now; empty without a watch and while the clock stands still for an unknown time. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> watchUntil(String number) {
        PerformanceCase found = require(number);
        return found.watchUntil() == null ? Optional.empty() : clocks.of(found).shift(found.outcomeOn(), found.watchUntil());
    }

    /** An absence, a pause or a change of manager moved the clock: timers and due dates follow. */
    void clockMoved(PerformanceCase about) {
        CaseClock moved = clocks.of(about);
        if (moved.standsStillOn(today()) && moved.shift(today().minusDays(1), today()).isEmpty()) {
            process.standStill(about.number());
        } else {
            process.goOn(about.number());
        }
        events.publishEvent(new CaseClockMoved(about.number()));
    }

    // ---- owners

    /** Staff number of who acts as manager today: the deputy, the manager, or the HR adviser where the manager has left or is in conflict. */
    @Transactional(readOnly = true)
    public Optional<String> ownerOf(String number) {
        PerformanceCase found = require(number);
        return found.deputyOn(today()).filter(person -> canAct(person, found))
                .or(() -> Optional.of(found.managerOn(today())).filter(person -> canAct(person, found)))
                .or(() -> adviserOf(number));
    }

    /** Staff number of the HR adviser who can act; empty before there is one, and after they left or declared a conflict. */
    @Transactional(readOnly = true)
    public Optional<String> adviserOf(String number) {
        PerformanceCase found = require(number);
        return Optional.ofNullable(found.adviserOn(today())).filter(person -> canAct(person, found));
    }

    /**
     * Staff number of who does today what this person took on in the case, e.g. as reviewer: they themselves, or who acts as manager where they
     * cannot, or took it on as the manager that they no longer are.
     */
    @Transactional(readOnly = true)
    public String doneBy(String number, String staffNumber) {
        PerformanceCase found = require(number);
        return Optional.of(staffNumber).filter(person -> canAct(person, found) && !found.isFormerManager(person, today()))
                .or(() -> ownerOf(number)).orElseGet(found::manager);
    }

    private boolean canAct(String staffNumber, PerformanceCase about) {
        return staff.findCurrent(staffNumber).filter(StaffMember::hasSignIn).isPresent() && !access.isInConflict(staffNumber, parties.of(about));
    }

    /** HR names another manager; open tasks and calendar entries move. {@code from} may lie ahead. */
    public void changeManager(String number, String manager, LocalDate from, String userId) {
        PerformanceCase found = require(number);
        found.changeManager(manager, from, today());
        chronology.add(number, userId, "Manager of the case changed from " + InWords.of(from) + ": " + staff.require(manager).fullName(), null);
        ownersChange(found, from);
    }

    /** HR names another adviser; open tasks move. {@code from} may lie ahead. */
    public void changeAdviser(String number, String adviser, LocalDate from, String userId) {
        PerformanceCase found = require(number);
        found.changeAdviser(adviser, from, today());
        chronology.add(number, userId, "HR adviser changed from " + InWords.of(from) + ": " + staff.require(adviser).fullName(), null);
        ownersChange(found, from);
    }

    /** Somebody stands in for the manager, both days included. */
    public void nameDeputy(String number, String deputy, LocalDate from, LocalDate to, String userId) {
        PerformanceCase found = require(number);
        found.nameDeputy(deputy, from, to);
        chronology.add(number, userId, "Deputy named from " + InWords.of(from) + " to " + InWords.of(to) + ": " + staff.require(deputy).fullName(), null);
        // whoever stood in until now does so no longer, whenever the next one begins
        process.ownersChanged(number);
        ownersChange(found, from);
        process.ownersChangeOn(number, to.plusDays(1));
    }

    private void ownersChange(PerformanceCase about, LocalDate from) {
        if (from.isAfter(today())) {
            process.ownersChangeOn(about.number(), from);
        } else {
            process.ownersChanged(about.number());
            clockMoved(about);
        }
    }

    /** The day has come that a change of owners was named for. Once the case has ended, what is still to be handed over moves. */
    public void ownersChangeToday(String number) {
        find(number).ifPresent(found -> {
            if (found.isOpen()) {
                found.applyPlannedChanges(today());
            }
            process.ownersChanged(number);
            if (found.isOpen()) {
                clockMoved(found);
            }
        });
    }

    /** From now on the case is shut to this user; what they had to do falls to the others. */
    public void declareConflict(String number, String user, String why, String userId) {
        PerformanceCase found = require(number);
        Optional<String> person = staff.byUser(user).map(StaffMember::staffNumber);
        boolean manages = person.filter(found.managerOn(today())::equals).isPresent();
        boolean advises = person.filter(someone -> someone.equals(found.adviserOn(today()))).isPresent();
        found.conflictDeclared(new Conflict(user, person.orElse(null), why, today(), userId));
        chronology.add(number, userId, "Conflict of interest declared", null);
        process.ownersChanged(number);
        if (manages && found.isOpen()) {
            tellHr(number, "managerInConflict-" + user, "The case is shut to its manager, who is in conflict. Their tasks are with the HR adviser until you name "
                    + "another manager: open the case and choose “Change the manager”.");
        }
        if (advises && found.isOpen()) {
            tellHr(number, "adviserInConflict-" + user, "The case is shut to its HR adviser, who is in conflict. Open the case and choose “Change the HR adviser”.");
        }
        if (found.isOpen()) {
            events.publishEvent(new CaseClockMoved(number));
        }
    }

    // ---- what the process and the modules above tell

    /**
     * Keeps what the evidence check found: what the decision table names, and the policy's floor whatever the table says (PM-04).
     *
     * @return whether the evidence is sufficient
     */
    public boolean evidenceChecked(String number, Set<MissingEvidence> foundByTheTable) {
        PerformanceCase found = require(number);
        Set<MissingEvidence> missing = EnumSet.noneOf(MissingEvidence.class);
        missing.addAll(foundByTheTable);
        missing.addAll(evidence.gateOf(found).missing());
        found.evidenceChecked(missing);
        chronology.add(number, null, missing.isEmpty() ? "Evidence is sufficient" : "Evidence is not sufficient", null);
        return missing.isEmpty();
    }

    /** The colleague is told of the case by a step of Stage 1, so that its end is told to them too; later calls change nothing. */
    public void spokenTo(String number) {
        require(number).spokenTo(today());
    }

    /** The Improvement Action Plan is agreed: Stage 1 is over, monitoring begins. */
    public void planAgreed(String number) {
        require(number).planAgreed();
    }

    /**
     * The monitoring came to an outcome; one-to-ones are held as often as usual again (OTO-04).
     *
     * @param reason why HR brought the formal stage forward, as the colleague reads it; null for the other outcomes
     */
    public void outcome(String number, Outcome outcome, String reason) {
        PerformanceCase found = require(number);
        switch (outcome) {
            case standardMet -> found.standardMet(today(), trust.hasWatch() ? today().plus(trust.watch()) : null);
            case notMet -> found.notMet(today());
            case broughtForward -> found.broughtForward(today(), reason);
        }
        oneToOnes.setAdditionalSupport(found.colleague(), false);
    }

    /** The manager reports in the watch that performance fell; HR decides whether monitoring begins again. */
    void performanceFell(String number, String description, List<Long> examples, String userId) {
        require(number).performanceFell(description, examples);
        chronology.add(number, userId, "Reported that performance fell", description);
        process.performanceFell(number);
    }

    /** HR has the plan revised, e.g. because the colleague changes job; the manager does it. */
    void askForRevisedPlan(String number, String rationale, String userId) {
        PerformanceCase found = require(number);
        chronology.add(number, userId, "HR asked for a revised plan", rationale);
        mail.tellOwner(found, ownerOf(number), Kinds.NOTICE, "revisePlan-" + today(),
                "HR asks you to revise the Improvement Action Plan. Open the case and choose “Revise the plan”.");
    }

    /** Whether the colleague gets one-to-ones more often because of an open case (OTO-04). */
    @Transactional(readOnly = true)
    public boolean needsAdditionalSupport(String colleague) {
        return openCaseOf(colleague).map(PerformanceCase::stage)
                .filter(stage -> stage == Stage.timeToImprove || stage == Stage.stage1 || stage == Stage.monitoring).isPresent();
    }

    // ---- reminders and notices

    /** The time given is over and nobody has said whether it helped. */
    public void remindOfReviewOfImprovement(String number) {
        PerformanceCase found = require(number);
        mail.tellOwner(found, ownerOf(number), Kinds.REMINDER, "reviewImprovement-" + found.moreTimeGiven(),
                "The time given to improve is over. Review the improvement: it is in your task list.");
    }

    /** More time was given for the second time or more. */
    public void tellHrOfMoreTime(String number) {
        PerformanceCase found = require(number);
        mail.tellHr(found, adviserOf(number), "moreTime-" + found.moreTimeGiven(),
                "More time to improve was given again (" + found.moreTimeGiven() + " times by now), until " + InWords.of(found.improveBy())
                        + ". The reason stands on the page of the case.");
    }

    /** What was promised or begun and is still open is listed to HR; nothing is sent where nothing is open. */
    public void listWhatIsOpen(String number) {
        PerformanceCase found = require(number);
        List<String> open = openMatters.stream().flatMap(matters -> matters.of(number).stream()).map(OpenMatters.Matter::inWords).toList();
        if (!open.isEmpty()) {
            Ending how = found.endingAsked() == null ? Ending.standardMet : found.endingAsked();
            String where = found.stage() == Stage.watch && found.endingAsked() == null
                    ? "The standard was met, and is watched until " + InWords.of(found.watchUntil()) + " (Trust setting). Still open, and goes on in the watch:"
                    : "The case comes to its end (" + how.label() + "). Still open:";
            mail.tellHr(found, adviserOf(number), "open-" + ClosureLetters.occurrence(found, how), where + "\n\n- " + String.join("\n- ", open));
        }
    }

    /** HR or the manager is told something once; {@code occurrence} tells it from other messages about the case. */
    public void tellHr(String number, String occurrence, String text) {
        mail.tellHr(require(number), adviserOf(number), occurrence, text);
    }

    // ---- pauses

    /** The clocks stand still until HR decides how it goes on. */
    public void pause(String number, String reason, LocalDate reviewOn, String userId) {
        PerformanceCase found = require(number);
        found.pause(today(), reviewOn, reason);
        chronology.add(number, userId, "Case paused, to be reviewed on " + InWords.of(reviewOn), null);
        process.pause(number);
    }

    /** HR decided that it goes on: the clocks run again. */
    void goOn(String number, String rationale, String userId) {
        PerformanceCase found = require(number);
        found.goOn(today());
        chronology.add(number, userId, "The case goes on after the pause", rationale);
        clockMoved(found);
    }

    // ---- ends

    /**
     * Says how a case is about to end, where a step that ends it early decides so (the model's error {@code caseEndsEarly} follows).
     *
     * @param reason in the words of who decided; may be null for {@link Ending#left}
     */
    public void endAsked(String number, Ending how, String reason, String userId) {
        require(number).askForEnd(how, reason);
        chronology.add(number, userId, "Decided: the case ends as “" + how.label() + "”", reason);
    }

    /** As {@link #endAsked}, from outside of any step: the process is ended too, and with {@link Ending#left} whatever is on its way to the colleague. */
    public void endNow(String number, Ending how, String reason, String userId) {
        endAsked(number, how, reason, userId);
        process.askForEnd(number);
        if (how == Ending.left) {
            closures.stop(require(number));
        }
    }

    /** Tells the colleague in writing how it ends, once; nothing where they were never spoken to, or have left. */
    public void tellOfTheEnd(String number, Ending how) {
        closures.tell(require(number), how, signedBy(number), contact(number, how));
    }

    /** Staff number of who signs what is sent to the colleague: whoever acts as manager today. */
    String signedBy(String number) {
        return ownerOf(number).orElseGet(() -> require(number).manager());
    }

    /** Staff number of whom the colleague can speak to about an end: HR about what HR decided. */
    String contact(String number, Ending how) {
        boolean decidedByHr = how == Ending.referred || how == Ending.closedByHr || how == Ending.routedElsewhere;
        return decidedByHr ? adviserOf(number).orElseGet(() -> signedBy(number)) : signedBy(number);
    }

    /** The process has reached an end. */
    public void end(String number, Ending ending) {
        tellOfTheEnd(number, ending);
        PerformanceCase found = require(number);
        openMatters.forEach(matters -> matters.caseEnds(number));
        found.end(ending, today());
        chronology.add(number, null, "Case ended: " + ending.label(), null);
        oneToOnes.setAdditionalSupport(found.colleague(), false);
        // a pause is over with the case: what waits for its receipt is no longer kept by it
        process.receiptsAskedAnew(number);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
