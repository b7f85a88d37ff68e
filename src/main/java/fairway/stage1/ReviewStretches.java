package fairway.stage1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fairway.performancecase.CaseClock;
import fairway.performancecase.Cases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews that were agreed with a plan through all its versions (S1D-15, S1A-04). A version that comes into force while reviews are still to
 * come goes on in their rhythm, so that none is further away than agreed; one that comes on the day of the final review or later begins anew.
 */
@Component
@Transactional(readOnly = true)
public class ReviewStretches {

    private final Stage1 stage1;
    private final ReviewDates dates;
    private final Cases cases;

    ReviewStretches(Stage1 stage1, ReviewDates dates, Cases cases) {
        this.stage1 = stage1;
        this.dates = dates;
        this.cases = cases;
    }

    /** In order; the last is that of the plan in force. Never empty once a plan was agreed. */
    public List<ReviewStretch> of(String number) {
        return of(number, stage1.planVersions(number));
    }

    private List<ReviewStretch> of(String number, List<ImprovementActionPlan> versions) {
        CaseClock stops = cases.clock(number);
        List<ReviewStretch> stretches = new ArrayList<>();
        for (ImprovementActionPlan version : versions) {
            if (version.inForceFrom() == null) {
                continue;
            }
            LocalDate from = version.inForceFrom();
            if (!stretches.isEmpty()) {
                ReviewStretch former = stretches.get(stretches.size() - 1);
                if (former.days().get(former.days().size() - 1).isAfter(from)) {
                    from = former.from();
                    stretches.remove(former);
                }
            }
            stretches.add(new ReviewStretch(from, dates.series(from, version.reviewEvery(), stage1.endsOn(version), stops)));
        }
        return List.copyOf(stretches);
    }

    /** The reviews as they are agreed now. */
    public List<LocalDate> now(String number) {
        return newest(of(number));
    }

    /** The reviews as they are agreed with this version, whether it is kept already or not. */
    List<LocalDate> with(String number, ImprovementActionPlan version) {
        List<ImprovementActionPlan> versions = new ArrayList<>(stage1.planVersions(number));
        if (versions.stream().noneMatch(kept -> kept.version() == version.version())) {
            versions.add(version);
        }
        return newest(of(number, versions));
    }

    private static List<LocalDate> newest(List<ReviewStretch> stretches) {
        return stretches.get(stretches.size() - 1).days();
    }
}
