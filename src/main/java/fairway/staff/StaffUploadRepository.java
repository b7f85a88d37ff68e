package fairway.staff;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StaffUploadRepository extends Repository<StaffUpload, Long> {

    StaffUpload save(StaffUpload upload);

    void delete(StaffUpload upload);

    Optional<StaffUpload> findById(long id);

    List<StaffUpload> findFirst20ByAppliedAtNotNullOrderByAppliedAtDesc();

    @Modifying
    @Query("delete from StaffUpload u where u.appliedAt is null and u.uploadedAt < :before")
    void deleteLeftBehind(OffsetDateTime before);
}
