package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** The settings of each way to sign in: what is missing or contradicts another is named before Fairway starts. */
class SignInSettingsTest {

    private static final Map<String, String> OPENID = Map.of("openid.issuer", "https://id.trust.example/realms/trust", "openid.client", "fairway",
            "openid.secret", "a secret", "groups.manager", "line-managers", "groups.hr", "hr", "groups.operations", "it", "groups.administrator", "fairway-admins");
    private static final Map<String, String> LDAP = Map.ofEntries(Map.entry("way", "ldap"), Map.entry("ldap.servers", "ldaps://directory.trust.example"),
            Map.entry("ldap.bind-user", "cn=fairway,dc=trust,dc=example"), Map.entry("ldap.bind-password", "a password"), Map.entry("ldap.people", "ou=people"),
            Map.entry("ldap.groups-in", "ou=groups"), Map.entry("groups.manager", "line-managers"), Map.entry("groups.hr", "hr"), Map.entry("groups.operations", "it"),
            Map.entry("groups.administrator", "fairway-admins"));

    @TempDir
    private Path folder;

    @Test
    void peopleSignInAtAnOpenIdProviderUnlessASettingSaysOtherwise() {
        assertThatThrownBy(() -> settings(Map.of()).check()).isInstanceOf(SignInRefused.class).hasMessageStartingWith("fairway.sign-in.openid.issuer: it is missing");
        assertThatCode(() -> settings(Map.of("way", "embedded")).check()).doesNotThrowAnyException();
        assertThatCode(() -> settings(OPENID).check()).doesNotThrowAnyException();
        assertThatCode(() -> settings(LDAP).check()).doesNotThrowAnyException();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(OPENID, "openid.client", "", "openid.client: it is missing"),
                Arguments.of(OPENID, "openid.secret", "", "openid.secret: it is missing"),
                Arguments.of(OPENID, "openid.secret-file", "/no/such/file", "openid.secret: it is set, and so is"),
                Arguments.of(OPENID, "openid.issuer", "http://id.trust.example", "openid.issuer: it does not begin with https://"),
                Arguments.of(OPENID, "openid.issuer", "id.trust.example", "openid.issuer: it is no address"),
                Arguments.of(OPENID, "openid.scopes", "profile", "openid.scopes: openid is not among them"),
                Arguments.of(OPENID, "openid.signed-by", "none", "openid.signed-by: it is one of RS256"),
                Arguments.of(OPENID, "openid.clock-skew", "1h", "openid.clock-skew: it takes a time up to 5m"),
                Arguments.of(OPENID, "openid.group-names", "", "openid.group-names: it is missing"),
                Arguments.of(OPENID, "groups.hr", "", "groups.hr: it is missing"),
                Arguments.of(OPENID, "groups.administrator", " ", "groups.administrator: it is missing"),
                Arguments.of(OPENID, "renew-every", "11h", "renew-every: it takes a time up to"),
                Arguments.of(OPENID, "grace", "-1s", "grace: it takes a time"),
                Arguments.of(OPENID, "idle", "0s", "idle: it takes a time"),
                Arguments.of(OPENID, "longest", "10m", "longest: it is shorter than fairway.sign-in.idle"),
                Arguments.of(OPENID, "wrong-passwords.longest-wait", "1s", "wrong-passwords.longest-wait: it is shorter than"),
                Arguments.of(LDAP, "ldap.servers", "", "ldap.servers: it is missing"),
                Arguments.of(LDAP, "ldap.servers", "ldap://directory.trust.example", "ldap.start-tls: without it passwords would go"),
                Arguments.of(LDAP, "ldap.start-tls", "true", "ldap.start-tls: it is set, but ldaps://directory.trust.example speaks TLS"),
                Arguments.of(LDAP, "ldap.servers", "https://directory.trust.example", "begins neither with ldaps:// nor with ldap://"),
                Arguments.of(LDAP, "ldap.servers", "ldaps://10.1.2.3", "names the server by a number"),
                Arguments.of(LDAP, "ldap.servers", "ldaps://[fd00::1]:636", "names the server by a number"),
                Arguments.of(LDAP, "ldap.certificates", "/no/such/file", "ldap.certificates: the file /no/such/file cannot be read"),
                Arguments.of(LDAP, "ldap.bind-user", "", "ldap.bind-user: it is missing"),
                Arguments.of(LDAP, "ldap.bind-password", "", "ldap.bind-password: it is missing"),
                Arguments.of(LDAP, "ldap.people", "", "ldap.people: it is missing"),
                Arguments.of(LDAP, "ldap.id", "", "ldap.id: it is missing"),
                Arguments.of(LDAP, "ldap.groups-in", "", "ldap.groups-in: it is missing"),
                Arguments.of(LDAP, "ldap.person-filter", "(uid=*)", "ldap.person-filter: {user} does not stand in it"),
                Arguments.of(LDAP, "ldap.group-filter", "(member=*)", "ldap.group-filter: {dn} does not stand in it"),
                Arguments.of(LDAP, "groups.manager", "", "groups.manager: it is missing"));
    }

    @ParameterizedTest(name = "{1} = {2}")
    @MethodSource("wrong")
    void whatIsMissingOrContradictsIsNamed(Map<String, String> right, String name, String value, String said) {
        Map<String, String> changed = new LinkedHashMap<>(right);
        changed.put(name, value);
        assertThatThrownBy(() -> settings(changed).check()).isInstanceOf(SignInRefused.class).hasMessageContaining(said);
    }

    @Test
    void theConsoleNamesTheSettingTheReasonAndTheWayOut() {
        FailureAnalysis said = new SignInRefusedAnalysis().analyze(new IllegalStateException(new SignInRefused("fairway.sign-in.openid.issuer", "it is missing.")));
        assertThat(said.getDescription()).isEqualTo("Fairway cannot start: the setting fairway.sign-in.openid.issuer cannot be used: it is missing.");
        assertThat(said.getAction()).contains("FAIRWAY_SIGN_IN_OPENID_ISSUER", "embedded", "ldap");
    }

    @Test
    void aSecretMayStandInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "from the file\n");
        Map<String, String> byFile = new LinkedHashMap<>(OPENID);
        byFile.remove("openid.secret");
        byFile.put("openid.secret-file", file.toString());
        SignInSettings settings = settings(byFile);
        settings.check();
        assertThat(settings.openid().clientSecret()).isEqualTo("from the file");
        Files.writeString(file, " \n");
        assertThatThrownBy(settings::check).hasMessageContaining("openid.secret-file: the file " + file + " is empty");
    }

    /** Every setting as an environment variable, as containers are given them. */
    @Test
    void environmentVariablesAreTaken() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("FAIRWAY_SIGN_IN_WAY", "ldap", "FAIRWAY_SIGN_IN_GROUPS_PROCESS_OWNER", "owners,others", "FAIRWAY_SIGN_IN_WRONG_PASSWORDS_OF_NAME", "7",
                        "FAIRWAY_SIGN_IN_LDAP_START_TLS", "true", "FAIRWAY_SIGN_IN_LDAP_GROUPS_IN", "ou=groups", "FAIRWAY_SIGN_IN_PROGRAMS", "reports",
                        "FAIRWAY_SIGN_IN_OPENID_GROUP_NAMES", "realm_access.roles", "FAIRWAY_SIGN_IN_RENEW_EVERY", "2m")));
        SignInSettings settings = bound(environment);
        assertThat(settings.way()).isEqualTo(SignInSettings.Way.LDAP);
        assertThat(settings.groups().processOwner()).containsExactly("owners", "others");
        assertThat(settings.wrongPasswords().ofName()).isEqualTo(7);
        assertThat(settings.ldap().startTls()).isTrue();
        assertThat(settings.ldap().groupsIn()).isEqualTo("ou=groups");
        assertThat(settings.programs()).containsExactly("reports");
        assertThat(settings.openid().groupNames()).isEqualTo("realm_access.roles");
        assertThat(settings.renewEvery()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void theWaitGrowsToItsLimit() {
        WrongPasswordSettings waits = settings(Map.of()).wrongPasswords();
        assertThat(Stream.of(1, 2, 3, 4, 5, 10, 11, 100, 10_000).map(wrong -> waits.waitAfter(wrong, 3).toSeconds()))
                .containsExactly(0L, 0L, 5L, 10L, 20L, 640L, 900L, 900L, 900L);
    }

    @Test
    void aReverseProxyIsBelievedWhereItIsNamed() {
        assertThatCode(() -> ForwardedHeaders.check(new MockEnvironment())).doesNotThrowAnyException();
        assertThatThrownBy(() -> ForwardedHeaders.check(new MockEnvironment().withProperty("server.forward-headers-strategy", "FRAMEWORK"))).hasMessageContaining("framework believes everybody");
        assertThatThrownBy(() -> ForwardedHeaders.check(new MockEnvironment().withProperty("server.forward-headers-strategy", "native")))
                .hasMessageStartingWith("server.tomcat.remoteip.internal-proxies: it is missing");
        assertThatCode(() -> ForwardedHeaders.check(new MockEnvironment().withProperty("server.forward-headers-strategy", "native")
                .withProperty("server.tomcat.remoteip.internal-proxies", "10\\.1\\.2\\.3"))).doesNotThrowAnyException();
        for (String header : List.of("remote-ip-header", "protocol-header")) {
            MockEnvironment byHeader = new MockEnvironment().withProperty("server.forward-headers-strategy", "none").withProperty("server.tomcat.remoteip." + header, "X-Forwarded");
            assertThatThrownBy(() -> ForwardedHeaders.check(byHeader)).as("turns it on as well").hasMessageStartingWith("server.tomcat.remoteip.internal-proxies: it is missing");
            assertThatCode(() -> ForwardedHeaders.check(byHeader.withProperty("server.tomcat.remoteip.internal-proxies", "10\\.1\\.2\\.3"))).doesNotThrowAnyException();
        }
    }

    @Test
    void cookiesAreSecureWherePeopleComeByTls() {
        assertThat(settings(Map.of()).cookiesAreSecure("https://fairway.trust.example")).isTrue();
        assertThat(settings(Map.of()).cookiesAreSecure("http://localhost:8080")).isFalse();
        assertThat(settings(Map.of("secure-cookies", "true")).cookiesAreSecure("http://localhost:8080")).isTrue();
    }

    /** With these settings below {@code fairway.sign-in}, everything else by itself. */
    static SignInSettings settings(Map<String, String> values) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> named = new LinkedHashMap<>();
        values.forEach((name, value) -> named.put("fairway.sign-in." + name, value));
        environment.getPropertySources().addFirst(new MapPropertySource("test", named));
        return bound(environment);
    }

    private static SignInSettings bound(StandardEnvironment environment) {
        return Binder.get(environment).bindOrCreate("fairway.sign-in", SignInSettings.class);
    }
}
