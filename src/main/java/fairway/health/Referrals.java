package fairway.health;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface Referrals extends JpaRepository<Referral, Long> {

    List<Referral> findByCaseNumberOrderById(String caseNumber);
}
