package fairway.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelBehaviourTest {

    private static ModelEngine models;

    @BeforeAll
    static void start() {
        models = ModelEngine.start();
    }

    @AfterAll
    static void stop() {
        models.close();
    }

    @Test
    void allModelsAndTablesDeploy() {
        assertThat(models.engine().getRepositoryService().createProcessDefinitionQuery().count()).isEqualTo(8);
        assertThat(models.engine().getRepositoryService().createDecisionDefinitionQuery().count()).isEqualTo(3);
    }
}
