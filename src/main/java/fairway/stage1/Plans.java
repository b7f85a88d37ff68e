package fairway.stage1;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface Plans extends JpaRepository<ImprovementActionPlan, Long> {

    List<ImprovementActionPlan> findByCaseNumberOrderByVersion(String caseNumber);

    Optional<ImprovementActionPlan> findByCaseNumberAndState(String caseNumber, PlanState state);

    int countByCaseNumber(String caseNumber);
}
