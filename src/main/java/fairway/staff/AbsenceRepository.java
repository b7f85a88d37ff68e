package fairway.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AbsenceRepository extends Repository<Absence, Long> {

    Absence save(Absence absence);

    List<Absence> findAllByStaffNumberInOrderByFirstDay(Collection<String> staffNumbers);

    @Query("from Absence a where a.staffNumber = :staffNumber and (a.lastDay is null or a.lastDay >= :from) order by a.firstDay")
    List<Absence> findFrom(String staffNumber, LocalDate from);
}
