package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fairway.support.OpenLdap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How Fairway talks to a real OpenLDAP: by TLS to a server whose certificate it trusts, and to no other. */
class LdapDirectoryIT {

    @TempDir
    static Path folder;
    private static OpenLdap server;

    private final List<ProvidedPerson> provided = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = new OpenLdap(folder);
        server.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Test
    void byTlsFromTheBeginningOrByStartTls() {
        for (Map<String, String> way : List.of(Map.of("servers", server.tlsAddress()), Map.of("servers", server.plainAddress(), "start-tls", "true"))) {
            provided.clear();
            LdapDirectory directory = directory(way, true);
            assertThat(directory.signIn("TEAMLEADER", "secret of Nia")).as(way.toString()).isPresent();
            assertThat(provided).singleElement().satisfies(person -> {
                assertThat(person.subject()).as("entryUUID, which the directory gives by itself").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
                assertThat(person).isEqualTo(new ProvidedPerson("ldap", person.subject(), "teamleader", "Nia", "Barker", "teamleader@trust.example", Set.of("line-managers", "canteen")));
            });
            assertThat(directory.signIn("teamleader", "wrong")).isEmpty();
            assertThat(directory.signIn("nobody", "secret of Nia")).isEmpty();
            assertThat(directory.signIn("teamleader", "")).as("a bind without a password succeeds").isEmpty();
            assertThat(directory.signIn("*", "secret of Nia")).isEmpty();
            assertThat(directory.signIn("teamleader)(objectClass=*", "secret of Nia")).isEmpty();
        }
    }

    @Test
    void aFilterThatFindsSeveralLetsNobodyIn() {
        LdapDirectory directory = directory(Map.of("servers", server.tlsAddress(), "person-filter", "(|(uid={user})(objectClass=inetOrgPerson))"), true);
        assertThat(directory.signIn("teamleader", "secret of Nia")).isEmpty();
        assertThat(provided).isEmpty();
    }

    @Test
    void aServerThatItDoesNotTrustIsToldNothing() {
        for (Map<String, String> way : List.of(Map.of("servers", server.tlsAddress()), Map.of("servers", server.plainAddress(), "start-tls", "true"))) {
            assertThatThrownBy(() -> directory(way, false).signIn("teamleader", "secret of Nia")).as(way.toString()).isInstanceOf(ProviderDown.class);
        }
        assertThat(provided).isEmpty();
    }

    @Test
    void aServerThatIsNotTheOneThatWasNamedIsToldNothing() throws Exception {
        try (OpenLdap another = new OpenLdap(folder.resolve("another"), "directory.trust.example")) {
            another.start();
            for (Map<String, String> way : List.of(Map.of("servers", another.tlsAddress()), Map.of("servers", another.plainAddress(), "start-tls", "true"))) {
                Map<String, String> trusted = new LinkedHashMap<>(way);
                trusted.put("certificates", another.certificates().toString());
                assertThatThrownBy(() -> directory(trusted, true).signIn("teamleader", "secret of Nia")).as(way.toString()).isInstanceOf(ProviderDown.class)
                        .hasMessageContaining("localhost");
            }
        }
        assertThat(provided).isEmpty();
    }

    @Test
    void whereFairwayItselfIsNotLetInNobodyIs() {
        assertThatThrownBy(() -> directory(Map.of("servers", server.tlsAddress(), "bind-password", "wrong"), true).signIn("teamleader", "secret of Nia")).isInstanceOf(ProviderDown.class)
                .hasMessageContaining("49 (invalid credentials)");
    }

    @Test
    void whoeverIsInTheDirectoryNoMoreIsSignedInNoMore() {
        LdapDirectory directory = directory(Map.of("servers", server.tlsAddress()), true);
        LdapDirectory.Proof proof = new LdapDirectory.Proof();
        assertThat(directory.renew("hr", proof)).isSameAs(proof);
        assertThat(provided).extracting(ProvidedPerson::groups).containsExactly(Set.of("people-services", "it-operations"));
        assertThatThrownBy(() -> directory.renew("left.long.ago", proof)).isInstanceOf(Renewal.SignInEnded.class);
    }

    /** A user name is given to somebody new when the former one has left. */
    @Test
    void whoTheyAreStaysWhenTheirUserNameIsSomebodyElses() throws Exception {
        assertThat(directory(Map.of("servers", server.tlsAddress()), true).signIn("cook", "secret of Cai")).isPresent();
        assertThat(directory(Map.of("servers", server.tlsAddress(), "id", "noSuchAttribute"), true).signIn("cook", "secret of Cai")).isPresent();
        server.remove("cook");
        server.addAnew("cook", "Olga", "Lindt", "secret of Olga");
        assertThat(directory(Map.of("servers", server.tlsAddress()), true).signIn("cook", "secret of Olga")).isPresent();
        assertThat(provided).extracting(ProvidedPerson::userName).containsOnly("cook");
        assertThat(provided).extracting(ProvidedPerson::subject).as("where an entry has none, it is the name").doesNotHaveDuplicates().element(1).isEqualTo("cook");
    }

    private LdapDirectory directory(Map<String, String> changed, boolean trusts) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("bind-user", OpenLdap.SEARCHES, "bind-password", OpenLdap.SEARCH_PASSWORD, "people", "ou=people," + OpenLdap.SUFFIX,
                "groups-in", "ou=groups," + OpenLdap.SUFFIX));
        if (trusts) {
            settings.put("certificates", server.certificates().toString());
        }
        settings.putAll(changed);
        Map<String, String> named = new LinkedHashMap<>(Map.of("way", "ldap", "groups.manager", "line-managers", "groups.hr", "people-services", "groups.operations", "it-operations",
                "groups.administrator", "fairway-administrators"));
        settings.forEach((name, value) -> named.put("ldap." + name, value));
        Provisioning provisioning = mock(Provisioning.class);
        when(provisioning.provide(any())).thenAnswer(call -> {
            ProvidedPerson person = call.getArgument(0);
            provided.add(person);
            return new Identity(person.userName(), person.lastName(), Set.of("manager"));
        });
        return new LdapDirectory(SignInSettingsTest.settings(named), provisioning);
    }
}
