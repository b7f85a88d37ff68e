package fairway.form;

import java.time.LocalDateTime;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface FormDraftRows extends JpaRepository<FormDraft, Long> {

    Optional<FormDraft> findByPlaceAndUserId(String place, String userId);

    /** One draft per place and person, also when two are saved at once. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into form_draft (place, user_id, body, saved_at) values (:place, :userId, :body, :savedAt)
            on conflict (place, user_id) do update set body = excluded.body, saved_at = excluded.saved_at""")
    void keep(@Param("place") String place, @Param("userId") String userId, @Param("body") byte[] body, @Param("savedAt") LocalDateTime savedAt);

    void deleteByPlace(String place);

    void deleteByPlaceAndUserId(String place, String userId);
}
