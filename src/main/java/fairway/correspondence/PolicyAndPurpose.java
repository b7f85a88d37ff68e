package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Sets out the purpose of the Stage 1 meeting before it and goes with the policy (S1P-05, S1P-06). No invitation: none is required (S1P-04).
 *
 * @param purpose       as the manager wrote it
 * @param meetingStart  Europe/London; null while the meeting is not arranged
 * @param place         null while the meeting is not arranged
 * @param attending     who else will be there
 * @param policyVersion version of the policy that goes with it
 */
public record PolicyAndPurpose(LetterHead head, String purpose, LocalDateTime meetingStart, String place, List<Named> attending, String policyVersion)
        implements Letter {

    @Override
    public String kind() {
        return Kinds.POLICY_AND_PURPOSE;
    }

    @Override
    public String title() {
        return "The purpose of our meeting";
    }
}
