package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.access.AccessDeniedException;

/** Who stands how to a case, and by which labels HR finds its tasks, without database or engine. */
class CaseAccessTest {

    private static final String CASE = "PC-2026-000001";

    private final Map<String, People.Member> staff = new LinkedHashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, Parties> cases = new LinkedHashMap<>();

    private final People people = new People() {
        @Override
        public Optional<Member> ofUser(String userId) {
            return staff.values().stream().filter(m -> m.userId() != null && m.userId().equals(userId)).findFirst();
        }

        @Override
        public boolean haveInOtherSpelling(String userId) {
            return false;
        }

        @Override
        public Optional<Member> ofStaffNumber(String staffNumber) {
            return Optional.ofNullable(staff.get(staffNumber));
        }

        @Override
        public Set<String> hrAndAbove() {
            return staff.values().stream().filter(m -> !m.hrDivisions().isEmpty()).flatMap(m -> upwards(m.staffNumber()).stream()).collect(Collectors.toSet());
        }

        @Override
        public Set<String> upwards(String staffNumber) {
            Set<String> found = new HashSet<>();
            for (String at = staffNumber; at != null && found.add(at); at = staff.get(at).manager()) {
                assertThat(staff).containsKey(at);
            }
            return found;
        }
    };
    private final Identities identities = new Identities() {
        @Override
        public Optional<Identity> find(String userId) {
            return Optional.ofNullable(groups.get(userId)).map(g -> new Identity(userId, userId, g));
        }

        @Override
        public boolean passwordIsRight(String userId, String password) {
            return false;
        }

        @Override
        public Set<String> members(Role role) {
            return Set.of();
        }

        @Override
        public void changePassword(String userId, String newPassword) {
            throw new UnsupportedOperationException();
        }
    };
    private final CaseParties parties = new CaseParties() {
        @Override
        public Optional<Parties> ofCase(String caseNumber) {
            return Optional.ofNullable(cases.get(caseNumber));
        }
    };
    private final LineParties lines = new LineParties() {
        @Override
        public Optional<LineParties.Line> ofLine(String lineId) {
            return lineId.equals("L-1") ? Optional.of(new LineParties.Line("L-1", "manager", "colleague")) : Optional.empty();
        }

        @Override
        public Optional<LineParties.Line> after(String lineId) {
            return lineId.equals("L-0") ? ofLine("L-1") : Optional.empty();
        }

        @Override
        public Set<String> aboutAnyOf(Set<String> colleagues) {
            return colleagues.contains("colleague") ? Set.of("L-1") : Set.of();
        }
    };
    /** Case by case, as the statements of the database have to have it. */
    private final AllCases all = new AllCases() {
        @Override
        public Set<String> shutTo(String userId) {
            return numbers(number -> access().relation(userId, number) == Relation.IN_CONFLICT);
        }

        @Override
        public Hr hrOf(String userId) {
            Set<String> divisions = people.ofUser(userId).map(People.Member::hrDivisions).orElse(Set.of());
            return new Hr(divisions, divisions.isEmpty() ? Set.of()
                    : numbers(number -> labels().queueOf(number).startsWith(HrLabels.CASE) && access().relation(userId, number).isHr()));
        }

        private Set<String> numbers(Predicate<String> which) {
            return cases.keySet().stream().filter(which).collect(Collectors.toSet());
        }
    };
    private final CaseAccess access = new CaseAccess(identities, people, provider(CaseParties.class, parties), provider(LineParties.class, lines), provider(AllCases.class, all));
    private final HrLabels labels = new HrLabels(people, provider(CaseParties.class, parties), provider(AllCases.class, all));

    private CaseAccess access() {
        return access;
    }

    private HrLabels labels() {
        return labels;
    }

