package fairway.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff list imports of the HR page: uploaded, looked at, then applied or thrown away. What nobody applies is gone after a day. */
@Service
@Transactional
class StaffUploads {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 255;

    private final StaffUploadRepository uploads;
    private final StaffImport staffImport;
    private final Clock clock;

    StaffUploads(StaffUploadRepository uploads, StaffImport staffImport, Clock clock) {
        this.uploads = uploads;
        this.staffImport = staffImport;
        this.clock = clock;
    }

    /** @throws StaffListRefused naming everything that is wrong; nothing is kept then */
    StaffUpload keep(String fileName, byte[] content, String userId) {
        uploads.deleteLeftBehind(now().minus(KEPT));
        String plain = fileName == null || fileName.isBlank() ? "staff list" : fileName.replaceAll("\\p{Cntrl}", " ");
        return uploads.save(new StaffUpload(plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain, content, staffImport.compare(content), userId, now()));
    }

    @Transactional(readOnly = true)
    Optional<StaffUpload> find(long id) {
        return uploads.findById(id);
    }

    @Transactional(readOnly = true)
    StaffListDifference difference(StaffUpload upload) {
        return staffImport.compare(upload.content());
    }

    /** @throws StaffListRefused if it would change something else than was shown */
    void apply(StaffUpload waiting, String shown, String userId) {
        StaffUpload upload = uploads.findById(waiting.id()).orElseThrow();
        StaffListDifference applied = staffImport.apply(upload.content(), shown, "staff-import:" + upload.id(), userId);
        uploads.save(upload).applied(applied, userId, now());
    }

    void discard(StaffUpload upload) {
        uploads.delete(upload);
    }

    /** The imports that were applied, the latest first. */
    @Transactional(readOnly = true)
    List<StaffUpload> applied() {
        return uploads.findFirst20ByAppliedAtNotNullOrderByAppliedAtDesc();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
