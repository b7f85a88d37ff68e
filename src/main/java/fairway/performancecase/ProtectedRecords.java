package fairway.performancecase;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/** The restricted records of protected factors, as stored. */
interface ProtectedRecords extends JpaRepository<ProtectedRecord, Long> {

    List<ProtectedRecord> findByCaseNumberOrderById(String caseNumber);
}
