package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases, as the other modules and the process use them. Everything happens in the caller's transaction or in one of its own. */
@Service
@Transactional
public class Cases {

    private final PerformanceCases cases;
    private final Chronology chronology;
    private final CaseProcess process;
    private final TrustSettings trust;
    private final Clock clock;

    Cases(PerformanceCases cases, Chronology chronology, CaseProcess process, TrustSettings trust, Clock clock) {
        this.cases = cases;
        this.chronology = chronology;
        this.process = process;
        this.trust = trust;
        this.clock = clock;
    }

    /** @throws NoSuchCase when no case has this number */
    @Transactional(readOnly = true)
    public PerformanceCase require(String number) {
        return cases.findById(number).orElseThrow(() -> new NoSuchCase(number));
    }

    @Transactional(readOnly = true)
    public Optional<PerformanceCase> find(String number) {
        return cases.findById(number);
    }

    @Transactional(readOnly = true)
    public Optional<PerformanceCase> openCaseOf(String colleague) {
        return cases.openCaseOf(colleague);
    }

    /** The open cases in which this person is colleague, manager, adviser or deputy. */
    @Transactional(readOnly = true)
    public List<PerformanceCase> openCasesWith(String staffNumber) {
        return cases.openCasesWith(staffNumber);
    }

    /** The clock of the case, with its absences and pauses. */
    @Transactional(readOnly = true)
    public CaseClock clock(String number) {
        return new CaseClock(require(number).pauses().stream().map(CasePause::standStill).toList());
    }

    /** Where the end of the time given stands now (S1P-02); empty before the conversation and while the clock stands still for an unknown time. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> improveBy(String number) {
        PerformanceCase found = require(number);
        return found.improveBy() == null ? Optional.empty() : clock(number).shift(found.improveBySetOn(), found.improveBy());
    }

    /** Staff number of who acts as manager today: the deputy, the manager, or the HR adviser where the manager has left or is in conflict. */
    @Transactional(readOnly = true)
    public Optional<String> ownerOf(String number) {
        PerformanceCase found = require(number);
        return found.deputyOn(today()).or(() -> Optional.of(found.manager()));
    }

    /** The colleague is told of the case by a step of Stage 1, so that its end is told to them too; later calls change nothing. */
    public void spokenTo(String number) {
        require(number).spokenTo(today());
    }

    /** The Improvement Action Plan is agreed: Stage 1 is over, monitoring begins. */
    public void planAgreed(String number) {
        require(number).planAgreed();
    }

    /** The monitoring came to an outcome. */
    public void outcome(String number, Outcome outcome) {
        PerformanceCase found = require(number);
        switch (outcome) {
            case standardMet -> found.standardMet(today(), trust.hasWatch() ? today().plus(trust.watch()) : null);
            case notMet -> found.notMet(today());
            case broughtForward -> found.broughtForward(today());
        }
    }

    /**
     * Says how a case is about to end, where a step that ends it early decides so (the model's error {@code caseEndsEarly} follows).
     *
     * @param reason in the words of who decided; may be null for {@link Ending#left}
     */
    public void endAsked(String number, Ending how, String reason, String userId) {
        require(number).askForEnd(how, reason);
        chronology.add(number, userId, "End decided: " + how.label(), reason);
    }

    /** As {@link #endAsked}, from outside of any step: the process is ended too. */
    public void endNow(String number, Ending how, String reason, String userId) {
        endAsked(number, how, reason, userId);
        process.askForEnd(number);
    }

    /** The process has reached an end. */
    public void end(String number, Ending ending) {
        require(number).end(ending, today());
        chronology.add(number, null, "Case ended: " + ending.label(), null);
    }

    /** HR names another manager; open tasks and calendar entries move. {@code from} may lie ahead. */
    public void changeManager(String number, String manager, LocalDate from, String userId) {
        require(number).changeManager(manager, from, today());
        chronology.add(number, userId, "Manager changed", null);
        process.ownersChanged(number);
    }

    /** The clocks stand still until HR decides how it goes on. */
    public void pause(String number, String reason, LocalDate reviewOn, String userId) {
        require(number).pause(today(), reviewOn, reason);
        chronology.add(number, userId, "Case paused", reason);
        process.pause(number);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
