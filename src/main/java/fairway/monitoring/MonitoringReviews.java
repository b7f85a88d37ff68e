package fairway.monitoring;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface MonitoringReviews extends JpaRepository<MonitoringReview, Long> {

    List<MonitoringReview> findByCaseNumberOrderByOccurrence(String caseNumber);
}
