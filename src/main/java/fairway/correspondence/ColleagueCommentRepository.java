package fairway.correspondence;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface ColleagueCommentRepository extends JpaRepository<ColleagueComment, Long> {

    List<ColleagueComment> findByDeliveryBusinessKeyOrderById(String businessKey);

    List<ColleagueComment> findByDeliveryIdOrderById(long deliveryId);
}
