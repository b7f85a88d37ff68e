package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/** Numbers of cases: one sequence per year, without gaps. Drawing one waits for everybody else who is just opening a case. */
@Component
class CaseNumbers {

    private final EntityManager database;
    private final Clock clock;

    CaseNumbers(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Holds everybody else back who wants to open a case, until this transaction ends. */
    void queueUp() {
        database.createNativeQuery("insert into performance_case_number (year, last) values (:year, 0) on conflict (year) do update set last = performance_case_number.last")
                .setParameter("year", year()).executeUpdate();
    }

    /** The next number, e.g. {@code PC-2026-000123}. */
    String next() {
        Number last = (Number) database.createNativeQuery("update performance_case_number set last = last + 1 where year = :year returning last", Integer.class)
                .setParameter("year", year()).getSingleResult();
        return "PC-%04d-%06d".formatted(year(), last.intValue());
    }

    private int year() {
        return LocalDate.now(clock).getYear();
    }
}
