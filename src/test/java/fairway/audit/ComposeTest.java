package fairway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The pattern for production keeps the owner of the tables, who could take the triggers of the record away, out of the nodes. */
class ComposeTest {

    @Test
    void theNodesDoNotKnowThePasswordOfTheOwnerOfTheTables() throws IOException {
        Map<String, Map<String, Object>> services;
        try (Reader file = Files.newBufferedReader(Path.of("docker/compose.yaml"))) {
            services = new Yaml().<Map<String, Map<String, Map<String, Object>>>>load(file).get("services");
        }
        assertThat(services.get("application").get("environment")).asString().contains("fairway_app", "SPRING_FLYWAY_ENABLED=false").doesNotContain("OWNER", "fairway_owner", "SUPERUSER");
        assertThat(services.get("application").get("depends_on")).asString().contains("migration={condition=service_completed_successfully}");
        assertThat(services.get("migration").get("environment")).asString().contains("SPRING_FLYWAY_USER=fairway_owner", "FAIRWAY_DATABASE_OWNER_PASSWORD").doesNotContain("FLYWAY_ENABLED");
        assertThat(services.get("migration").get("command")).asString().isEqualTo("[--migrate]");
        assertThat(MigrateCommand.isAskedFor(new String[]{"--migrate"})).isTrue();
        assertThat(services.get("migration").get("restart")).isEqualTo("no");
        assertThat(services.get("database").get("command")).as("no rows in the server's own log").asString().contains("log_error_verbosity=terse");
    }
}
