package fairway.staff;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LineRepository extends Repository<Line, Long> {

    Optional<Line> findById(long id);

    @Query("from Line l where l.colleagueStaffNumber = :colleague and l.endedOn is null")
    Optional<Line> findOpenOf(String colleague);

    Optional<Line> findFirstByColleagueStaffNumberOrderByIdDesc(String colleague);

    List<Line> findByColleagueStaffNumberIn(Collection<String> colleagues);

    @Query("from Line l where l.managerStaffNumber = :manager and l.endedOn is null order by l.id")
    List<Line> findOpenUnder(String manager);

    @Query("from Line l where l.endedOn is null order by l.id")
    List<Line> findOpen();

    @Query("from Line l where l.endedOn is null and l.running and (l.managerStaffNumber in :people or l.colleagueStaffNumber in :people) order by l.id")
    List<Line> findRunningOf(Collection<String> people);

    @Query("from Line l where l.endedOn is null and not l.running order by l.id")
    List<Line> findNotRunning();

    /** Locked until the transaction ends; lines that another node holds are left to it. */
    @Query(nativeQuery = true, value = """
            select l.* from line l join staff_member m on m.staff_number = l.manager_staff_number
            where l.running <> (l.ended_on is null and m.user_id_in_use is not null)
            order by l.id limit :atMost for update of l skip locked""")
    List<Line> findOutOfStep(int atMost);
}
