package fairway.correspondence;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LetterCorrectionRepository extends JpaRepository<LetterCorrection, Long> {

    Optional<LetterCorrection> findByReplacesIdAndState(long replaces, CorrectionState state);

    Optional<LetterCorrection> findFirstByReplacesIdOrderByIdDesc(long replaces);

    /** Corrections of this kind that went to this person, the earliest first. */
    @Query("""
            select distinct c from LetterCorrection c join fetch c.replaces d left join fetch c.texts
            where d.toStaffNumber = ?1 and d.kind = ?2 and c.state = fairway.correspondence.CorrectionState.issued order by c.id""")
    List<LetterCorrection> findIssuedTo(String staffNumber, String kind);
}
