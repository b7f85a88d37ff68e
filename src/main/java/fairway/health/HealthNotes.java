package fairway.health;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface HealthNotes extends JpaRepository<HealthNote, Long> {

    List<HealthNote> findByCaseNumberOrderById(String caseNumber);
}
