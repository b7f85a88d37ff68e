package fairway.monitoring;

import java.util.List;

import org.springframework.data.repository.Repository;

interface PlanEnds extends Repository<PlanEnd, Long> {

    PlanEnd save(PlanEnd end);

    List<PlanEnd> findByCaseNumberOrderById(String caseNumber);
}
