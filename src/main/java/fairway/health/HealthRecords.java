package fairway.health;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import fairway.access.Relation;
import fairway.performancecase.Cases;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way into the restricted part. Cases are named by their number, users by user id. Only the HR adviser of the case reads its texts, HR of
 * the division while there is none, and every reading is logged; whatever else it answers holds no text.
 */
@Service
@Transactional
public class HealthRecords {

    private final HealthNotes notes;
    private final Referrals referrals;
    private final CaseAccess access;
    private final AccessLog log;
    private final Cases cases;
    private final Clock clock;

    HealthRecords(HealthNotes notes, Referrals referrals, CaseAccess access, AccessLog log, Cases cases, Clock clock) {
        this.notes = notes;
        this.referrals = referrals;
        this.access = access;
        this.log = log;
        this.cases = cases;
        this.clock = clock;
    }

    /** Keeps what was told about health; nothing happens when the text is empty. */
    public void keep(String number, HealthSource source, String text, String userId) {
        RestrictedText restricted = RestrictedText.of(text);
        if (restricted != null) {
            notes.save(new HealthNote(number, source, restricted, userId, clock.instant()));
        }
    }

    /** How many notes there are, for those who may not read them. */
    @Transactional(readOnly = true)
    public int countNotes(String number) {
        return notes.findByCaseNumberOrderById(number).size();
    }

    /** What was told, oldest first; the reading is logged. @throws AccessDeniedException for everybody but the HR adviser of the case */
    public List<RestrictedNote> notesOf(String number, String userId) {
        requireReading(number, userId);
        return notes.findByCaseNumberOrderById(number).stream().map(HealthNote::revealed).toList();
    }

    /** What Occupational Health advised, oldest first; the reading is logged. @throws AccessDeniedException for everybody but the HR adviser of the case */
    public List<RestrictedAdvice> adviceOf(String number, String userId) {
        requireReading(number, userId);
        return referrals.findByCaseNumberOrderById(number).stream().filter(Referral::hasAdvice).map(Referral::advice).toList();
    }

    /** Whether this user reads the restricted part of the case: its HR adviser, or HR of its division while there is none. */
    @Transactional(readOnly = true)
    public boolean mayRead(String number, String userId) {
        Relation relation = access.relation(userId, number);
        return relation == Relation.ADVISER || relation == Relation.DIVISION_HR && cases.adviserOf(number).isEmpty();
    }

    private void requireReading(String number, String userId) {
        if (!mayRead(number, userId)) {
            log.refused("health record", number, userId);
            throw new AccessDeniedException("Only the HR adviser of the case reads this.");
        }
        log.read(AccessLog.Kind.HEALTH_RECORD, number, userId);
    }

    /** Whether Occupational Health's advice is still to come. */
    @Transactional(readOnly = true)
    public boolean adviceOutstanding(String number) {
        return referrals.findByCaseNumberOrderById(number).stream().anyMatch(Referral::isOpen);
    }

    /** The referrals of a case, oldest first, without a word of what they say. */
    @Transactional(readOnly = true)
    public List<ReferralStanding> referralsOf(String number) {
        return referrals.findByCaseNumberOrderById(number).stream().map(Referral::standing).toList();
    }

    /** What Occupational Health advised to adjust, for manager and HR of the case; the reading is logged. @throws AccessDeniedException for others */
    public List<String> adjustmentsOf(String number, String userId) {
        access.requireSee(userId, number);
        log.read(AccessLog.Kind.HEALTH_RECORD, number, userId);
        return referrals.findByCaseNumberOrderById(number).stream().map(Referral::adjustments).filter(Objects::nonNull).toList();
    }
}
