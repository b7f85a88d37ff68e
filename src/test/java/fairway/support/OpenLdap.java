package fairway.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;

/** A real OpenLDAP server with the Trust's people and groups and a certificate of its own; {@code ensure-program.sh} installs it. */
public final class OpenLdap implements AutoCloseable {

    /** Below this is everything. */
    public static final String SUFFIX = "dc=trust,dc=example";
    /** Under this name Fairway searches; its password is {@value #SEARCH_PASSWORD}. */
    public static final String SEARCHES = "cn=fairway," + SUFFIX;
    public static final String SEARCH_PASSWORD = "the password of Fairway";

    private static final String KEEPER = "cn=keeper," + SUFFIX;
    private static final String KEYSTORE_PASSWORD = "changeit";
    private static final long PATIENCE_MINUTES = 1;

    private final Path folder;
    private final String name;
    private final int plainPort = RunningFairway.freePort();
    private final int tlsPort = RunningFairway.freePort();
    private Process running;

    /** @param folder where it keeps everything */
    public OpenLdap(Path folder) {
        this(folder, "localhost");
    }

    /** With a certificate for that name. */
    public OpenLdap(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Speaks TLS from the beginning. */
    public String tlsAddress() {
        return "ldaps://localhost:" + tlsPort;
    }

    /** Speaks plainly until it is asked for TLS, which it wants before anything else. */
    public String plainAddress() {
        return "ldap://localhost:" + plainPort;
    }

    /** What its certificate is checked by. */
    public Path certificates() {
        return folder.resolve("certificate.pem");
    }

    /** Starts it, with everybody in it. */
    public void start() throws IOException, InterruptedException, GeneralSecurityException, LDAPException {
        Files.createDirectories(folder.resolve("data"));
        certificate();
        Path schemas = Stream.of("/etc/ldap/schema", "/etc/openldap/schema").map(Path::of).filter(Files::isDirectory).findFirst().orElseThrow();
        Files.writeString(folder.resolve("slapd.conf"), Stream.of("core", "cosine", "inetorgperson").map(name -> "include " + schemas.resolve(name + ".schema") + "\n").collect(Collectors.joining())
                + """
                %s
                pidfile %s/slapd.pid
                TLSCertificateFile %s/certificate.pem
                TLSCertificateKeyFile %s/key.pem
                database mdb
                suffix "%s"
                rootdn "%s"
                rootpw keeper
                directory %s/data
                access to attrs=userPassword by anonymous auth by * none
                access to * by dn.exact="%s" read by * none
                """.formatted(modules(), folder, folder, folder, SUFFIX, KEEPER, folder, SEARCHES));
        running = new ProcessBuilder(program(), "-f", folder.resolve("slapd.conf").toString(), "-h", "ldap://127.0.0.1:" + plainPort + "/ ldaps://127.0.0.1:" + tlsPort + "/", "-d", "0")
                .redirectErrorStream(true).redirectOutput(folder.resolve("slapd.log").toFile()).start();
        long began = System.nanoTime();
        while (!answers()) {
            if (running.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES)) {
                throw new AssertionError("OpenLDAP does not start:\n" + Files.readString(folder.resolve("slapd.log")));
            }
        }
        try (LDAPConnection keeper = keeper()) {
            people(keeper);
        }
    }

    /** Takes somebody out of a group. */
    public void removeFromGroup(String user, String group) throws LDAPException {
        try (LDAPConnection keeper = keeper()) {
            keeper.modify("cn=" + group + ",ou=groups," + SUFFIX, new Modification(ModificationType.DELETE, "member", "uid=" + user + ",ou=people," + SUFFIX));
        }
    }

    /** Takes somebody out of the directory. */
    public void remove(String user) throws LDAPException {
        try (LDAPConnection keeper = keeper()) {
            keeper.delete("uid=" + user + ",ou=people," + SUFFIX);
        }
    }

    /** Puts somebody new into the directory. */
    public void addAnew(String user, String firstName, String lastName, String password) throws LDAPException {
        try (LDAPConnection keeper = keeper()) {
            person(keeper, user, firstName, lastName, password);
        }
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        running.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (running != null) {
            kill();
        }
    }

