package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.access.Parties;
import fairway.onetoone.OneToOnes;
import fairway.staff.AbsenceChanged;
import fairway.staff.StaffChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What changes among the staff and means something for cases, and for what goes on after their end: absences move clocks, leavers and whoever is back move tasks; nothing of it ends a case by itself. */
@Component
@Transactional
class StaffNews {

    private final Cases cases;
    private final CaseProcess process;
    private final PartiesOfCases parties;
    private final Chronology chronology;
    private final OneToOnes oneToOnes;
    private final ClosureLetters closures;
    private final Clock clock;

    StaffNews(Cases cases, CaseProcess process, PartiesOfCases parties, Chronology chronology, OneToOnes oneToOnes, ClosureLetters closures, Clock clock) {
        this.cases = cases;
        this.process = process;
        this.parties = parties;
        this.chronology = chronology;
        this.oneToOnes = oneToOnes;
        this.closures = closures;
        this.clock = clock;
    }

    @EventListener
    void absenceChanged(AbsenceChanged news) {
        cases.openCasesWith(news.staffNumber()).stream()
                .filter(found -> news.staffNumber().equals(found.colleague()) || news.staffNumber().equals(found.manager())
                        || news.staffNumber().equals(found.nextManager()))
                .forEach(cases::clockMoved);
        ended().filter(found -> news.staffNumber().equals(found.colleague()) || news.staffNumber().equals(found.manager()))
                .forEach(found -> process.receiptsAskedAnew(found.number()));
    }

    /** Of cases that have ended, those of which something still goes on. */
    private Stream<PerformanceCase> ended() {
        return process.outliving().stream().flatMap(number -> cases.find(number).stream()).filter(found -> !found.isOpen());
    }

    @EventListener
    void staffChanged(StaffChanged news) {
        news.left().forEach(person -> eachCase(person, this::hasLeft));
        news.changedSignIn().forEach(person -> eachCase(person, (found, who) -> process.ownersChanged(found.number())));
        stepsOfOthers(Stream.of(news.left(), news.changedSignIn(), news.joined()).flatMap(Set::stream).collect(Collectors.toSet()));
        areBack(news.joined());
        news.changedManager().forEach(person -> eachCase(person, this::hasAnotherLineManager));
        if (!news.changedHr().isEmpty() || !news.changedManager().isEmpty()) {
            // what somebody took from the queue of a division that is theirs no longer goes back to it; and whoever has come to stand below the colleague, or
            // has somebody above them who has, is in conflict, be they manager, adviser or of HR
            cases.open().forEach(found -> process.ownersChanged(found.number()));
        }
        afterTheEnd(news);
    }

    /** What is still to be handed over or answered goes to whoever does it now; nothing more goes to a colleague who has left. */
    private void afterTheEnd(StaffChanged news) {
        if (news.left().isEmpty() && news.changedSignIn().isEmpty() && news.changedHr().isEmpty() && news.joined().isEmpty()
                && news.changedManager().isEmpty()) {
            return;
        }
        ended().toList().forEach(found -> {
            process.ownersChanged(found.number());
            if (news.left().contains(found.colleague())) {
                closures.stop(found);
            }
        });
    }

    /** Steps of those who only take part, e.g. as reviewer, go on with whoever does them now. */
    private void stepsOfOthers(Set<String> people) {
        if (!people.isEmpty()) {
            cases.open().stream().filter(found -> parties.of(found).takingPart().stream().anyMatch(people::contains)).forEach(found -> process.ownersChanged(found.number()));
        }
    }

    /** Whoever had a part in a case before they left has it again. */
    private void areBack(Set<String> joined) {
        if (joined.isEmpty()) {
            return;
        }
        // from the cases to the people: a first list has all of the Trust join
        cases.open().stream().filter(found -> parts(found).anyMatch(joined::contains)).forEach(found -> {
            process.ownersChanged(found.number());
            cases.clockMoved(found);
        });
    }

    private Stream<String> parts(PerformanceCase found) {
        Parties now = parties.of(found);
        return Stream.of(now.manager(), now.deputy(), now.adviser()).filter(Objects::nonNull);
    }

    private void eachCase(String person, BiConsumer<PerformanceCase, String> react) {
        cases.openCasesWith(person).forEach(found -> react.accept(found, person));
    }

    private void hasLeft(PerformanceCase about, String person) {
        String number = about.number();
        if (person.equals(about.colleague())) {
            cases.tellHr(number, "colleagueLeft", "The staff list says that the colleague has left. If that is right, open the case and choose “Colleague has left”.");
            chronology.add(number, null, "The staff list says that the colleague has left", null);
            return;
        }
        process.ownersChanged(number);
        cases.clockMoved(about);
        if (person.equals(about.manager())) {
            cases.tellHr(number, "managerLeft-" + person, "The manager of the case has left. Their tasks are with the HR adviser until you name another manager: open the case and choose “Change the manager”.");
            chronology.add(number, null, "The manager of the case has left", null);
        } else if (person.equals(about.adviser())) {
            cases.tellHr(number, "adviserLeft-" + person, "The HR adviser on the case has left. Open the case and choose “Change the HR adviser”.");
            chronology.add(number, null, "The HR adviser on the case has left", null);
        }
    }

    private void hasAnotherLineManager(PerformanceCase about, String person) {
        if (!person.equals(about.colleague())) {
            return;
        }
        if (cases.needsAdditionalSupport(person)) {
            oneToOnes.setAdditionalSupport(person, true);
        }
        cases.tellHr(about.number(), "lineManagerChanged-" + LocalDate.now(clock),
                "The staff list names another line manager of the colleague. The case stays with its manager until you change that: open the case and choose “Change the manager”.");
        chronology.add(about.number(), null, "The staff list names another line manager of the colleague", null);
    }
}
