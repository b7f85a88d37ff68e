package fairway.performancecase;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/** The chronologies as stored. */
interface ChronologyEntries extends JpaRepository<ChronologyEntry, Long> {

    List<ChronologyEntry> findByCaseNumberOrderById(String caseNumber);
}
