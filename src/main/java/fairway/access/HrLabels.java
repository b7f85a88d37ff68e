package fairway.access;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The labels by which HR's tasks are found: {@code hr-<division>}, or {@code case-<number>} from the moment that anybody of that division's
 * HR stands in conflict with the case. A label is a candidate group of the task; a person's own labels are worked out per request.
 */
@Component("hrLabels")
public class HrLabels {

    private final ObjectProvider<People> staffList;
    private final CaseAccess access;
    private final ObjectProvider<CaseParties> cases;

    public HrLabels(ObjectProvider<People> staffList, CaseAccess access, ObjectProvider<CaseParties> cases) {
        this.staffList = staffList;
        this.access = access;
        this.cases = cases;
    }

    /** e.g. {@code hr-urgent-care}. */
    public static String ofDivision(String division) {
        String plain = Normalizer.normalize(division, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return "hr-" + plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** e.g. {@code case-PC-2026-000123}. */
    public static String ofCase(String caseNumber) {
        return "case-" + caseNumber;
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

    /** Every label whose tasks this user may see as HR now; empty for everybody outside HR. {@code divisions} are all the Trust has. */
    public Set<String> ofUser(String userId, Set<String> divisions) {
        Optional<People.Member> member = people().ofUser(userId).filter(m -> !m.hrDivisions().isEmpty());
        if (member.isEmpty()) {
            return Set.of();
        }
        Set<String> labels = new LinkedHashSet<>();
        divisions.stream().filter(member.get()::isHrOf).map(HrLabels::ofDivision).forEach(labels::add);
        CaseParties all = cases.getIfAvailable();
        if (all != null) {
            Set<Parties> shut = new LinkedHashSet<>(all.withDeclaredConflict());
            shut.addAll(all.aboutAnyOf(aboveHr()));
            shut.stream().filter(p -> access.relation(userId, p).isHr()).map(p -> ofCase(p.caseNumber())).forEach(labels::add);
        }
        return labels;
    }

    private boolean isShutToSome(Parties parties) {
        return !parties.conflicted().isEmpty() || aboveHr().contains(parties.colleague());
    }

    /** Everybody in HR and everybody above them: a case about one of these is not every HR person's of its division. */
    private Set<String> aboveHr() {
        Set<String> found = new HashSet<>();
        for (People.Member member : people().hr()) {
            Optional<People.Member> at = Optional.of(member);
            while (at.isPresent() && found.add(at.get().staffNumber())) {
                String above = at.get().manager();
                at = above == null ? Optional.empty() : people().ofStaffNumber(above);
            }
        }
        return found;
    }

    private People people() {
        return staffList.getObject();
    }
}
