package fairway.correspondence;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface LetterCorrectionRepository extends JpaRepository<LetterCorrection, Long> {

    Optional<LetterCorrection> findByReplacesIdAndState(long replaces, CorrectionState state);

    Optional<LetterCorrection> findFirstByReplacesIdOrderByIdDesc(long replaces);
}
