package fairway.records;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fairway.form.Answer;
import fairway.form.Preview;
import fairway.form.PreviewedForm;
import fairway.form.Refusal;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.SubmissionReader;
import fairway.form.TaskForm;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** HR of the whole Trust reviews what was collected, and decides what the answer is. */
@Component
class ReviewSubjectAccessForm implements TaskForm<ReviewSubjectAccess>, PreviewedForm<ReviewSubjectAccess> {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");
    private static final int LONGEST_ADDRESS = 254;

    private final SubjectAccess requests;
    private final HrOfTheTrust hr;
    private final Staff staff;
    private final Clock clock;

    ReviewSubjectAccessForm(SubjectAccess requests, HrOfTheTrust hr, Staff staff, Clock clock) {
        this.requests = requests;
        this.hr = hr;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "reviewSubjectAccess";
    }

    /** The pack holds what is kept about health. */
    @Override
    public boolean showsHealth() {
        return true;
    }

    @Override
    public Class<ReviewSubjectAccess> type() {
        return ReviewSubjectAccess.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        requireTheirs(step);
        SubjectAccessRequest request = requests.require(step.businessKey());
        List<Map<String, Object>> named = new ArrayList<>();
        List<ThirdParty> all = requests.collected(request.number()).map(CollectedPack::thirdParties).orElse(List.of());
        askedAbout(all).forEach(party -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", party.id());
            row.put("_name", party.name());
            row.put("_where", party.role() + " · in " + party.records() + (party.records() == 1 ? " record" : " records"));
            named.add(row);
        });
        Map<String, Object> prefill = new LinkedHashMap<>();
        prefill.put("_pack", "/subject-access/" + request.number());
        prefill.put("_due", InWords.of(request.lastDay()));
        prefill.put("_goesTo", goesTo(staff.require(request.staffNumber())));
        prefill.put("_unasked", unasked(all.size()));
        prefill.put("identityChecked", request.identityChecked());
        prefill.put("sendTo", request.sendTo());
        prefill.put("thirdParties", named);
        return prefill;
    }

    /** Those whom the form asks about: everybody, or where they are more than a form can carry, those who stand in most records. The others stay. */
    private static List<ThirdParty> askedAbout(List<ThirdParty> all) {
        return all.size() <= SubmissionReader.LONGEST_LIST ? all
                : all.stream().sorted(Comparator.comparingInt(ThirdParty::records).reversed()).limit(SubmissionReader.LONGEST_LIST).toList();
    }

    private static String unasked(int all) {
        return all <= SubmissionReader.LONGEST_LIST ? "" : all + " people are named in it. You are asked about the " + SubmissionReader.LONGEST_LIST
                + " who stand in most records; the others stay, unless you enter their name among the texts to take out.";
    }

    private String goesTo(StaffMember person) {
        if (requests.hasLeft(person)) {
            return person.fullName() + " has left: the answer is printed and handed over, unless you enter an address.";
        }
        return person.email() == null ? person.fullName() + " has no mailbox: the answer is printed and handed over, unless you enter an address." : "It goes to " + person.email() + ".";
    }

    @Override
    public String previewed(Step step) {
        return "pack";
    }

    @Override
    public Preview preview(Step step, ReviewSubjectAccess form) {
        requireTheirs(step);
        SubjectAccessRequest request = open(step);
        new Refusals().when(form.decision() != ReviewSubjectAccess.Decision.issue, "decision", "nothingToSee", "", "There is a pack to see only where it is to be issued.").throwIfAny();
        CollectedPack collected = requests.collected(request.number()).orElseThrow();
        return new Preview("What is kept about you", requests.redacted(request, collected, redactions(collected, form)), null);
    }

    @Override
    public Answer complete(Step step, ReviewSubjectAccess form) {
        requireTheirs(step);
        SubjectAccessRequest request = open(step);
        String identity = form.identityChecked() == null || form.identityChecked().isBlank() ? request.identityChecked() : form.identityChecked();
        String sendTo = form.sendTo() == null || form.sendTo().isBlank() ? null : form.sendTo().strip();
        new Refusals().when(form.decision() == ReviewSubjectAccess.Decision.issue && identity == null, "identityChecked", "required", "",
                        "Say how you made sure that it is them: nobody else may get the pack (UK GDPR Art. 12(6)).")
                .when(sendTo != null && (sendTo.length() > LONGEST_ADDRESS || !ADDRESS.matcher(sendTo).matches()), "sendTo", "notAnAddress", "", "Enter one e-mail address, e.g. name@example.org.")
                .throwIfAny();
        requests.reviewed(request.number(), step.userId(), identity, sendTo);
        boolean reasoned = form.reason() != null && !form.reason().isBlank();
        switch (form.decision()) {
            case issue -> issue(request, form);
            case extend -> extend(request, form, reasoned);
            default -> {
                new Refusals().when(!reasoned, "reason", "required", "", form.decision() == ReviewSubjectAccess.Decision.refuse
                        ? "Say why the request is manifestly unfounded or excessive. The person reads this." : "Say how they withdrew it.").throwIfAny();
                requests.decide(request.number(), form.decision() == ReviewSubjectAccess.Decision.refuse ? "refused" : "withdrawn", form.reason());
            }
        }
        return Answer.with("decision", form.decision().name());
    }

    private SubjectAccessRequest open(Step step) {
        return requests.find(step.businessKey()).filter(SubjectAccessRequest::isOpen).orElseThrow(() -> new Refusal("", "hasEnded", "", "This request is answered already."));
    }

    private void issue(SubjectAccessRequest request, ReviewSubjectAccess form) {
        requests.redact(request.number(), redactions(requests.collected(request.number()).orElseThrow(), form));
        requests.decide(request.number(), "issued", null);
    }

    private static Redactions redactions(CollectedPack collected, ReviewSubjectAccess form) {
        Map<String, ThirdParty> named = collected.thirdParties().stream().collect(Collectors.toMap(ThirdParty::id, Function.identity()));
        Refusals refusals = new Refusals();
        List<Redactions.Taken> taken = new ArrayList<>();
        for (int i = 0; i < form.thirdParties().size(); i++) {
            ReviewSubjectAccess.NamedThere row = form.thirdParties().get(i);
            String at = "thirdParties[" + i + "].";
            ThirdParty party = named.remove(row.id());
            refusals.when(party == null, at + "id", "unknownPerson", "", "This person is not named in the pack, or stands here twice. Open the task again.");
            refusals.when(row.decision() == null, at + "decision", "required", "", "Choose whether the name stays.");
            if (row.decision() == ReviewSubjectAccess.Handling.redact) {
                refusals.when(row.exemption() == null, at + "exemption", "required", "", "Choose the exemption.");
                refusals.when(row.reason() == null || row.reason().isBlank(), at + "reason", "required", "", "Give the reason. The person reads it, so leave out who it is.");
                if (party != null && row.exemption() != null && row.reason() != null) {
                    taken.add(new Redactions.Taken(party.words(), false, row.exemption(), row.reason()));
                }
            }
        }
        List<ThirdParty> undecided = askedAbout(collected.thirdParties()).stream().filter(party -> named.containsKey(party.id())).toList();
        refusals.when(!undecided.isEmpty(), "thirdParties", "everybody", "", "Decide for everybody who is named in the pack. Missing: "
                + undecided.stream().map(ThirdParty::name).collect(Collectors.joining(", ")) + ".");
        String everything = collected.items().stream().flatMap(item -> item.facts().stream()).map(KeptItem.Fact::text).collect(Collectors.joining("\n"));
        for (int i = 0; i < form.passages().size(); i++) {
            ReviewSubjectAccess.Passage passage = form.passages().get(i);
            refusals.when(!KeptAbout.pattern(passage.text()).matcher(everything).find(), "passages[" + i + "].text", "notInThePack", "",
                    "This text does not stand in the pack. Copy it from there, word for word.");
            taken.add(new Redactions.Taken(List.of(passage.text()), true, passage.exemption(), passage.reason()));
        }
        taken.forEach(one -> refusals.when(new RedactedPack(List.of(), new Redactions(taken)).leftIn(one.reason()).size() > 0, "", "reasonTellsIt", "",
                "A reason names what is taken out. Word it so that it does not."));
        refusals.throwIfAny();
        return new Redactions(taken);
    }

    private void extend(SubjectAccessRequest request, ReviewSubjectAccess form, boolean reasoned) {
        new Refusals().when(!reasoned, "reason", "required", "", "Say why the answer takes longer. The person reads this.")
                .when(request.extendedUntil() != null, "decision", "extendedAlready", "", "The time was extended already, until " + InWords.of(request.lastDay()) + ". It can be done once.")
                .when(LocalDate.now(clock).isAfter(request.dueOn()), "decision", "monthIsOver", "",
                        "The month was over on " + InWords.of(request.dueOn()) + ". An extension has to be told within it (UK GDPR Art. 12(3)).")
                .throwIfAny();
        requests.extend(request.number(), requests.longestExtension(request), form.reason());
    }

    private void requireTheirs(Step step) {
        boolean conflict = requests.find(step.businessKey()).filter(request -> requests.isInConflict(step.userId(), request.staffNumber())).isPresent();
        if (conflict || !hr.is(step.userId())) {
            throw new Refusal("", "hrOfTheTrust", "", "This request is answered by HR of the whole Trust, and by nobody whom it is about or who reports to them.");
        }
    }
}
