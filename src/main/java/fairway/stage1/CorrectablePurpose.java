package fairway.stage1;

import java.util.List;
import java.util.Map;

import fairway.correspondence.Attachment;
import fairway.correspondence.CorrectableLetter;
import fairway.correspondence.Kinds;
import fairway.correspondence.Letter;
import fairway.correspondence.Letters;
import org.springframework.stereotype.Component;

/** A correction of what was sent before the Stage 1 meeting: its purpose is written anew (S1P-06). */
@Component
class CorrectablePurpose implements CorrectableLetter {

    private static final String PURPOSE = "purpose";

    private final MeetingPreparation preparation;
    private final Stage1 stage1;
    private final Letters letters;

    CorrectablePurpose(MeetingPreparation preparation, Stage1 stage1, Letters letters) {
        this.preparation = preparation;
        this.stage1 = stage1;
        this.letters = letters;
    }

    @Override
    public String kind() {
        return Kinds.POLICY_AND_PURPOSE;
    }

    @Override
    public List<FreeText> freeTexts(String number, String occurrence) {
        return List.of(new FreeText(PURPOSE, "The purpose of the meeting", stage1.meetingOf(number).purpose(), true));
    }

    @Override
    public boolean isConfirmedByHr(String number, String occurrence) {
        return false;
    }

    @Override
    public Letter with(String number, String occurrence, Map<String, String> texts) {
        return preparation.purpose(number, texts.get(PURPOSE));
    }

    @Override
    public List<Attachment> enclosures(String number) {
        return List.of(letters.policy());
    }
}
