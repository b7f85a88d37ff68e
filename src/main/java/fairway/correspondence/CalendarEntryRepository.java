package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface CalendarEntryRepository extends JpaRepository<CalendarEntry, String> {

    List<CalendarEntry> findByBusinessKeyAndCancelledFalseAndStartsAtAfterOrderByStartsAtAscUidAsc(String businessKey, LocalDateTime time);

    List<CalendarEntry> findBySeriesUidAndCancelledFalseOrderByStartsAt(String seriesUid);

    List<CalendarEntry> findByBusinessKeyAndSeriesUidIsNullAndCancelledFalseAndStartsAtAfterOrderByStartsAtAscUidAsc(String businessKey, LocalDateTime time);
}
