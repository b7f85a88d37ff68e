package fairway.health;

import java.util.Map;

import fairway.access.CaseAccess;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Step;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Records what a colleague told about health or disability outside of a step: whoever has a part in the case, kept in the restricted part (S1D-07). */
@Component
class RecordDisclosureForm implements CaseActionForm<RecordDisclosure> {

    private final HealthRecords records;
    private final Cases cases;
    private final CaseAccess access;
    private final Chronology chronology;

    RecordDisclosureForm(HealthRecords records, Cases cases, CaseAccess access, Chronology chronology) {
        this.records = records;
        this.cases = cases;
        this.access = access;
        this.chronology = chronology;
    }

    @Override
    public String id() {
        return "recordDisclosure";
    }

    @Override
    public Class<RecordDisclosure> type() {
        return RecordDisclosure.class;
    }

    @Override
    public String label() {
        return "Record a disclosure";
    }

    @Override
    public boolean offered(Step step) {
        return access.takesPart(step.userId(), step.businessKey()) && cases.require(step.businessKey()).isOpen();
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        return Map.of("_context", "Restricted: kept apart from the case, read by its HR adviser only. It never appears in a letter or a note.");
    }

    @Override
    public Answer complete(Step step, RecordDisclosure form) {
        if (!access.takesPart(step.userId(), step.businessKey())) {
            throw new AccessDeniedException("This case is not one of yours.");
        }
        ClosedCase.refuse(cases.require(step.businessKey()));
        records.keep(step.businessKey(), HealthSource.disclosure, form.note(), step.userId());
        chronology.addRestricted(step.businessKey(), step.userId(), "Disclosure recorded in the restricted part");
        return Answer.none();
    }
}
