package fairway.process.records;

import fairway.records.SubjectAccess;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service steps of the model subjectAccessRequest, each named as its step. */
@Configuration
class SubjectAccessSteps {

    @Bean
    JavaDelegate collectSubjectAccessPack(SubjectAccess requests) {
        return execution -> requests.collect(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate remindOfSubjectAccess(SubjectAccess requests) {
        return execution -> requests.remind(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate tellOfOverdueAnswer(SubjectAccess requests) {
        return execution -> requests.tellOfOverdueAnswer(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate tellOfExtension(SubjectAccess requests) {
        return execution -> requests.tellOfExtension(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate issueSubjectAccessPack(SubjectAccess requests) {
        return execution -> requests.issue(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate tellOfRefusedRequest(SubjectAccess requests) {
        return execution -> requests.tellOfRefusal(execution.getProcessBusinessKey());
    }
}
