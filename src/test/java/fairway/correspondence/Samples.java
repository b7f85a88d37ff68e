package fairway.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import fairway.trust.TrustSettings;

/** One letter of each kind, with whatever text a test wants in every place that a person writes. */
final class Samples {

    static final LocalDate MEETING = LocalDate.of(2026, 12, 1);
    static final Named COLLEAGUE = new Named("Zoë Łukasiewicz-Ŵyn", "Ward administrator");
    static final Named MANAGER = new Named("Siân O’Brien", "Ward manager");

    private final String text;
    private final int rows;

    private Samples(String text, int rows) {
        this.text = text;
        this.rows = rows;
    }

    /** Letters as they usually are. */
    static Samples usual() {
        return new Samples(null, 2);
    }

    /** This text wherever a person writes, with that many rows in every list. */
    static Samples of(String text, int rows) {
        return new Samples(text, rows);
    }

    List<Letter> all() {
        List<Letter> all = new ArrayList<>(List.of(oneToOneNote(), policyAndPurpose(), meetingScript(null), meetingScript(t("My own words.\n\nSecond paragraph.")),
                outcomeLetter(), improvementPlan(1), reviewNote(false), reviewNote(true), planExtension(), revisedPlan(), referral(), handOverPack(), subjectAccessPack(), subjectAccessReply(true), subjectAccessReply(false)));
        for (ClosureLetter.Variant variant : ClosureLetter.Variant.values()) {
            all.add(closure(variant));
        }
        return all;
    }