    CaseAccessTest() {
        person("chief", null);
        person("director", "chief", "manager");
        person("manager", "director", "manager");
        person("deputy", "director", "manager");
        person("colleague", "manager", "manager", "hr");
        person("report", "colleague", "manager", "hr");
        person("below", "report", "hr");
        person("stranger", "chief", "manager");
        hr("hrDirector", "chief", "*");
        hr("hrCare", "hrDirector", "Care");
        hr("hrSurgery", "hrDirector", "Surgery");
        hr("adviser", "hrDirector", "Surgery");
        groups.put("admin", Set.of("camunda-admin"));
        groups.put("ops", Set.of("operations"));
        cases.put(CASE, new Parties(CASE, "colleague", "manager", "deputy", "adviser", "Care", Set.of("reviewer"), Set.of(), Set.of()));
        person("reviewer", "chief");
    }

    @Test
    void eachStandsToTheCaseInOneWay() {
        assertThat(access.relation("manager", CASE)).isEqualTo(Relation.MANAGER);
        assertThat(access.relation("deputy", CASE)).isEqualTo(Relation.DEPUTY);
        assertThat(access.relation("adviser", CASE)).as("of another division").isEqualTo(Relation.ADVISER);
        assertThat(access.relation("hrCare", CASE)).isEqualTo(Relation.DIVISION_HR);
        assertThat(access.relation("hrDirector", CASE)).isEqualTo(Relation.DIVISION_HR);
        assertThat(access.relation("reviewer", CASE)).isEqualTo(Relation.TAKING_PART);
        for (String user : Arrays.asList("hrSurgery", "stranger", "director", "chief", "admin", "ops", "nobody", null)) {
            assertThat(access.relation(user, CASE)).as(user).isEqualTo(Relation.NONE);
        }
        assertThat(access.relation("manager", "PC-2026-000999")).isEqualTo(Relation.NONE);
    }

    @Test
    void theColleagueAndEverybodyBelowThemSeeNothingWhateverTheyAre() {
        cases.put(CASE, new Parties(CASE, "colleague", "manager", "report", "below", "Care", Set.of("colleague"), Set.of(), Set.of()));
        for (String user : List.of("colleague", "report", "below")) {
            assertThat(access.relation(user, CASE)).isEqualTo(Relation.IN_CONFLICT);
            assertThat(access.maySee(user, CASE)).isFalse();
            assertThat(access.mayAct(user, CASE)).isFalse();
            assertThat(access.takesPart(user, CASE)).isFalse();
            assertThat(access.isInConflict(user, cases.get(CASE))).isTrue();
        }
        assertThat(access.isInConflict("manager", cases.get(CASE))).isFalse();
    }

