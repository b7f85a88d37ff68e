package fairway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of the modules. */
class BordersTest {

    private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("fairway");

    @Test
    void modulesUseEachOtherThroughTheirTopPackagesAndWithoutCycles() {
        ApplicationModules.of(Fairway.class).verify();
    }

    @Test
    void nothingButProcessKnowsTheEngine() {
        noClasses().that().resideOutsideOfPackage("fairway.process..").should().dependOnClassesThat(resideInAPackage("org.camunda..")).check(MAIN);
    }

    @Test
    void nothingDependsOnProcess() {
        noClasses().that().resideOutsideOfPackage("fairway.process..").should().dependOnClassesThat(resideInAPackage("fairway.process..")).check(MAIN);
    }

    @Test
    void rowsOfTheHealthCompartmentStayInIt() {
        classes().that().resideInAPackage("fairway.health..").and().areAnnotatedWith(jakarta.persistence.Entity.class)
                .should().onlyBeAccessed().byAnyPackage("fairway.health..").check(MAIN);
    }

    /** What is kept apart from a case is opened where the reading is logged, and nowhere else. */
    @Test
    void adjustmentsThatAreKeptApartAreOpenedByTheHealthCompartmentAndWhoeverArrangesThem() {
        noClasses().that().resideOutsideOfPackages("fairway.health..", "fairway.stage1..").should().callMethod(Stage1.class, "opened", SupportItem.class).check(MAIN);
    }
}
