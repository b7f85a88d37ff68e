package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * The referral to Occupational Health (S1A-06): only what the colleague agreed may be shared.
 *
 * @param colleague     who is referred
 * @param contact       how the provider reaches the colleague; may be null
 * @param reason        why
 * @param questions     what is asked; paragraphs apart by an empty line
 * @param shared        what the colleague agreed may be shared
 * @param seenOn        when the colleague saw it; null if they did not
 * @param consentOn     when the colleague consented
 * @param adviceTo      who the advice goes to
 */
public record OccupationalHealthReferral(LetterHead head, Named colleague, String contact, String reason, String questions, List<String> shared, LocalDate seenOn,
                                         LocalDate consentOn, Named adviceTo) implements Letter {

    @Override
    public String kind() {
        return Kinds.OCCUPATIONAL_HEALTH_REFERRAL;
    }

    @Override
    public String title() {
        return "Referral to Occupational Health";
    }
}
