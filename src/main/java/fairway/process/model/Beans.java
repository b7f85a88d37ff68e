package fairway.process.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every bean that a model names. Delegates are {@code JavaDelegate}s called as the verb phrase of their step; the others answer questions of the models and are
 * called with the execution.
 *
 * <p>Delegates, by model:
 * <ul>
 * <li>oneToOneCycle:
 *     {@code bookNextOneToOne} (sets oneToOne),
 *     {@code remindOfOneToOne},
 *     {@code remindOfOverdueRecord},
 *     {@code moveOneToOne},
 *     {@code sendOneToOneNote},
 *     {@code startNextOneToOne},
 *     {@code cancelOneToOne}
 * </li>
 * <li>performanceCase:
 *     {@code recordEvidenceCheck} (an end listener (ExecutionListener) of the evidence check; sets evidenceSufficient),
 *     {@code remindOfReviewOfImprovement},
 *     {@code tellOfImprovement},
 *     {@code tellHrOfMoreTime},
 *     {@code issueClosureLetter} (sets watch),
 *     {@code listWhatIsOpen} (and closes open support tasks with their state),
 *     {@code tellOfSustainedImprovement},
 *     {@code issueHandOverPack},
 *     {@code tellOfReferral},
 *     {@code tellOfTheEnd},
 *     {@code sendRevisedPlan}
 * </li>
 * <li>stage1Meeting:
 *     {@code inviteToStage1Meeting},
 *     {@code sendPolicy},
 *     {@code draftScript},
 *     {@code remindOfStage1Record},
 *     {@code moveStage1Meeting},
 *     {@code recordTimeframeCheck} (an end listener (ExecutionListener) of the timeframe check; sets timeframe)
 * </li>
 * <li>afterStage1Meeting:
 *     {@code draftOutcomeLetter} (sets hrAttended),
 *     {@code issueOutcomeLetter},
 *     {@code arrangeMonitoringMeetings},
 *     {@code tellOfOverdueSupport},
 *     {@code startReferral} (starts an instance of occupationalHealthReferral)
 * </li>
 * <li>progressMonitoring:
 *     {@code remindOfReview} (sets planEnded),
 *     {@code remindReviewer},
 *     {@code tellHrOfLateReview},
 *     {@code moveReview},
 *     {@code sendReviewNote},
 *     {@code sendExtension}
 * </li>
 * <li>occupationalHealthReferral:
 *     {@code sendReferral},
 *     {@code remindOfAdvice},
 *     {@code passOnAdjustments} (sets supportItem),
 *     {@code tellOfOverdueSupport},
 *     {@code tellProviderToStop},
 *     {@code stopReferral}
 * </li>
 * <li>delivery:
 *     {@code sendDelivery} (throws BpmnError deliveryFailed when the mail is refused or the last try fails)
 * </li>
 * <li>letterCorrection:
 *     {@code sendCorrectedLetter},
 *     {@code tellOfRefusedCorrection}
 * </li>
 * <li>subjectAccessRequest:
 *     {@code collectSubjectAccessPack},
 *     {@code remindOfSubjectAccess},
 *     {@code tellOfOverdueAnswer},
 *     {@code tellOfExtension},
 *     {@code issueSubjectAccessPack},
 *     {@code tellOfRefusedRequest}
 * </li>
 * </ul>
 *
 * <p>Answers:
 * <ul>
 * <li>{@code owners}: who owns a task.
 *     <ul>
 *     <li>{@code manager(execution)}: String, user id of the manager of the case or line; the HR adviser while the manager has left; null if nobody</li>
 *     <li>{@code adviser(execution)}: String, user id of the HR adviser, or null as long as there is none</li>
 *     <li>{@code reviewer(execution)}: String, user id of the reviewer whom the plan names</li>
 *     <li>{@code arranger(execution)}: String, user id of whoever took the support item of variable <code>supportItem</code> on</li>
 *     <li>{@code hrQueue(execution)}: String or collection, the HR group of the division, or of the case where a conflict was declared; never null</li>
 *     </ul>
 * </li>
 * <li>{@code dueDates}: when a task is due, and when to look at it. All return java.util.Date.
 *     <ul>
 *     <li>{@code now(execution)}: Date, now: the step can be taken at once</li>
 *     <li>{@code usual(execution)}: Date, the working days of a step without a rule of its own (Trust setting)</li>
 *     <li>{@code workingDays(execution, int)}: Date, that many working days from now</li>
 *     <li>{@code oneToOneHeld(execution)}: Date, start of the one-to-one that is booked</li>
 *     <li>{@code oneToOneRecorded(execution)}: Date, 2 working days after it</li>
 *     <li>{@code improveBy(execution)}: Date, end of the time given to improve (S1P-02)</li>
 *     <li>{@code improvementReview(execution)}: Date, 5 working days after it</li>
 *     <li>{@code stage1MeetingHeld(execution)}: Date, start of the arranged Stage 1 meeting</li>
 *     <li>{@code stage1MeetingRecorded(execution)}: Date, 2 working days after it</li>
 *     <li>{@code supportItem(execution)}: Date, day by which the item of variable <code>supportItem</code> was promised (S1A-05)</li>
 *     <li>{@code review(execution)}: Date, day of the review that is open, the final one included (S1D-15)</li>
 *     <li>{@code pauseReview(execution)}: Date, day on which the pause is reviewed</li>
 *     <li>{@code subjectAccess(execution)}: Date, the last day for the answer (UK GDPR Art. 12(3))</li>
 *     <li>{@code occupationalHealthAdvice(execution)}: Date, day on which the advice is asked after (Trust setting)</li>
 *     </ul>
 * </li>
 * <li>{@code clocks}: when a timer fires. All return java.util.Date, never null: a null timer fires at once.
 *     <ul>
 *     <li>{@code workingDayBefore(execution)}: Date, the working day before the one-to-one</li>
 *     <li>{@code recordOverdue(execution)}: Date, 2 working days after the one-to-one (Trust setting)</li>
 *     <li>{@code timeGivenOver(execution)}: Date, end of the time given to improve (S1P-02)</li>
 *     <li>{@code watchOver(execution)}: Date, end of the watch (Trust setting)</li>
 *     <li>{@code stage1RecordOverdue(execution)}: Date, 2 working days after the Stage 1 meeting (Trust setting)</li>
 *     <li>{@code supportOverdue(execution)}: Date, after the day promised for the item of variable <code>supportItem</code> (S1A-05)</li>
 *     <li>{@code nextReview(execution)}: Date, the next review (S1D-15), never past the end of the plan</li>
 *     <li>{@code reviewOverdue(execution)}: Date, 3 working days after the review that is open (Trust setting)</li>
 *     <li>{@code reviewLate(execution)}: Date, 10 working days after it (Trust setting)</li>
 *     <li>{@code adviceOverdue(execution)}: Date, 20 working days after the referral was sent (Trust setting)</li>
 *     <li>{@code subjectAccessDueSoon(execution)}: Date, some days before the last day for the answer (Trust setting)</li>
 *     <li>{@code subjectAccessOverdue(execution)}: Date, after the last day for the answer (UK GDPR Art. 12(3))</li>
 *     <li>{@code receiptDue(execution)}: Date, 5 working days after the sending (Trust setting)</li>
 *     </ul>
 * </li>
 * <li>{@code stage1}: what the Stage 1 meeting still needs.
 *     <ul>
 *     <li>{@code toArrange(execution)}: boolean, no meeting is arranged</li>
 *     <li>{@code toShare(execution)}: boolean, the policy was not shared yet (S1P-05)</li>
 *     <li>{@code toScript(execution)}: boolean, the script was neither prepared nor skipped (PM-08)</li>
 *     <li>{@code occupationalHealthAgreed(execution)}: boolean, a referral was agreed at the meeting (S1A-06)</li>
 *     </ul>
 * </li>
 * <li>{@code support}: what was promised.
 *     <ul>
 *     <li>{@code toArrange(execution)}: collection of String, ids of the support items and adjustments to arrange (S1A-05); may be empty</li>
 *     </ul>
 * </li>
 * <li>{@code monitoring}: what stands in the way of a decision.
 *     <ul>
 *     <li>{@code outstanding(execution)}: boolean, promised support, an adjustment, advice or an agreed review is outstanding</li>
 *     </ul>
 * </li>
 * <li>{@code caseEnds}: how a case ends.
 *     <ul>
 *     <li>{@code end(execution, String)}: void, ends the aggregate this way, one of {@link PerformanceCaseModel.Endings}</li>
 *     <li>{@code ending(execution)}: String, how the case that ends early ends: withdrawn, closedByHr, left or routedElsewhere</li>
 *     </ul>
 * </li>
 * </ul>
 */
