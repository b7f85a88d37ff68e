package fairway.correspondence;

import org.springframework.data.jpa.repository.JpaRepository;

interface CalendarSeriesRepository extends JpaRepository<CalendarSeries, String> {
}
