package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.onetoone.OneToOnes;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** The informal conversation: what was said, the support agreed, the time given to improve (S1P-02). */
@Component
class HoldInformalConversationForm implements TaskForm<HoldInformalConversationForm.HoldInformalConversation> {

    /** Keys of the form; healthNote goes to the restricted part. */
    record HoldInformalConversation(
            @NotNull(message = "Enter the day of the conversation.") LocalDate heldOn,
            @NotBlank(message = "Write down what was said.") String said,
            String colleagueView,
            @Valid List<Support> supportAgreed,
            @NotNull(message = "Enter the day until which time is given.") LocalDate improveBy,
            String reason,
            String healthNote,
            OccupationalHealthAnswer occupationalHealth) {
    }

    /** One row of the support agreed. */
    record Support(
            @NotNull(message = "Choose the kind of support.") SupportKind kind,
            @NotBlank(message = "Say what the support is.") String what,
            @NotNull(message = "Enter the day by which it is given.") LocalDate by) {
    }

    enum OccupationalHealthAnswer {
        notNeeded, declined, agreed
    }

    private final Cases cases;
    private final EvidenceOfCases evidence;
    private final OneToOnes oneToOnes;
    private final Disclosures disclosures;
    private final OccupationalHealth occupationalHealth;
    private final Chronology chronology;
    private final TrustSettings trust;
    private final Clock clock;

    HoldInformalConversationForm(Cases cases, EvidenceOfCases evidence, OneToOnes oneToOnes, Disclosures disclosures,
                                 OccupationalHealth occupationalHealth, Chronology chronology, TrustSettings trust, Clock clock) {
        this.cases = cases;
        this.evidence = evidence;
        this.oneToOnes = oneToOnes;
        this.disclosures = disclosures;
        this.occupationalHealth = occupationalHealth;
        this.chronology = chronology;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "holdInformalConversation";
    }

    @Override
    public Class<HoldInformalConversation> type() {
        return HoldInformalConversation.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", "The concern: " + about.description() + " Expected: " + about.standard() + " Examples: "
                + String.join("; ", evidence.examples(about).stream().map(e -> e.label()).toList()) + ".");
        known.put("heldOn", LocalDate.now(clock));
        known.put("occupationalHealth", OccupationalHealthAnswer.notNeeded.name());
        return known;
    }

    @Override
    public Answer complete(Step step, HoldInformalConversation form) {
        PerformanceCase about = cases.require(step.businessKey());
        Refusals refusals = new Refusals();
        refusals.when(form.heldOn().isAfter(LocalDate.now(clock)), "heldOn", "notInFuture", "S1P-02",
                "The conversation cannot lie in the future. Complete this step once it was held.");
        refusals.when(form.heldOn().isBefore(about.routeConfirmedOn()), "heldOn", "beforeHrAdvice", "PM-01",
                "The conversation is held after HR confirmed the course of action on " + InWords.of(about.routeConfirmedOn()) + ". Enter the day of that conversation.");
        refusals.when(!form.improveBy().isAfter(form.heldOn()), "improveBy", "afterConversation", "S1P-02",
                "Time should be given to improve: enter a day after the conversation.");
        refusals.when(form.improveBy().isAfter(form.heldOn().plus(trust.timeGivenWithoutReason())) && form.reason() == null, "reason", "longTime", "T",
                "More than " + ClosureLetters.inWords(trust.timeGivenWithoutReason()) + " to improve needs a reason. (Trust setting)");
        refusals.throwIfAny();
        about.informalConversationHeld(form.heldOn(), form.said(), form.colleagueView(),
                form.supportAgreed().stream().map(s -> new AgreedSupport(s.kind(), s.what(), s.by())).toList(), form.improveBy(), form.reason());
        oneToOnes.setAdditionalSupport(about.colleague(), true);
        chronology.add(about.number(), step.userId(), "Informal conversation held on " + InWords.of(form.heldOn()) + "; time given until "
                + InWords.of(form.improveBy()), form.said());
        if (form.healthNote() != null) {
            disclosures.keep(about.number(), form.healthNote(), step.userId());
        }
        if (form.occupationalHealth() == OccupationalHealthAnswer.agreed) {
            occupationalHealth.referralAgreed(about.number(), step.userId());
        }
        if (form.occupationalHealth() == OccupationalHealthAnswer.declined) {
            occupationalHealth.referralDeclined(about.number(), step.userId());
        }
        return Answer.none();
    }
}
