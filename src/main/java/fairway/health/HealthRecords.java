package fairway.health;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way into the restricted part. Cases are named by their number; what it answers to anybody but HR of the case holds no text. */
@Service
@Transactional
public class HealthRecords {

    private final HealthNotes notes;
    private final Referrals referrals;
    private final Clock clock;

    HealthRecords(HealthNotes notes, Referrals referrals, Clock clock) {
        this.notes = notes;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** Keeps what was told about health; nothing happens when the text is empty. */
    public void keep(String number, HealthSource source, String text, String userId) {
        RestrictedText restricted = RestrictedText.of(text);
        if (restricted != null) {
            notes.save(new HealthNote(number, source, restricted, userId, clock.instant()));
        }
    }

    /** Whether Occupational Health's advice is still to come. */
    @Transactional(readOnly = true)
    public boolean adviceOutstanding(String number) {
        return referrals.findByCaseNumberOrderById(number).stream().anyMatch(referral -> referral.state().isOpen());
    }

    /** The referrals of a case without a word of what they say. */
    @Transactional(readOnly = true)
    public List<ReferralStanding> referralsOf(String number) {
        return referrals.findByCaseNumberOrderById(number).stream()
                .map(referral -> new ReferralStanding(referral.id(), referral.state(), referral.agreedOn(), referral.sentOn())).toList();
    }

    /**
     * Where a referral stands.
     *
     * @param sentOn null before it was sent
     */
    public record ReferralStanding(long id, ReferralState state, LocalDate agreedOn, LocalDate sentOn) {
    }
}
