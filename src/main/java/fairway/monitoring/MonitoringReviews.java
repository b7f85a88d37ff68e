package fairway.monitoring;

import java.util.List;

import org.springframework.data.repository.Repository;

interface MonitoringReviews extends Repository<MonitoringReview, Long> {

    MonitoringReview save(MonitoringReview review);

    List<MonitoringReview> findByCaseNumberOrderByOccurrence(String caseNumber);
}