    private static void people(LDAPConnection keeper) throws LDAPException {
        add(keeper, "dn: " + SUFFIX, "objectClass: dcObject", "objectClass: organization", "dc: trust", "o: The Trust");
        add(keeper, "dn: ou=people," + SUFFIX, "objectClass: organizationalUnit", "ou: people");
        add(keeper, "dn: ou=groups," + SUFFIX, "objectClass: organizationalUnit", "ou: groups");
        add(keeper, "dn: " + SEARCHES, "objectClass: organizationalRole", "objectClass: simpleSecurityObject", "cn: fairway", "userPassword: " + SEARCH_PASSWORD);
        person(keeper, "teamleader", "Nia", "Barker", "secret of Nia");
        person(keeper, "hr", "Hanna", "Rees", "secret of Hanna");
        person(keeper, "cook", "Cai", "Owen", "secret of Cai");
        group(keeper, "line-managers", "teamleader");
        group(keeper, "people-services", "hr");
        group(keeper, "it-operations", "hr");
        group(keeper, "canteen", "cook", "teamleader");
    }

    private static void person(LDAPConnection keeper, String user, String firstName, String lastName, String password) throws LDAPException {
        add(keeper, "dn: uid=" + user + ",ou=people," + SUFFIX, "objectClass: inetOrgPerson", "uid: " + user, "cn: " + firstName + " " + lastName, "givenName: " + firstName,
                "sn: " + lastName, "mail: " + user + "@trust.example", "userPassword: " + password);
    }

    /** A group is never empty: the keeper is in each. */
    private static void group(LDAPConnection keeper, String name, String... users) throws LDAPException {
        String[] lines = Stream.concat(Stream.of("dn: cn=" + name + ",ou=groups," + SUFFIX, "objectClass: groupOfNames", "cn: " + name, "member: " + KEEPER),
                Stream.of(users).map(user -> "member: uid=" + user + ",ou=people," + SUFFIX)).toArray(String[]::new);
        add(keeper, lines);
    }

    private static void add(LDAPConnection keeper, String... ldif) throws LDAPException {
        try {
            keeper.add(ldif);
        } catch (LDIFException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private LDAPConnection keeper() throws LDAPException {
        return new LDAPConnection("127.0.0.1", plainPort, KEEPER, "keeper");
    }

    private boolean answers() {
        try (LDAPConnection keeper = keeper()) {
            return keeper.isConnected();
        } catch (LDAPException notYet) {
            return false;
        }
    }

    /** Debian loads the database as a module, others have it built in. */
    private static String modules() {
        return Stream.of("/usr/lib/ldap", "/usr/lib64/openldap", "/usr/lib/openldap").filter(path -> Files.exists(Path.of(path, "back_mdb.la")) || Files.exists(Path.of(path, "back_mdb.so"))).findFirst()
                .map(path -> "modulepath " + path + "\nmoduleload back_mdb").orElse("");
    }

    private static String program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/libexec")).map(path -> Path.of(path, "slapd")).filter(Files::isExecutable).findFirst()
                .map(Path::toString).orElseThrow(() -> new IllegalStateException("slapd is not there; src/test/scripts/ensure-program.sh installs it"));
    }

    private void certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("key.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "ldap", "-keyalg", "RSA", "-keysize", "2048",
                "-dname", "CN=" + name, "-ext", "san=dns:" + name, "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", KEYSTORE_PASSWORD)
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        if (keytool.waitFor() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, KEYSTORE_PASSWORD.toCharArray());
        }
        write("certificate.pem", "CERTIFICATE", keys.getCertificate("ldap").getEncoded());
        write("key.pem", "PRIVATE KEY", keys.getKey("ldap", KEYSTORE_PASSWORD.toCharArray()).getEncoded());
    }

    private void write(String file, String what, byte[] content) throws IOException {
        Files.write(folder.resolve(file), List.of("-----BEGIN " + what + "-----", Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content),
                "-----END " + what + "-----"));
    }
}
