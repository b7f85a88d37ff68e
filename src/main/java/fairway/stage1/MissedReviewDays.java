package fairway.stage1;

import java.time.LocalDate;
import java.util.List;

/** The days of reviews that the colleague of a case did not attend, for HR to decide with; monitoring answers (S1D-16, PM-01). */
public interface MissedReviewDays {

    /** Those of the review that is due, oldest first; excused ones are not among them. */
    List<LocalDate> notAttended(String caseNumber);
}
