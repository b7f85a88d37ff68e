package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.onetoone.Example;
import fairway.onetoone.OneToOnes;
import fairway.secrecy.Seal;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** HR confirms the course of action: route, reason, adviser and attendance (PM-01, PM-04, PM-05, PM-11, S1P-02). */
@Component
class ConfirmCourseOfActionForm implements TaskForm<ConfirmCourseOfActionForm.ConfirmCourseOfAction> {

    /** Keys of the form; protectedFactors and protectedNote are restricted to HR. */
    record ConfirmCourseOfAction(
            @NotNull(message = "Choose the route.") Route route,
            @NotBlank(message = "Give the reason for this route.") String rationale,
            @NotNull(message = "Say whether a protected factor is in play.") ProtectedFactors protectedFactors,
            String protectedNote,
            LocalDate medicalDirectorAgreedOn,
            boolean hrAttends,
            @NotBlank(message = "Name the HR adviser on this case.") String hrAdviser) {
    }

    private final Cases cases;
    private final EvidenceOfCases evidence;
    private final ProtectedRecords protectedRecords;
    private final Seal seal;
    private final CaseConcerns concerns;
    private final PeopleNamed people;
    private final Staff staff;
    private final OneToOnes oneToOnes;
    private final Chronology chronology;
    private final Clock clock;

    ConfirmCourseOfActionForm(Cases cases, EvidenceOfCases evidence, ProtectedRecords protectedRecords, Seal seal, CaseConcerns concerns, PeopleNamed people,
                              Staff staff, OneToOnes oneToOnes, Chronology chronology, Clock clock) {
        this.cases = cases;
        this.evidence = evidence;
        this.protectedRecords = protectedRecords;
        this.seal = seal;
        this.concerns = concerns;
        this.people = people;
        this.staff = staff;
        this.oneToOnes = oneToOnes;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "confirmCourseOfAction";
    }

    @Override
    public Class<ConfirmCourseOfAction> type() {
        return ConfirmCourseOfAction.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", facts(about));
        known.put("_medicalOrDental", staff.require(about.colleague()).medicalOrDental());
        known.put("hrAttends", about.hrAttends());
        String adviser = about.adviser() != null ? about.adviser() : staff.byUser(step.userId()).map(StaffMember::staffNumber).orElse(null);
        if (adviser != null) {
            known.put("hrAdviser", adviser);
        }
        if (about.medicalDirectorAgreedOn() != null) {
            known.put("medicalDirectorAgreedOn", about.medicalDirectorAgreedOn());
        }
        return known;
    }

    private String facts(PerformanceCase about) {
        StaffMember colleague = staff.require(about.colleague());
        StringBuilder facts = new StringBuilder(colleague.fullName() + ", " + colleague.jobTitle() + ". Concern ("
                + about.concernKind().label().toLowerCase(java.util.Locale.UK) + "): " + about.description() + " Standard: " + about.standard());
        concerns.findByCaseNumberOrderById(about.number()).forEach(c -> facts.append(" Further concern: ").append(c.description()));
        List<Example> examples = evidence.examples(about);
        facts.append(" Examples: ").append(examples.isEmpty() ? "none." : examples.stream().map(Example::label).collect(Collectors.joining("; ")) + ".");
        var support = evidence.support(about);
        facts.append(" Support: ").append(support.isEmpty() ? "none." : support.stream().map(s -> s.label()).collect(Collectors.joining("; ")) + ".");
        if (about.raisedOn() != null) {
            facts.append(" Raised on ").append(InWords.of(about.raisedOn())).append(" (").append(about.raisedIn()).append(").");
        }
        if (about.timeGivenUntil() != null) {
            facts.append(" Time was given until ").append(InWords.of(about.timeGivenUntil())).append(".");
        }
        if (!about.isEvidenceSufficient()) {
            facts.append(" The evidence is not sufficient, so neither route of this policy is open. ")
                    .append(String.join(" ", evidence.missingInWords(about)));
        }
        return facts.toString();
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        return Map.of("hrAdviser", people.advisers(cases.require(step.businessKey())));
    }

    @Override
    public Answer complete(Step step, ConfirmCourseOfAction form) {
        PerformanceCase about = cases.require(step.businessKey());
        LocalDate today = LocalDate.now(clock);
        Refusals refusals = new Refusals();
        people.toAdvise(refusals, "hrAdviser", form.hrAdviser(), about);
        if (form.route().isOfThisPolicy()) {
            refusals.when(!about.isEvidenceSufficient(), "route", "evidenceInsufficient", "PM-04",
                    "Without evidence neither an informal nor a formal process may start, and nobody can override this. Choose another route. "
                            + String.join(" ", evidence.missingInWords(about)));
            boolean medical = staff.require(about.colleague()).medicalOrDental();
            refusals.when(medical && form.medicalDirectorAgreedOn() == null, "medicalDirectorAgreedOn", "medicalDirector", "PM-01",
                    "Medical and dental staff go on this policy only with the medical director's agreement. Enter the day on which it was given, or choose another route.");
        }
        refusals.when(form.medicalDirectorAgreedOn() != null && form.medicalDirectorAgreedOn().isAfter(today), "medicalDirectorAgreedOn", "notInFuture", "PM-01",
                "The medical director's agreement cannot lie in the future.");
        if (form.route() == Route.stage1) {
            refusals.when(about.timeGivenUntil() == null || !today.isAfter(about.timeGivenUntil()), "route", "timeNotGiven", "S1P-02",
                    about.timeGivenUntil() == null
                            ? "Stage 1 at once needs that time was given to improve, and that it has passed. No time was given: choose the informal conversation."
                            : "Stage 1 at once needs that the time given has passed. It was given until " + InWords.of(about.timeGivenUntil())
                                    + ": choose the informal conversation.");
            refusals.when(about.raisedOn() == null || evidence.examples(about).stream().noneMatch(e -> e.on().isAfter(about.raisedOn())), "route",
                    "noExampleAfterRaised", "S1P-02",
                    "Stage 1 at once needs an example dated after the concern was raised. There is none: choose the informal conversation, or more evidence first.");
        }
        refusals.throwIfAny();
        about.confirmRoute(form.route(), form.rationale(), form.hrAttends(), form.hrAdviser(), form.medicalDirectorAgreedOn(), today);
        protectedRecords.save(new ProtectedRecord(about.number(), form.protectedFactors(), form.protectedNote(), today, step.userId(), seal));
        chronology.add(about.number(), step.userId(), "Course of action confirmed: " + form.route().label()
                + (form.route().isOfThisPolicy() ? form.hrAttends() ? " (with HR)" : " (without HR)" : ""), form.rationale());
        if (form.route() == Route.stage1) {
            oneToOnes.setAdditionalSupport(about.colleague(), true);
        }
        return Answer.with("route", form.route().name());
    }
}
