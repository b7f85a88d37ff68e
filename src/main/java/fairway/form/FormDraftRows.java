package fairway.form;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface FormDraftRows extends JpaRepository<FormDraft, Long> {

    Optional<FormDraft> findByPlaceAndUserId(String place, String userId);

    void deleteByPlace(String place);

    void deleteByPlaceAndUserId(String place, String userId);
}
