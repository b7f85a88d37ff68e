package fairway.correspondence;

/**
 * A letter as plain values, put together by the module whose letter it is. None carries health data, except what the colleague agreed may be shared
 * in an {@link OccupationalHealthReferral}, and their own in a {@link SubjectAccessPack}. Lists may be empty and texts null where the case has nothing to say; the letter leaves that part out.
 */
public sealed interface Letter permits OneToOneNote, PolicyAndPurpose, MeetingScript, OutcomeLetter, ImprovementPlan, ReviewNote, PlanExtension, RevisedPlan,
        ClosureLetter, OccupationalHealthReferral, HandOverPack, SubjectAccessPack, SubjectAccessReply {

    LetterHead head();

    /** As in {@link Kinds}; also the name of the template. */
    String kind();

    /** What people read as the document's name. */
    String title();
}
