package fairway.correspondence;

import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;

/** Sets letters as PDF: tagged, with embedded fonts, from the templates in {@code letters/}. */
@Service
public class Letters {

    private final LetterTemplates templates;
    private final PdfPress press;
    private final TrustSettings trust;
    private volatile Attachment policy;

    Letters(LetterTemplates templates, PdfPress press, TrustSettings trust) {
        this.templates = templates;
        this.press = press;
        this.trust = trust;
    }

    /** @return the PDF of the letter */
    public byte[] pdf(Letter letter) {
        return press.print(templates.letter(letter));
    }

    /** The letter as a document to attach. */
    public Attachment attachment(Letter letter) {
        return Attachment.pdf(letter.title(), pdf(letter));
    }

    /** The policy in the version that is shared (S1P-05, S1A-02). The same bytes for as long as this application runs. */
    public Attachment policy() {
        if (policy == null) {
            policy = Attachment.pdf("Performance Management policy, version " + trust.policyVersion(),
                    press.print(templates.policy(trust.policyVersion())));
        }
        return policy;
    }
}