    /** Letters of a case that has nothing to say wherever that is allowed. */
    static List<Letter> sparse() {
        LetterHead head = new LetterHead(null, MEETING, new Named("Zoë", null), new Named("Siân", null));
        ImprovementPlan plan = new ImprovementPlan(head, 1, "Zoë", null, MEETING, LocalDate.of(2027, 1, 15),
                List.of(new PlannedTarget(null, "One", "Counted", LocalDate.of(2027, 1, 10), null, null, false)), "every week", List.of(), "Siân", List.of(), false, null, null);
        return List.of(
                new OneToOneNote(head, MEETING, List.of(), List.of(), null, false, List.of(), List.of(), null),
                new PolicyAndPurpose(head, "To talk about the rota.", null, null, List.of(), "1.0"),
                new MeetingScript(head, "Zoë", null, null, List.of(), "The rota", null, List.of("Hello."), List.of(), List.of(), List.of(), List.of("Goodbye."), null),
                new OutcomeLetter(head, MEETING, null, List.of(new Named("Zoë", null)), "We talked.", List.of(), List.of(), null, true, List.of(), List.of(), null, null,
                        List.of(), List.of(), new OutcomeLetter.PlanSummary(List.of("One"), LocalDate.of(2027, 1, 15), "every week", "Siân", null), false, null, null, 5,
                        LocalDate.of(2026, 12, 8)),
                plan,
                new ReviewNote(head, MEETING, false, null, List.of(), null, List.of(), null, false, null, null, null, LocalDate.of(2027, 1, 15)),
                new PlanExtension(head, "More time is needed.", MEETING, LocalDate.of(2027, 1, 15), null, null),
                new RevisedPlan(head, "A duty moved.", null, LocalDate.of(2027, 1, 15), plan),
                new ClosureLetter(head, ClosureLetter.Variant.standardMet, null, null, List.of(), null, null, null, List.of(), null, List.of()),
                new OccupationalHealthReferral(head, new Named("Zoë", null), null, "Sleep.", "What helps?", List.of(), null, null, null),
                new HandOverPack(head, new Named("Zoë", null), new Named("Siân", null), "The rota", "On time", "Brought forward.", "Because.", List.of(), List.of(),
                        List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of()),
                new SubjectAccessPack(head, new Named("Zoë", null), null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                new SubjectAccessReply(head, MEETING, null, "Because."));
    }

    OneToOneNote oneToOneNote() {
        return new OneToOneNote(new LetterHead(null, LocalDate.of(2026, 10, 5), COLLEAGUE, MANAGER), LocalDate.of(2026, 10, 5),
                rows(new OneToOneNote.AgreedAction(t("Book the e-roster course"), "You", LocalDate.of(2026, 10, 12))),
                rows(new OneToOneNote.TaskProgress(t("Discharge summaries within 24 hours"), "Missed", t("Six of nine were late"))),
                t("Bed turnaround is 4.2 hours; the ward’s target is 3."), true, given(), examples(), LocalDateTime.of(2026, 10, 19, 10, 0));
    }

    PolicyAndPurpose policyAndPurpose() {
        return new PolicyAndPurpose(head(MEETING.minusDays(7)), t("To talk about the discharge summaries that were late, and about what would help."), MEETING.atTime(14, 0),
                t("Training room 2, Education Centre"), List.of(new Named(t("Priya Nair"), "HR adviser")), "1.0");
    }

    MeetingScript meetingScript(String edited) {
        return new MeetingScript(head(MEETING.minusDays(7)), COLLEAGUE.name(), MEETING.atTime(14, 0), t("Training room 2"), List.of(COLLEAGUE, MANAGER), t("Discharge summaries are late."),
                t("Raised on 14/09/2026 in a one-to-one."), List.of(t("Thank you for coming. This is the informal Stage 1 of the Performance Management policy.")),
                examples().stream().map(e -> new MeetingScript.Evidence(e, given())).toList(), standards(),
                List.of(t("How do you see this?"), t("Is there anything that makes it harder for you?")), List.of(t("I will write to you with what we agreed.")), edited);
    }

    OutcomeLetter outcomeLetter() {
        return new OutcomeLetter(head(), MEETING, t("Training room 2, Education Centre"), List.of(COLLEAGUE, MANAGER, new Named("Priya Nair", "HR adviser")),
                t("We talked about the discharge summaries of September and October.\n\nYou told me that two people were away in that time. We agreed what would help."),
                examples(), standards(), t("I think I was given too much at once. I want to get this right."), false, rows(t("Work: two vacancies on the ward since August")),
                promised(), null, "You decided that you do not need Occupational Health at the moment.", promised(),
                List.of(new Signposted("Trust Health and Wellbeing 7-point pinwheel", "www.worcsacute.nhs.uk/wellbeing"), new Signposted("Optima Health UK Ltd", null)),
                new OutcomeLetter.PlanSummary(rows(t("Nine in ten discharge summaries within 24 hours")), LocalDate.of(2027, 3, 1), "every 2 weeks", MANAGER.name(),
                        LocalDate.of(2026, 12, 15)),
                false, t("Three months is short."), "6 months", 5, LocalDate.of(2026, 12, 9));
    }

    ImprovementPlan improvementPlan(int version) {
        return new ImprovementPlan(head(), version, COLLEAGUE.name(), "Ward administrator", MEETING, LocalDate.of(2027, 3, 1), rows(new PlannedTarget(
                t("Summaries are late"), t("Nine in ten discharge summaries are complete within 24 hours of discharge"), t("Weekly count from the patient system"),
                LocalDate.of(2027, 2, 15), List.of(t("Training: e-roster course"), t("Shadowing on ward 6")), t("The patient system lists the summaries that are due"), true)), "every 2 weeks",
                List.of(LocalDate.of(2026, 12, 15), LocalDate.of(2026, 12, 29), LocalDate.of(2027, 1, 12)), MANAGER.name(), promised(), false, t("Three months is short."), null);
    }

    ReviewNote reviewNote(boolean last) {
        return new ReviewNote(head(LocalDate.of(2026, 12, 15)), LocalDate.of(2026, 12, 15), last, last ? "You have met the standard." : null, rows(new ReviewedTarget(
                t("Nine in ten discharge summaries within 24 hours"), true, last ? "Met" : "Not met", t("Seven of ten"))), t("The printer of the ward was out of order for a week."),
                promised(), t("It is getting better."), false, t("The later start on Mondays is kept."), last ? null : t("Late summaries delay the beds of the emergency department."),
                last ? null : LocalDate.of(2026, 12, 29), LocalDate.of(2027, 3, 1));
    }

    PlanExtension planExtension() {
        return new PlanExtension(head(LocalDate.of(2027, 2, 22)), t("The course was cancelled in January and is now in March."), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 12), LocalDate.of(2027, 3, 9),
                MANAGER.name());
    }

    RevisedPlan revisedPlan() {
        return new RevisedPlan(head(LocalDate.of(2027, 2, 1)), t("Your duties have changed: the clinic letters are with somebody else now."), t("That suits me."), LocalDate.of(2027, 2, 1), improvementPlan(2));
    }

    ClosureLetter closure(ClosureLetter.Variant variant) {
        boolean met = variant == ClosureLetter.Variant.standardMet || variant == ClosureLetter.Variant.sustained;
        return new ClosureLetter(head(LocalDate.of(2027, 3, 1)), variant, LocalDate.of(2026, 10, 5), MEETING,
                met ? rows(new ReviewedTarget(t("Nine in ten discharge summaries within 24 hours"), true, "Met", t("Ten of ten"))) : List.of(),
                variant == ClosureLetter.Variant.improved ? null : t("The figures of the last weeks."), met ? "6 months" : null, met ? LocalDate.of(2027, 9, 1) : null,
                List.of(t("The e-roster course in March goes ahead.")), new Named("Priya Nair", "HR adviser"), List.of(new Signposted("Optima Health UK Ltd", null)));
    }

