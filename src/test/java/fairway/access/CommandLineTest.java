package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who runs a command is named by the operating system. */
class CommandLineTest {

    @Test
    void theOperatingSystemsUserIsNamedAndWhoeverCalledItByTheirRights() {
        assertThat(CommandLine.user()).isEqualTo(CommandLine.named(System.getProperty("user.name"), System.getenv("SUDO_USER"))).startsWith("command line ");
        assertThat(CommandLine.named("fairway", null)).isEqualTo("command line fairway");
        assertThat(CommandLine.named("root", " ")).isEqualTo("command line root");
        assertThat(CommandLine.named("root", "alex.shah")).isEqualTo("command line root for alex.shah");
        assertThat(CommandLine.named("x".repeat(100), "alex.shah")).hasSize(64);
    }
}
