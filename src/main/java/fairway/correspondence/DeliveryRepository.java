package fairway.correspondence;

import java.util.Collection;
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

    List<Delivery> findByToStaffNumberAndKindInAndSentAtNotNullOrderByIdDesc(String toStaffNumber, Collection<String> kinds);

    List<Delivery> findByBusinessKeyAndKindInOrderById(String businessKey, List<String> kinds);

    /** The version that corrects this one. */
    Optional<Delivery> findByReplacesId(long replaced);

    /** Waits until nobody else sends or withdraws it, and keeps others waiting until the end of the transaction. Rows that name the delivery can be written meanwhile. */
    @Query(value = "select id from delivery where id = ?1 for no key update", nativeQuery = true)
    Long hold(long id);

    @Query("select d.id from Delivery d where d.businessKey = ?1 and d.kind = ?2 and d.occurrence = ?3")
    Optional<Long> findIdBy(String businessKey, String kind, String occurrence);

    /** Whether the mail server took it, also where that was not noted with the delivery because the machine stopped. */
    @Query(value = "select exists (select 1 from delivery_attempt where delivery_id = ?1 and accepted_at is not null)", nativeQuery = true)
    boolean wasAccepted(long id);
}
