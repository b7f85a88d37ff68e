package fairway.correspondence;

import org.springframework.stereotype.Service;

/** Sets letters as PDF: tagged, with embedded fonts. */
@Service
public class Letters {

    /** @return the PDF of the letter */
    public byte[] pdf(Letter letter) {
        throw new UnsupportedOperationException("letters are not set yet");
    }

    /** The letter as a document to attach. */
    public Attachment attachment(Letter letter) {
        return Attachment.pdf(letter.title(), pdf(letter));
    }

    /** The policy in the version that is shared (S1P-05, S1A-02). */
    public Attachment policy() {
        throw new UnsupportedOperationException("the policy is not set yet");
    }
}
