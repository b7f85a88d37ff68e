package fairway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
}
