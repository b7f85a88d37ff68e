package fairway.correspondence;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface DeliveryRepository extends JpaRepository<Delivery, Long> {

    /** For one transaction after the other: whoever comes second sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Delivery d where d.id = :id")
    Optional<Delivery> findLocked(@Param("id") long id);

    Optional<Delivery> findByBusinessKeyAndKindAndOccurrence(String businessKey, String kind, String occurrence);

    List<Delivery> findByBusinessKeyOrderByIdDesc(String businessKey);

    List<Delivery> findByBusinessKeyAndKindInOrderById(String businessKey, List<String> kinds);
}
