package fairway.onetoone;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import fairway.staff.Line;

interface OneToOneRepository extends Repository<OneToOne, Long> {

    OneToOne save(OneToOne oneToOne);

    Optional<OneToOne> findById(long id);

    @Query("from OneToOne o where o.lineId = :lineId and o.state = fairway.onetoone.OneToOneState.planned")
    Optional<OneToOne> findPlanned(long lineId);

    @Query("from OneToOne o where o.lineId in :lineIds and o.state = fairway.onetoone.OneToOneState.planned")
    List<OneToOne> findPlannedOf(Collection<Long> lineIds);

    @Query("""
            select o from OneToOne o join Line l on l.id = o.lineId where o.state = fairway.onetoone.OneToOneState.planned and o.lineId <> :exceptLine
            and o.plannedStart >= :from and o.plannedStart < :until
            and (l.managerStaffNumber in :people or l.colleagueStaffNumber in :people)""")
    List<OneToOne> findPlannedBetween(Collection<String> people, long exceptLine, LocalDateTime from, LocalDateTime until);

    /** Lines that last and have no next date, in these divisions or in all. */
    @Query("""
            select l from Line l join StaffMember c on c.staffNumber = l.colleagueStaffNumber where l.endedOn is null and (:everywhere = true or c.division in :divisions)
            and not exists (select 1 from OneToOne o where o.lineId = l.id and o.state = fairway.onetoone.OneToOneState.planned and o.plannedStart is not null)
            order by c.division, l.managerStaffNumber, l.id""")
    List<Line> findLinesWithoutDate(boolean everywhere, Collection<String> divisions, Limit limit);
}
