package fairway.performancecase;

import fairway.correspondence.Corrections;
import fairway.correspondence.Kinds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows HR's word on the correction of a letter (S1A-01, S1A-02). */
@Service
@Transactional
public class CorrectionSteps {

    private final Corrections corrections;
    private final Cases cases;
    private final CaseMail mail;

    CorrectionSteps(Corrections corrections, Cases cases, CaseMail mail) {
        this.corrections = corrections;
        this.cases = cases;
        this.mail = mail;
    }

    /** The corrected letter goes to the colleague as HR saw it. */
    public void send(String number, long correction) {
        corrections.send(correction, cases.signedBy(number));
    }

    /** The manager is told that HR did not confirm it; what has to change is not said by mail. */
    public void tellOfRefusal(String number, long correction) {
        mail.tellOwner(cases.require(number), cases.ownerOf(number), Kinds.NOTICE, "correction-" + correction,
                "HR did not confirm your correction of a letter: the letter that was sent stands. What has to change is on the page of the case, under “What happened”, and stands with "
                        + "what you wrote when you open “Correct this letter” again.");
    }
}
