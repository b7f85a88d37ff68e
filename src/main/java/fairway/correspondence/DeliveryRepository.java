package fairway.correspondence;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface DeliveryRepository extends JpaRepository<Delivery, Long> {

    Optional<Delivery> findByBusinessKeyAndKindAndOccurrence(String businessKey, String kind, String occurrence);

    List<Delivery> findByBusinessKeyOrderByIdDesc(String businessKey);

    List<Delivery> findByBusinessKeyAndKindInOrderById(String businessKey, List<String> kinds);
}