public final class Beans {

    /** Beans named by a delegate expression. */
    public static final Set<String> DELEGATES = Set.of(
            "arrangeMonitoringMeetings", "bookNextOneToOne", "cancelOneToOne", "collectSubjectAccessPack", "draftOutcomeLetter", "draftScript",
            "inviteToStage1Meeting", "issueClosureLetter", "issueHandOverPack", "issueOutcomeLetter", "issueSubjectAccessPack", "listWhatIsOpen",
            "moveOneToOne", "moveReview", "moveStage1Meeting", "passOnAdjustments", "recordEvidenceCheck", "recordTimeframeCheck", "remindOfAdvice",
            "remindOfOneToOne", "remindOfOverdueRecord", "remindOfReview", "remindOfReviewOfImprovement", "remindOfStage1Record", "remindOfSubjectAccess",
            "remindReviewer", "sendCorrectedLetter", "sendDelivery", "sendExtension", "sendOneToOneNote", "sendPolicy", "sendReferral",
            "sendReviewNote", "sendRevisedPlan", "startNextOneToOne", "startReferral", "stopReferral", "tellHrOfLateReview",
            "tellHrOfMoreTime", "tellOfImprovement", "tellOfExtension", "tellOfOverdueAnswer", "tellOfOverdueSupport", "tellOfReferral", "tellOfRefusedCorrection", "tellOfRefusedRequest", "tellOfSustainedImprovement",
            "tellOfTheEnd", "tellProviderToStop");

    /** Beans asked in an expression, with the methods that are called. */
    public static final Map<String, List<String>> ANSWERS = Map.of(
            "owners", List.of("manager", "adviser", "reviewer", "arranger", "hrQueue"),
            "dueDates", List.of("now", "usual", "workingDays", "oneToOneHeld", "oneToOneRecorded", "improveBy",
                    "improvementReview", "stage1MeetingHeld", "stage1MeetingRecorded", "supportItem", "review", "pauseReview",
                    "occupationalHealthAdvice", "subjectAccess"),
            "clocks", List.of("workingDayBefore", "recordOverdue", "timeGivenOver", "watchOver", "stage1RecordOverdue",
                    "supportOverdue", "nextReview", "reviewOverdue", "reviewLate", "adviceOverdue", "receiptDue", "subjectAccessDueSoon", "subjectAccessOverdue"),
            "stage1", List.of("toArrange", "toShare", "toScript", "occupationalHealthAgreed"),
            "support", List.of("toArrange"),
            "monitoring", List.of("outstanding"),
            "caseEnds", List.of("end", "ending"));

    private Beans() {
    }
}
