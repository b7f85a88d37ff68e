package fairway.monitoring;

import java.util.List;

import org.springframework.data.repository.Repository;

interface FormalStageConsiderations extends Repository<FormalStageConsideration, Long> {

    FormalStageConsideration save(FormalStageConsideration consideration);

    List<FormalStageConsideration> findByCaseNumberOrderById(String caseNumber);
}