    OccupationalHealthReferral referral() {
        return new OccupationalHealthReferral(new LetterHead("PC-2026-000123", MEETING, new Named("Occupational Health and Wellbeing Service", null), MANAGER), COLLEAGUE,
                t("By telephone after 16:00"), t("They find the early shifts hard."), t("Is a later start advisable?\n\nFor how long?"), rows(t("The rota of the last three months")),
                MEETING, MEETING, new Named("Priya Nair", "HR adviser"));
    }

    HandOverPack handOverPack() {
        return new HandOverPack(new LetterHead("PC-2026-000123", LocalDate.of(2027, 3, 8), new Named("Formal stage of the Performance Management policy", null),
                new Named("Priya Nair", "HR adviser")), COLLEAGUE, MANAGER, t("Discharge summaries are late."), t("Summaries within 24 hours (job description, section 4)."),
                "The standard was not met at the end of the plan on 01/03/2027.", t("The targets were not met in spite of the support."),
                rows(new HandOverPack.Event(LocalDate.of(2026, 10, 5), t("Informal conversation held"))), examples(), given(), improvementPlan(1),
                List.of(reviewNote(false), reviewNote(true)), promised(), rows(new HandOverPack.Event(LocalDate.of(2027, 3, 2), t("The course was offered twice."))),
                rows(new HandOverPack.LetterSent(LocalDate.of(2026, 12, 2), "Outcome letter", COLLEAGUE.name(), "Receipt confirmed")),
                rows(new HandOverPack.Words(LocalDate.of(2026, 12, 10), "Comment on the outcome letter", t("Two of the dates are wrong."), true)));
    }

    SubjectAccessPack subjectAccessPack() {
        return new SubjectAccessPack(new LetterHead("SAR-2027-000001", LocalDate.of(2027, 3, 8), COLLEAGUE, new Named("Priya Nair", "HR adviser")), COLLEAGUE, LocalDate.of(2027, 2, 15),
                t("All of it, please."), items("Staff list", "Job title"), items("Note of a one-to-one", "Text"), items("Case PC-2026-000123: the case", "Concern"), items("Message", "Text"),
                items("A form that was not sent", "Reason"), items("A case of somebody else", "Manager"), items("Entry of the access log", "What"), items("Earlier request", "Received on"),
                rows(new SubjectAccessPack.Redaction("[redacted 1]", "Somebody else who has not agreed (Data Protection Act 2018, Sch. 2, para. 16)", t("A colleague who came as companion."))),
                rows("outcome-letter.pdf"));
    }

    private List<SubjectAccessPack.Item> items(String title, String label) {
        return rows(new SubjectAccessPack.Item(title, rows(new SubjectAccessPack.Fact(label, t("What was written.")))));
    }

    SubjectAccessReply subjectAccessReply(boolean extension) {
        return new SubjectAccessReply(new LetterHead("SAR-2027-000001", LocalDate.of(2027, 3, 8), COLLEAGUE, new Named("Priya Nair", "HR adviser")), LocalDate.of(2027, 2, 15),
                extension ? LocalDate.of(2027, 5, 17) : null, t("There are three cases to review."));
    }

    private LetterHead head() {
        return head(MEETING.plusDays(1));
    }

    private LetterHead head(LocalDate date) {
        return new LetterHead("PC-2026-000123", date, new Named(text == null ? COLLEAGUE.name() : text, "Ward administrator"), MANAGER);
    }

    private List<DatedExample> examples() {
        return rows(new DatedExample(LocalDate.of(2026, 9, 21), "Allocated task", t("Discharge summaries within 24 hours"), t("Six of nine were late, one by four days"),
                t("The system was slow")));
    }

    private List<DatedSupport> given() {
        return List.of(new DatedSupport(LocalDate.of(2026, 9, 7), "Training", t("An hour on the patient system"), false),
                new DatedSupport(LocalDate.of(2026, 9, 14), "Shadowing", t("A morning on ward 6"), true));
    }

    private List<PromisedSupport> promised() {
        return rows(new PromisedSupport("Training", t("E-roster course"), MANAGER.name(), LocalDate.of(2027, 1, 15), "Arranged"));
    }

    private List<ExpectedStandard> standards() {
        return rows(new ExpectedStandard(t("Discharge summaries"), t("Section 4: completes discharge paperwork on time"), t("Complete within 24 hours of discharge")));
    }

    private <T> List<T> rows(T row) {
        return Collections.nCopies(rows, row);
    }

    private String t(String usual) {
        return text == null ? usual : text;
    }

    static Letters letters() {
        TrustSettings trust = trust();
        return new Letters(new LetterTemplates(new LetterWording(trust)), number -> LetterTemplateSet.shipped(), new PdfPress(), new DocxPress(), trust);
    }

    static TrustSettings trust() {
        return new org.springframework.boot.context.properties.bind.Binder(new org.springframework.boot.context.properties.source.MapConfigurationPropertySource())
                .bindOrCreate("fairway.trust", TrustSettings.class);
    }
}
