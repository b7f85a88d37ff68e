package fairway.performancecase;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** The cases as stored. */
interface PerformanceCases extends JpaRepository<PerformanceCase, String> {

    @Query("select c from PerformanceCase c where c.colleague = ?1 and c.endedOn is null")
    Optional<PerformanceCase> openCaseOf(String colleague);

    @Query("select c from PerformanceCase c where c.endedOn is null and (c.colleague = ?1 or c.manager = ?1 or c.nextManager = ?1"
            + " or c.adviser = ?1 or c.nextAdviser = ?1 or c.deputy = ?1)")
    List<PerformanceCase> openCasesWith(String staffNumber);

    /** Those in which this person has a part of their own, and those of these divisions; {@code everywhere} for all. */
    @Query("select c from PerformanceCase c where :everywhere = true or c.division in :divisions or c.manager = :person or c.nextManager = :person"
            + " or c.adviser = :person or c.nextAdviser = :person or c.deputy = :person")
    List<PerformanceCase> concerning(@Param("person") String person, @Param("divisions") Collection<String> divisions, @Param("everywhere") boolean everywhere);

    List<PerformanceCase> findByEndedOnIsNull();

    List<PerformanceCase> findByColleague(String colleague);
}
