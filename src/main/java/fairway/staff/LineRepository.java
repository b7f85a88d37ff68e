package fairway.staff;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LineRepository extends Repository<Line, Long> {

    Line save(Line line);

    Optional<Line> findById(long id);

    @Query("from Line l where l.colleagueStaffNumber = :colleague and l.endedOn is null")
    Optional<Line> findOpenOf(String colleague);

    @Query("from Line l where l.managerStaffNumber = :manager and l.endedOn is null order by l.id")
    List<Line> findOpenUnder(String manager);

    @Query("from Line l where l.endedOn is null order by l.id")
    List<Line> findOpen();
}
