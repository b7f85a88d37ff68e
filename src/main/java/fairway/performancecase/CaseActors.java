package fairway.performancecase;

import fairway.access.CaseAccess;
import fairway.access.Relation;
import fairway.form.Refusal;
import fairway.form.Step;
import fairway.staff.Line;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** Who uses a case action: HR of the case, or whoever manages it; on a line, its manager alone. */
@Component
class CaseActors {

    private final CaseAccess access;

    CaseActors(CaseAccess access) {
        this.access = access;
    }

    boolean isHr(Step step) {
        return access.relation(step.userId(), step.businessKey()).isHr();
    }

    boolean isManager(Step step) {
        return access.relation(step.userId(), step.businessKey()).ownsTheCase();
    }

    /** Stands in for the manager, for as long as that was named. */
    boolean isDeputy(Step step) {
        return access.relation(step.userId(), step.businessKey()) == Relation.DEPUTY;
    }

    boolean isEither(Step step) {
        return isHr(step) || isManager(step);
    }

    /** Whether they correct what was sent: the manager of the case and its HR, or the manager of the line. */
    boolean mayCorrect(Step step) {
        return Line.isKey(step.businessKey()) ? access.maySeeLine(step.userId(), step.businessKey()) : isEither(step);
    }

    /** @throws Refusal for everybody but those who correct what was sent */
    void requireMayCorrect(Step step) {
        if (!mayCorrect(step)) {
            throw new Refusal("", "notYours", "", Line.isKey(step.businessKey()) ? "Only the manager of the line can do this." : "Only the manager of the case and its HR can do this.");
        }
    }

    /** @throws Refusal for everybody but HR of the case */
    void requireHr(Step step) {
        if (!isHr(step)) {
            throw new Refusal("", "hrOnly", "PM-01", "Only HR can do this. Speak to the HR adviser on the case.");
        }
    }

    /** @throws Refusal for everybody but the manager of the case and its HR */
    void requireEither(Step step) {
        if (!isEither(step)) {
            throw new Refusal("", "notYours", "", "Only the manager of the case and its HR can do this.");
        }
    }

    /** @throws Refusal once the case has ended, or is about to */
    static void requireOpen(PerformanceCase about) {
        if (!about.isOpen()) {
            throw new Refusal("", "hasEnded", "", "The case ended on " + InWords.of(about.endedOn()) + " (" + about.ending().label()
                    + "). Nothing can be changed any more.");
        }
    }
}
