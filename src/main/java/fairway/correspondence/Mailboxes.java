package fairway.correspondence;

import java.util.Optional;

import fairway.trust.TrustSettings;
import jakarta.mail.internet.AddressException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The mailboxes that are nobody's of the staff list, those of HR and of the Occupational Health provider, and who of HR answers for a case. */
@Component
class Mailboxes {

    private final ObjectProvider<HrOfCase> hrOfCases;
    private final TrustSettings trust;

    Mailboxes(ObjectProvider<HrOfCase> hrOfCases, TrustSettings trust) {
        this.hrOfCases = hrOfCases;
        this.trust = trust;
    }

    /** Whether it is to the provider, or the colleague's copy of what goes there: what is answered to it is about health. */
    boolean isAboutOccupationalHealth(Delivery delivery) {
        return delivery.kind().equals(Kinds.OCCUPATIONAL_HEALTH_COPY) || isToProvider(delivery);
    }

    /** A notice to the provider is known by the name that it is addressed to. */
    private boolean isToProvider(Delivery delivery) {
        return delivery.kind().equals(Kinds.OCCUPATIONAL_HEALTH_REFERRAL)
                || delivery.toStaffNumber() == null && delivery.toName().equals(OneLine.of(trust.occupationalHealthName()));
    }

    /** The HR adviser of the case; the mailbox of HR where there is none, or where theirs cannot be used. */
    Recipient hrOf(String key) {
        return hrOfCases.stream().flatMap(hr -> hr.adviser(key).stream()).filter(Mailboxes::isUsable).findFirst()
                .orElseGet(() -> Recipient.mailbox("Human Resources", trust.hrMail()));
    }

    /** The address that the settings have now for a message to nobody of the staff list; empty for one to a person. */
    Optional<String> ofTheSettings(Delivery delivery) {
        return delivery.toStaffNumber() != null ? Optional.empty() : Optional.of(isToProvider(delivery) ? trust.occupationalHealthMail() : trust.hrMail());
    }

    static boolean isUsable(Recipient person) {
        try {
            return person.hasMail() && Post.address(person.email(), null) != null;
        } catch (AddressException notOne) {
            return false;
        }
    }
}
