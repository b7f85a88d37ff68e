package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.access.CaseParties;
import fairway.access.Parties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells {@code access} who stands where in a case. */
@Component
@Transactional(readOnly = true)
public class PartiesOfCases implements CaseParties {

    private final PerformanceCases cases;
    private final ObjectProvider<TakingPart> takingPart;
    private final Clock clock;

    PartiesOfCases(PerformanceCases cases, ObjectProvider<TakingPart> takingPart, Clock clock) {
        this.cases = cases;
        this.takingPart = takingPart;
        this.clock = clock;
    }

    @Override
    public Optional<Parties> ofCase(String caseNumber) {
        return caseNumber == null ? Optional.empty() : cases.findById(caseNumber).map(this::of);
    }

    Parties of(PerformanceCase found) {
        LocalDate today = LocalDate.now(clock);
        return of(found, takingPart.stream().flatMap(t -> t.of(found.number()).stream())
                .filter(person -> !found.isFormerManager(person, today)).collect(Collectors.toSet()));
    }

    private Parties of(PerformanceCase found, Set<String> others) {
        LocalDate today = LocalDate.now(clock);
        return new Parties(found.number(), found.colleague(), found.managerOn(today), found.deputyOn(today).orElse(null), found.adviserOn(today),
                found.division(), others, found.conflicts().stream().map(Conflict::userId).collect(Collectors.toSet()),
                found.conflicts().stream().map(Conflict::staffNumber).filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
