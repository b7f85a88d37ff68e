package fairway.correspondence;

import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;

/** Sets letters from the templates in {@code letters/}: as tagged PDF with embedded fonts, and as a Word document for the person who edits. */
@Service
public class Letters {

    private final LetterTemplates templates;
    private final TemplatesInUse inUse;
    private final PdfPress press;
    private final DocxPress docxPress;
    private final TrustSettings trust;
    private volatile Attachment policy;

    Letters(LetterTemplates templates, TemplatesInUse inUse, PdfPress press, DocxPress docxPress, TrustSettings trust) {
        this.templates = templates;
        this.inUse = inUse;
        this.press = press;
        this.docxPress = docxPress;
        this.trust = trust;
    }

    /** @return the PDF of the letter */
    public byte[] pdf(Letter letter) {
        return press.print(page(letter));
    }

    /** @return the letter as a Word document, with the same text */
    public byte[] docx(Letter letter) {
        return docxPress.print(page(letter));
    }

    /** The letter as a document to attach, with its editable copy to keep beside it. */
    public Attachment attachment(Letter letter) {
        LetterPage page = page(letter);
        return Attachment.pdf(letter.title(), press.print(page)).withEditable(docxPress.print(page));
    }

    /** A version that corrects a letter that was sent: it says so in its first lines, in whatever template. */
    Attachment corrected(Letter letter, Correction correction) {
        LetterPage page = correctedPage(letter, correction);
        return Attachment.pdf(correction.titled(letter.title()), press.print(page)).withEditable(docxPress.print(page));
    }

    /** The pages of the same. */
    byte[] correctedPdf(Letter letter, Correction correction) {
        return press.print(correctedPage(letter, correction));
    }

    private LetterPage correctedPage(Letter letter, Correction correction) {
        LetterPage page = page(letter);
        CorrectionNotice.into(page, Kinds.noun(letter.kind()), correction, LetterWording.parts(correction.what()));
        return page;
    }

    /** A case that begins keeps the templates of today for all of its letters. */
    public void caseBegins(String number) {
        inUse.of(number);
    }

    private LetterPage page(Letter letter) {
        return templates.letter(letter, inUse.of(letter.head().reference()));
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
