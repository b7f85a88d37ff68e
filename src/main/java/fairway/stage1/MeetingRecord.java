package fairway.stage1;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What was said at the meeting, as the manager recorded it and without anything about health. */
record MeetingRecord(LocalDate heldOn, List<PersonPresent> present, boolean hrAttended, Set<Long> examplesDiscussed, List<StandardExpected> standards,
        String colleagueView, boolean declinedToComment, List<ContributoryFactor> factors, boolean factorsDisclosed, Adjustments adjustments,
        OccupationalHealthSupport occupationalHealth, Set<String> signposts) {
}
