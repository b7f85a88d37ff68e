package fairway.access;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The labels by which HR's tasks are found: {@code hr-<division>}, or {@code case-<number>} from the moment that anybody of that division's
 * HR stands in conflict with the case. A label is a candidate group of the task; a person's own labels are worked out per request.
 */
@Component("hrLabels")
public class HrLabels {

    /** What every division's label begins with. */
    public static final String DIVISION = "hr-";
    /** The queue of HR of the whole Trust; no division's label reads so. */
    public static final String WHOLE_TRUST = DIVISION + "-trust";
    /** What the label of a single case begins with. */
    public static final String CASE = "case-";

    private final People people;
    private final ObjectProvider<CaseParties> cases;
    private final ObjectProvider<AllCases> all;

    public HrLabels(People people, ObjectProvider<CaseParties> cases, ObjectProvider<AllCases> all) {
        this.people = people;
        this.cases = cases;
        this.all = all;
    }

    /**
     * The labels of one person.
     *
     * @param everyDivision whether every label of a division is theirs
     * @param labels        the others
     */
    public record Labels(boolean everyDivision, Set<String> labels) {

        /** Those of everybody outside HR. */
        public static final Labels NONE = new Labels(false, Set.of());

        public Labels {
            labels = Set.copyOf(labels);
        }

        public boolean include(String label) {
            return labels.contains(label) || everyDivision && label.startsWith(DIVISION);
        }
    }

    /** e.g. {@code hr-urgent-care}. */
    public static String ofDivision(String division) {
        String plain = Normalizer.normalize(division, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return DIVISION + plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** e.g. {@code case-PC-2026-000123}. */
    public static String ofCase(String caseNumber) {
        return CASE + caseNumber;
    }

    /** The label that HR's tasks of this case carry now. */
    public String queueOf(Parties parties) {
        return isShutToSome(parties) ? ofCase(parties.caseNumber()) : ofDivision(parties.division());
    }

    /** As {@link #queueOf(Parties)}. @throws IllegalArgumentException when there is no such case */
    public String queueOf(String caseNumber) {
        return Optional.ofNullable(cases.getIfAvailable()).flatMap(c -> c.ofCase(caseNumber)).map(this::queueOf)
                .orElseThrow(() -> new IllegalArgumentException("no case " + caseNumber));
    }

    /** The labels whose tasks this user may see as HR now; none for everybody outside HR. The user's group is for the caller to check. */
    public Labels ofUser(String userId) {
        AllCases.Hr hr = Optional.ofNullable(all.getIfAvailable()).map(cases -> cases.hrOf(userId)).orElse(new AllCases.Hr(Set.of(), Set.of()));
        boolean every = hr.divisions().contains("*");
        Set<String> labels = hr.divisions().stream().filter(d -> !d.equals("*")).map(HrLabels::ofDivision).collect(Collectors.toCollection(LinkedHashSet::new));
        hr.singleCases().forEach(number -> labels.add(ofCase(number)));
        return new Labels(every, labels);
    }

    /** A case about somebody in HR or above them is not every HR person's of its division. */
    private boolean isShutToSome(Parties parties) {
        return !parties.conflicted().isEmpty() || people.hrAndAbove().contains(parties.colleague());
    }
}
