package fairway.performancecase;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/** The further concerns of cases, as stored. */
interface CaseConcerns extends JpaRepository<CaseConcern, Long> {

    List<CaseConcern> findByCaseNumberOrderById(String caseNumber);
}
