package fairway.stage1;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface SupportItems extends JpaRepository<SupportItem, Long> {

    List<SupportItem> findByCaseNumberOrderById(String caseNumber);
}
