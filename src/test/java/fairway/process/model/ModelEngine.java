package fairway.process.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * The models alone on an engine with a real PostgreSQL: every bean that they name is a stand-in that notes that it was called and, where a test says so, answers.
 * Shows how the models move, not what the steps do.
 */
public final class ModelEngine implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final ProcessEngine engine;
    private final List<String> called = new ArrayList<>();
    private final Map<String, Object> answers = new HashMap<>();

    private ModelEngine(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("models");
        configuration.setDataSource(postgres.getPostgresDatabase());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setHistory("activity");
        configuration.setCmmnEnabled(false);
        configuration.setBeans(beans());
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("models");
        Models.files().forEach(file -> deployment.addInputStream(file.getFileName().toString(), Models.open(file)));
        deployment.deploy();
    }

    static ModelEngine start() {
        try {
            return new ModelEngine(EmbeddedPostgres.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessEngine engine() {
        return engine;
    }

    /** Names of delegates that were called, and ends that were told, in their order. */
    List<String> called() {
        return called;
    }

    /** What a bean's method answers from now on, such as {@code stage1.toArrange}. */
    void answer(String question, Object answer) {
        answers.put(question, answer);
    }

    void forget() {
        called.clear();
        answers.clear();
    }

    @Override
    public void close() {
        engine.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        for (String name : Beans.DELEGATES) {
            beans.put(name, name.startsWith("record") ? (ExecutionListener) execution -> call(name, execution)
                    : (JavaDelegate) execution -> call(name, execution));
        }
        beans.putAll(new StandIns(called, answers).beans());
        return beans;
    }

    private void call(String name, DelegateExecution execution) {
        called.add(name);
        Object answer = answers.get(name);
        if (answer instanceof BpmnError error) {
            throw error;
        }
        if (answer instanceof Map<?, ?> variables) {
            variables.forEach((variable, value) -> execution.setVariable((String) variable, value));
        }
        if (answer instanceof RuntimeException failure) {
            throw failure;
        }
    }
}
