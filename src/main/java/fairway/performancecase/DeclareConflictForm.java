package fairway.performancecase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import fairway.access.CaseAccess;
import fairway.access.Identities;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import jakarta.validation.constraints.NotBlank;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Anybody declares a conflict of interest for themselves, HR for others: from then on the case is shut to them. */
@Component
class DeclareConflictForm implements CaseActionForm<DeclareConflictForm.DeclareConflict> {

    /** Keys of the form; user is a user id, why is restricted to HR. */
    record DeclareConflict(
            @NotBlank(message = "Choose who is in conflict.") String user,
            @NotBlank(message = "Say why.") String why) {
    }

    private final Cases cases;
    private final CaseActors actors;
    private final CaseAccess access;
    private final ObjectProvider<Identities> identities;
    private final Staff staff;

    DeclareConflictForm(Cases cases, CaseActors actors, CaseAccess access, ObjectProvider<Identities> identities, Staff staff) {
        this.cases = cases;
        this.actors = actors;
        this.access = access;
        this.identities = identities;
        this.staff = staff;
    }

    @Override
    public String id() {
        return "declareConflict";
    }

    @Override
    public String label() {
        return "Declare a conflict of interest";
    }

    @Override
    public Class<DeclareConflict> type() {
        return DeclareConflict.class;
    }

    @Override
    public boolean offered(Step step) {
        return access.takesPart(step.userId(), step.businessKey());
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        return Map.of("user", step.userId());
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        Stream<StaffMember> people = actors.isHr(step) ? staff.withSignIn().stream() : staff.byUser(step.userId()).stream();
        return Map.of("user", people.map(p -> new Option(p.userId(), p.fullName() + ", " + p.jobTitle())).toList());
    }

    @Override
    public Answer complete(Step step, DeclareConflict form) {
        PerformanceCase about = cases.require(step.businessKey());
        Optional<StaffMember> person = staff.byUser(form.user());
        boolean known = person.isPresent() || identities.stream().anyMatch(users -> users.find(form.user()).isPresent());
        boolean forOthers = !Objects.equals(form.user(), step.userId());
        new Refusals()
                .when(forOthers && !actors.isHr(step), "user", "hrOnly", "PM-01", "You can declare a conflict for yourself; HR can for others.")
                .when(!known, "user", "unknownPerson", "", "Nobody signs in as this user. Choose a person from the list.")
                .when(person.isPresent() && person.get().staffNumber().equals(about.colleague()), "user", "isColleague", "",
                        "This is the colleague whom the case is about. The case is shut to them already.")
                .throwIfAny();
        cases.declareConflict(about.number(), form.user(), form.why(), step.userId());
        return Answer.none();
    }

    @Override
    public Map<String, ?> chosen(DeclareConflict form) {
        return Map.of("inConflict", form.user());
    }
}
