package fairway.stage1;

import org.springframework.data.jpa.repository.JpaRepository;

interface OutcomeLetterTexts extends JpaRepository<OutcomeLetterText, String> {
}
