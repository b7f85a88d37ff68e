package fairway.process.performancecase;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import fairway.performancecase.Cases;
import fairway.performancecase.Ending;
import fairway.process.model.PerformanceCaseModel.Variables;
import fairway.trust.TrustSettings;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code performanceCase}, as its model names them. */
@Configuration
class CaseSteps {

    @Bean
    JavaDelegate remindOfReviewOfImprovement(Cases cases) {
        return step(cases::remindOfReviewOfImprovement);
    }

    @Bean
    JavaDelegate tellHrOfMoreTime(Cases cases) {
        return step(cases::tellHrOfMoreTime);
    }

    @Bean
    JavaDelegate listWhatIsOpen(Cases cases) {
        return step(cases::listWhatIsOpen);
    }

    @Bean
    JavaDelegate tellOfImprovement(Cases cases) {
        return telling(cases::tellOfTheEnd, Ending.improved);
    }

    @Bean
    JavaDelegate tellOfSustainedImprovement(Cases cases) {
        return telling(cases::tellOfTheEnd, Ending.sustained);
    }

    @Bean
    JavaDelegate tellOfReferral(Cases cases) {
        return telling(cases::tellOfTheEnd, Ending.referred);
    }

    @Bean
    JavaDelegate tellOfTheEnd(Cases cases) {
        return step(number -> cases.tellOfTheEnd(number, cases.require(number).endingAsked()));
    }

    @Bean
    JavaDelegate issueClosureLetter(Cases cases, TrustSettings trust) {
        return execution -> {
            cases.tellOfTheEnd(execution.getProcessBusinessKey(), Ending.standardMet);
            execution.setVariable(Variables.WATCH, trust.hasWatch());
        };
    }

    private static JavaDelegate step(Consumer<String> work) {
        return execution -> work.accept(execution.getProcessBusinessKey());
    }

    private static JavaDelegate telling(BiConsumer<String, Ending> letter, Ending ending) {
        return execution -> letter.accept(execution.getProcessBusinessKey(), ending);
    }
}
