package fairway.health;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import fairway.access.Relation;
import fairway.performancecase.Cases;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.secrecy.SealedText;
import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
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
    private final Seal seal;
    private final CaseAccess access;
    private final AccessLog log;
    private final Cases cases;
    private final Stage1 stage1;
    private final Clock clock;

    HealthRecords(HealthNotes notes, Referrals referrals, Seal seal, CaseAccess access, AccessLog log, Cases cases, Stage1 stage1, Clock clock) {
        this.notes = notes;
        this.referrals = referrals;
        this.seal = seal;
        this.access = access;
        this.log = log;
        this.cases = cases;
        this.stage1 = stage1;
        this.clock = clock;
    }

    /** Keeps what was told about health; nothing happens when the text is empty. */
    public void keep(String number, HealthSource source, String text, String userId) {
        SealedText sealed = seal.seal(SealedColumn.HEALTH_NOTE, number, text);
        if (sealed != null) {
            notes.save(new HealthNote(number, source, sealed, userId, clock.instant()));
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
        return notes.findByCaseNumberOrderById(number).stream().map(note -> note.opened(seal)).toList();
    }

    /** What Occupational Health advised, oldest first; the reading is logged. @throws AccessDeniedException for everybody but the HR adviser of the case */
    public List<RestrictedAdvice> adviceOf(String number, String userId) {
        requireReading(number, userId);
        return referrals.findByCaseNumberOrderById(number).stream().filter(Referral::hasAdvice).map(referral -> referral.advice(seal)).toList();
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

    /** Whether this user reads the adjustments: who manages the case now, and who reads the restricted part. */
    @Transactional(readOnly = true)
    public boolean mayReadAdjustments(String number, String userId) {
        return access.relation(userId, number).ownsTheCase() || mayRead(number, userId);
    }

    private void requireReadingAdjustments(String number, String userId) {
        if (!mayReadAdjustments(number, userId)) {
            log.refused("adjustments", number, userId);
            throw new AccessDeniedException("Only the manager and the HR adviser of the case read this.");
        }
        log.read(AccessLog.Kind.HEALTH_RECORD, number + " adjustments", userId);
    }

    /**
     * What the adjustments are that letters do not name, by the number of what was promised, for the manager and the HR adviser of the case; the
     * reading is logged. Empty, and not logged, where there is none. @throws AccessDeniedException for others
     */
    public Map<Long, String> adjustmentsKeptApart(String number, String userId) {
        List<SupportItem> apart = stage1.support(number).stream().filter(SupportItem::isKeptApart).toList();
        if (apart.isEmpty()) {
            return Map.of();
        }
        requireReadingAdjustments(number, userId);
        return apart.stream().collect(Collectors.toMap(SupportItem::id, stage1::opened));
    }

    /** What Occupational Health advised to adjust, for the manager and the HR adviser of the case; the reading is logged. @throws AccessDeniedException for others */
    public List<String> adjustmentsOf(String number, String userId) {
        requireReadingAdjustments(number, userId);
        return referrals.findByCaseNumberOrderById(number).stream().map(referral -> referral.adjustments(seal)).filter(Objects::nonNull).toList();
    }
}
