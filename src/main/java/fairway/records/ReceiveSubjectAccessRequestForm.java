package fairway.records;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import fairway.form.Answer;
import fairway.form.Refusal;
import fairway.form.Refusals;
import fairway.form.StartForm;
import fairway.form.Step;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import org.springframework.stereotype.Component;

/** HR of the whole Trust records a request for what is kept about somebody. */
@Component
class ReceiveSubjectAccessRequestForm implements StartForm<ReceiveSubjectAccessRequest> {

    private final SubjectAccess requests;
    private final HrOfTheTrust hr;
    private final Staff staff;
    private final Clock clock;

    ReceiveSubjectAccessRequestForm(SubjectAccess requests, HrOfTheTrust hr, Staff staff, Clock clock) {
        this.requests = requests;
        this.hr = hr;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "receiveSubjectAccessRequest";
    }

    @Override
    public String processKey() {
        return "subjectAccessRequest";
    }

    @Override
    public Class<ReceiveSubjectAccessRequest> type() {
        return ReceiveSubjectAccessRequest.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        return Map.of("receivedOn", LocalDate.now(clock).toString());
    }

    @Override
    public Answer complete(Step step, ReceiveSubjectAccessRequest form) {
        if (!hr.is(step.userId())) {
            throw new Refusal("", "hrOfTheTrust", "", "Requests for what is kept about somebody are answered by HR of the whole Trust. Pass it on to them today: the month has begun.");
        }
        Optional<StaffMember> person = staff.find(form.person().strip());
        Refusals refusals = new Refusals()
                .when(person.isEmpty(), "person", "unknownPerson", "", "Nobody on the staff list has or had this staff number. Look it up on the page of the staff list.")
                .when(form.receivedOn().isAfter(LocalDate.now(clock)), "receivedOn", "notAfterToday", "", "The day on which the request came in cannot lie after today.")
                .when(form.receivedOn().isBefore(LocalDate.now(clock).minusYears(1)), "receivedOn", "withinAYear", "",
                        "This day is more than a year ago. Look at it again; for a request as old as that, write to your Data Protection Officer.");
        person.ifPresent(found -> refusals
                .when(requests.isInConflict(step.userId(), found.staffNumber()), "person", "inConflict", "",
                        "This is you, or somebody above you in the staff list. Another person of HR of the whole Trust has to answer the request.")
                .when(requests.isOpen(found.staffNumber(), form.receivedOn()), "person", "openAlready", "", "A request of this person that came in on this day is being answered already."));
        refusals.throwIfAny();
        return Answer.startedAs(requests.receive(person.orElseThrow().staffNumber(), form.receivedOn(), unlessBlank(form.identityChecked()), unlessBlank(form.scope()),
                step.userId()));
    }

    private static String unlessBlank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
