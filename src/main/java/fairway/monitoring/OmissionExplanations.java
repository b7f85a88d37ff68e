package fairway.monitoring;

import java.util.List;

import org.springframework.data.repository.Repository;

interface OmissionExplanations extends Repository<OmissionExplanation, Long> {

    OmissionExplanation save(OmissionExplanation explanation);

    List<OmissionExplanation> findByCaseNumberOrderById(String caseNumber);
}
