package fairway.process.model;

import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Stand-ins for the beans that answer questions of the models: fixed answers, unless a test has set others. */
public final class StandIns {

    /** The first of January 2100: no timer fires by itself in a test. */
    static final Date FAR = new Date(4_102_444_800_000L);

    private final List<String> called;
    private final Map<String, Object> answers;

    StandIns(List<String> called, Map<String, Object> answers) {
        this.called = called;
        this.answers = answers;
    }

    Map<String, Object> beans() {
        return Map.of("owners", new Owners(), "dueDates", new DueDates(), "clocks", new Clocks(), "stage1", new Stage1(),
                "support", new Support(), "monitoring", new Monitoring(), "caseEnds", new CaseEnds());
    }

    @SuppressWarnings("unchecked")
    private <T> T answer(String question, T usual) {
        return (T) answers.getOrDefault(question, usual);
    }

    /** Everybody has the name of their part. */
    public final class Owners {
        public String manager(DelegateExecution execution) {
            return "manager";
        }

        public String adviser(DelegateExecution execution) {
            return answer("owners.adviser", "adviser");
        }

        public String reviewer(DelegateExecution execution) {
            return "reviewer";
        }

        public String arranger(DelegateExecution execution) {
            return "arranger" + execution.getVariable("supportItem");
        }

        public String hrQueue(DelegateExecution execution) {
            return "hr-medicine";
        }
    }

    /** Every date is far away. */
    public final class DueDates {
        public Date now(DelegateExecution execution) {
            return FAR;
        }

        public Date usual(DelegateExecution execution) {
            return FAR;
        }

        public Date workingDays(DelegateExecution execution, int days) {
            return FAR;
        }

        public Date oneToOneHeld(DelegateExecution execution) {
            return FAR;
        }

        public Date oneToOneRecorded(DelegateExecution execution) {
            return FAR;
        }

        public Date improveBy(DelegateExecution execution) {
            return FAR;
        }

        public Date improvementReview(DelegateExecution execution) {
            return FAR;
        }

        public Date stage1MeetingHeld(DelegateExecution execution) {
            return FAR;
        }

        public Date stage1MeetingRecorded(DelegateExecution execution) {
            return FAR;
        }

        public Date supportItem(DelegateExecution execution) {
            return FAR;
        }

        public Date review(DelegateExecution execution) {
            return FAR;
        }

        public Date pauseReview(DelegateExecution execution) {
            return FAR;
        }

        public Date subjectAccess(DelegateExecution execution) {
            return FAR;
        }

        public Date occupationalHealthAdvice(DelegateExecution execution) {
            return FAR;
        }
    }

    /** No timer fires by itself. */
    public final class Clocks {
        public Date workingDayBefore(DelegateExecution execution) {
            return FAR;
        }

        public Date recordOverdue(DelegateExecution execution) {
            return FAR;
        }

        public Date timeGivenOver(DelegateExecution execution) {
            return FAR;
        }

        public Date watchOver(DelegateExecution execution) {
            return FAR;
        }

        public Date stage1RecordOverdue(DelegateExecution execution) {
            return FAR;
        }

        public Date supportOverdue(DelegateExecution execution) {
            return FAR;
        }

        public Date nextReview(DelegateExecution execution) {
            return FAR;
        }

        public Date reviewOverdue(DelegateExecution execution) {
            return FAR;
        }

        public Date reviewLate(DelegateExecution execution) {
            return FAR;
        }

        public Date adviceOverdue(DelegateExecution execution) {
            return FAR;
        }

        public Date subjectAccessDueSoon(DelegateExecution execution) {
            return FAR;
        }

        public Date subjectAccessOverdue(DelegateExecution execution) {
            return FAR;
        }

        public Date receiptDue(DelegateExecution execution) {
            return FAR;
        }
    }

    /** Everything is still to be prepared. */
    public final class Stage1 {
        public boolean toArrange(DelegateExecution execution) {
            return answer("stage1.toArrange", true);
        }

        public boolean toShare(DelegateExecution execution) {
            return answer("stage1.toShare", true);
        }

        public boolean toScript(DelegateExecution execution) {
            return answer("stage1.toScript", true);
        }

        public boolean occupationalHealthAgreed(DelegateExecution execution) {
            return answer("stage1.occupationalHealthAgreed", false);
        }
    }

    /** Nothing was promised. */
    public final class Support {
        public List<String> toArrange(DelegateExecution execution) {
            return answer("support.toArrange", List.of());
        }
    }

    /** Nothing is outstanding. */
    public final class Monitoring {
        public boolean outstanding(DelegateExecution execution) {
            return answer("monitoring.outstanding", false);
        }
    }

    /** Notes the end that is told, and knows one when asked. */
    public final class CaseEnds {
        public void end(DelegateExecution execution, String ending) {
            called.add("end:" + ending);
        }

        public String ending(DelegateExecution execution) {
            return answer("caseEnds.ending", PerformanceCaseModel.Endings.CLOSED_BY_HR);
        }
    }
}
