package fairway.stage1;

import fairway.performancecase.Chronology;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says when promised support is overdue, as what it is: the employer's own omission (S1A-05). */
@Component
@Transactional
public class SupportReminders {

    private final Stage1 stage1;
    private final CaseMail mail;
    private final Chronology chronology;

    SupportReminders(Stage1 stage1, CaseMail mail, Chronology chronology) {
        this.stage1 = stage1;
        this.mail = mail;
        this.chronology = chronology;
    }

    /** Tells manager and HR that the item was not arranged by its day. */
    public void overdue(String number, long itemId) {
        SupportItem item = stage1.supportItem(number, itemId);
        String text = "Support that was promised to the colleague by " + InWords.of(stage1.supportDueOn(item)) + " is not arranged. This is the Trust's own omission, not "
                + "the colleague's: as long as it is outstanding, the plan cannot count as not met and the formal stage cannot be brought forward without HR explaining "
                + "why. (S1A-05)";
        mail.tellManager(number, "supportOverdue-" + itemId, text);
        mail.tellHr(number, "supportOverdue-" + itemId, text);
        chronology.add(number, null, "Promised support is overdue: the Trust's own omission", item.inLetter() ? item.label() : null);
    }
}
