package fairway.access;

import java.util.Optional;
import java.util.Set;

/** What the policy needs to know of the staff list; staff numbers and user ids. */
public interface People {

    /** Empty when nobody on the staff list has this sign-in, or they have left. */
    Optional<Member> ofUser(String userId);

    /** Whether somebody on the staff list has this user id, but for capital and small letters. */
    boolean haveInOtherSpelling(String userId);

    /** Empty when nobody has this staff number. */
    Optional<Member> ofStaffNumber(String staffNumber);

    /** Staff numbers of everybody whom the staff list names as HR of some division, and of everybody above them. */
    Set<String> hrAndAbove();

    /** Staff numbers of the person and of everybody above them. */
    Set<String> upwards(String staffNumber);

    /**
     * One person of the staff list.
     *
     * @param userId      null without a sign-in
     * @param manager     staff number of their manager; null at the top
     * @param hrDivisions divisions whose HR they are; {@code *} stands for all; empty for everybody outside HR
     */
    record Member(String staffNumber, String userId, String manager, Set<String> hrDivisions) {

        public Member {
            hrDivisions = Set.copyOf(hrDivisions);
        }

        public boolean isHrOf(String division) {
            return hrDivisions.contains("*") || hrDivisions.contains(division);
        }
    }
}
