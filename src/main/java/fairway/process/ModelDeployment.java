package fairway.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.camunda.bpm.application.ProcessApplicationInterface;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessApplicationDeploymentBuilder;
import org.camunda.bpm.engine.repository.ResumePreviousBy;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Deploys {@code bpmn/} and {@code forms/} as one set, so that models, decision tables and forms of one version stay together: a running
 * case keeps the set that it began with. A set in which nothing changed is not deployed again.
 */
@Configuration
@EnableProcessApplication("fairway")
class ModelDeployment {

    static final String NAME = "fairway";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final ProcessApplicationInterface application;

    ModelDeployment(RepositoryService repository, ResourcePatternResolver resources, ProcessApplicationInterface application) {
        this.repository = repository;
        this.resources = resources;
        this.application = application;
    }

    @EventListener
    @Order(0)
    void deploy(PostDeployEvent started) {
        ProcessApplicationDeploymentBuilder deployment = repository.createDeployment(application.getReference())
                .name(NAME)
                .source("fairway")
                .enableDuplicateFiltering(false)
                .resumePreviousVersions()
                .resumePreviousVersionsBy(ResumePreviousBy.RESUME_BY_DEPLOYMENT_NAME);
        for (String folder : List.of("bpmn", "forms")) {
            for (Resource resource : in(folder)) {
                try {
                    deployment.addInputStream(folder + "/" + resource.getFilename(), resource.getInputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(folder + "/" + resource.getFilename(), e);
                }
            }
        }
        if (!deployment.getResourceNames().isEmpty()) {
            deployment.deploy();
        }
    }

    private List<Resource> in(String folder) {
        try {
            return Arrays.stream(resources.getResources("classpath*:" + folder + "/*"))
                    .filter(r -> r.getFilename() != null && r.getFilename().matches(".+\\.(bpmn|dmn|form)"))
                    .sorted(Comparator.comparing(Resource::getFilename)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("models in " + folder, e);
        }
    }
}