    @Test
    void aDeclaredConflictShutsTheCaseToEverybodyWhoHasOne() {
        Set<String> conflicted = Set.of("manager", "deputy", "adviser", "hrCare", "hrDirector", "reviewer", "admin", "ops");
        cases.put(CASE, new Parties(CASE, "colleague", "manager", "deputy", "adviser", "Care", Set.of("reviewer"), conflicted, Set.of()));
        for (String user : conflicted) {
            assertThat(access.relation(user, CASE)).as(user).isEqualTo(Relation.IN_CONFLICT);
            assertThatThrownBy(() -> access.requireSee(user, CASE)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> access.requireAct(user, CASE)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void whoHasLostTheRoleHasLostTheCase() {
        groups.put("manager", Set.of());
        groups.put("hrCare", Set.of("manager"));
        assertThat(access.relation("manager", CASE)).isEqualTo(Relation.NONE);
        assertThat(access.relation("hrCare", CASE)).isEqualTo(Relation.NONE);
        groups.put("deputy", Set.of("hr"));
        assertThat(access.relation("deputy", CASE)).isEqualTo(Relation.NONE);
    }

    @Test
    void whoTakesPartSeesTheirStepAndNotTheFile() {
        assertThat(access.takesPart("reviewer", CASE)).isTrue();
        assertThat(access.maySee("reviewer", CASE)).isFalse();
    }

    @Test
    void restrictedTextIsForHrOfTheCase() {
        assertThat(access.maySeeRestricted("adviser", CASE)).isTrue();
        assertThat(access.maySeeRestricted("hrCare", CASE)).isTrue();
        for (String user : List.of("manager", "deputy", "reviewer", "hrSurgery", "colleague", "admin", "ops")) {
            assertThat(access.maySeeRestricted(user, CASE)).as(user).isFalse();
        }
    }

    @Test
    void aLineIsItsManagersAlone() {
        assertThat(access.maySeeLine("manager", "L-1")).isTrue();
        for (String user : List.of("colleague", "director", "hrCare", "admin", "ops", "deputy")) {
            assertThat(access.maySeeLine(user, "L-1")).as(user).isFalse();
        }
        assertThat(access.maySeeLine("manager", "L-2")).isFalse();
        assertThat(access.maySeeLine("manager", "L-0")).as("it has ended").isFalse();
        assertThat(access.maySeeNotes("manager", "L-0")).as("whoever manages the colleague now").isTrue();
        assertThat(access.maySeeNotes("deputy", "L-0")).isFalse();
        assertThatThrownBy(() -> access.requireSeeLine("colleague", "L-1")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aCircleInTheStaffListDoesNotHold() {
        person("a", "b", "manager");
        person("b", "a", "manager");
        assertThat(access.relation("a", CASE)).isEqualTo(Relation.NONE);
    }

    @Test
    void labelsAreSpeltFromTheDivision() {
        assertThat(HrLabels.ofDivision("Urgent Care")).isEqualTo("hr-urgent-care");
        assertThat(HrLabels.ofDivision("Women & Children's")).isEqualTo("hr-women-children-s");
        assertThat(HrLabels.ofDivision(" Café ")).isEqualTo("hr-cafe");
        assertThat(HrLabels.ofCase(CASE)).isEqualTo("case-PC-2026-000001");
    }

    @Test
    void aCaseIsInTheQueueOfItsDivisionUntilSomebodyOfHrMayNotSeeIt() {
        cases.put(CASE, new Parties(CASE, "stranger", "director", null, null, "Care", Set.of(), Set.of(), Set.of()));
        assertThat(labels.queueOf(CASE)).isEqualTo("hr-care");
        assertThat(labels.ofUser("hrCare").include("hr-care")).isTrue();
        assertThat(labels.ofUser("hrDirector").include("hr-care")).isTrue();
        assertThat(labels.ofUser("hrSurgery").include("hr-care")).isFalse();
        assertThat(labels.ofUser("manager")).isEqualTo(HrLabels.Labels.NONE);

        cases.put(CASE, new Parties(CASE, "stranger", "director", null, null, "Care", Set.of(), Set.of("hrCare"), Set.of()));
        String queue = labels.queueOf(CASE);
        assertThat(queue).isEqualTo("case-" + CASE);
        assertThat(labels.ofUser("hrCare").include(queue)).isFalse();
        assertThat(labels.ofUser("hrDirector").include(queue)).isTrue();
        assertThat(labels.ofUser("hrSurgery").include(queue)).isFalse();
    }

    @Test
    void aCaseAboutHrOrAboutAManagerOfHrHasAQueueOfItsOwn() {
        cases.put(CASE, new Parties(CASE, "hrDirector", "chief", null, null, "Care", Set.of(), Set.of(), Set.of()));
        assertThat(labels.queueOf(CASE)).isEqualTo("case-" + CASE);
        for (String user : List.of("hrDirector", "hrCare", "hrSurgery")) {
            assertThat(labels.ofUser(user).include("case-" + CASE)).as(user).isFalse();
        }
        assertThatThrownBy(() -> labels.queueOf("PC-2026-000999")).isInstanceOf(IllegalArgumentException.class);
    }

    private void person(String name, String manager, String... roles) {
        staff.put(name, new People.Member(name, name, manager, Set.of()));
        groups.put(name, Set.of(roles));
    }

    private void hr(String name, String manager, String divisions) {
        staff.put(name, new People.Member(name, name, manager, Set.of(divisions)));
        groups.put(name, Set.of("hr"));
    }

    private static <T> ObjectProvider<T> provider(Class<T> kind, T bean) {
        return new StaticListableBeanFactory(Map.of("bean", bean)).getBeanProvider(kind);
    }
}
