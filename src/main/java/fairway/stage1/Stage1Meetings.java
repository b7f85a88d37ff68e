package fairway.stage1;

import org.springframework.data.jpa.repository.JpaRepository;

interface Stage1Meetings extends JpaRepository<Stage1Meeting, String> {
}
