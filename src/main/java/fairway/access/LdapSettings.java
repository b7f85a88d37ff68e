package fairway.access;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Trust's directory ({@code fairway.sign-in.ldap.*}). In the filters {@code {user}} stands for the user name and {@code {dn}} for the
 * person's distinguished name; both are escaped.
 *
 * @param servers        addresses, {@code ldaps://…} or {@code ldap://…}; the next one is tried where one does not answer
 * @param startTls       whether connections to {@code ldap://} addresses are turned into TLS before anything is said
 * @param certificates   file with the certificates (PEM) that the servers' own have to come from; otherwise those that Java trusts
 * @param bindUser       distinguished name by which Fairway itself searches
 * @param bindPassword   its password
 * @param bindPasswordFile a file that holds it, instead of {@code bindPassword}
 * @param people         where people are
 * @param personFilter   finds one by their user name
 * @param userName       attribute that holds the user name, the one of the staff list
 * @param id             attribute that holds who somebody is, whatever becomes of their names; where an entry has none, it is the user name
 * @param firstName      attribute that holds the first name
 * @param lastName       attribute that holds the last name
 * @param mail           attribute that holds the mail address
 * @param groupsIn       where groups are
 * @param groupFilter    finds the groups of one person
 * @param groupName      attribute that holds a group's name
 */
public record LdapSettings(
        @DefaultValue List<String> servers,
        boolean startTls,
        Path certificates,
        String bindUser,
        String bindPassword,
        Path bindPasswordFile,
        String people,
        @DefaultValue("(uid={user})") String personFilter,
        @DefaultValue("uid") String userName,
        @DefaultValue("entryUUID") String id,
        @DefaultValue("givenName") String firstName,
        @DefaultValue("sn") String lastName,
        @DefaultValue("mail") String mail,
        String groupsIn,
        @DefaultValue("(member={dn})") String groupFilter,
        @DefaultValue("cn") String groupName) {

    void check(String prefix) {
        if (servers.stream().allMatch(String::isBlank)) {
            throw new SignInRefused(prefix + "servers", "it is missing. It is the address of the Trust's directory, for example ldaps://directory.trust.example");
        }
        for (String server : servers) {
            URI address = SettingFiles.address(prefix + "servers", server);
            boolean plain = "ldap".equals(address.getScheme());
            boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
            if (!plain && !"ldaps".equals(address.getScheme())) {
                throw new SignInRefused(prefix + "servers", server + " begins neither with ldaps:// nor with ldap://");
            }
            if (address.getHost().matches("[0-9.]+|\\[.*") && !(plain && here)) {
                throw new SignInRefused(prefix + "servers", server + " names the server by a number. Name it as its certificate does");
            }
            if (!plain && startTls) {
                throw new SignInRefused(prefix + "start-tls", "it is set, but " + server + " speaks TLS from the beginning. Take one of the two");
            }
            if (plain && !startTls && !here) {
                throw new SignInRefused(prefix + "start-tls", "without it passwords would go to " + server + " in plain. Set it, or take an ldaps:// address");
            }
        }
        if (certificates != null && !Files.isReadable(certificates)) {
            throw new SignInRefused(prefix + "certificates", "the file " + certificates + " cannot be read");
        }
        require(prefix + "bind-user", bindUser, "Fairway searches the directory under this name");
        SettingFiles.oneOf(prefix + "bind-password", bindPassword, bindPasswordFile);
        require(prefix + "people", people, "It says below which entry people are found");
        require(prefix + "groups-in", groupsIn, "It says below which entry groups are found");
        require(prefix + "id", id, "It names the attribute that tells people apart for good, for example entryUUID or objectGUID");
        placeholder(prefix + "person-filter", personFilter, "{user}");
        if (!groupFilter.contains("{user}")) {
            placeholder(prefix + "group-filter", groupFilter, "{dn}");
        }
    }

    /** The password by which Fairway searches, from wherever it is kept. */
    String password() {
        return SettingFiles.read("fairway.sign-in.ldap.bind-password", bindPassword, bindPasswordFile);
    }

    private static void placeholder(String setting, String filter, String placeholder) {
        if (!filter.contains(placeholder)) {
            throw new SignInRefused(setting, placeholder + " does not stand in it");
        }
    }

    private static void require(String setting, String value, String what) {
        if (value == null || value.isBlank()) {
            throw new SignInRefused(setting, "it is missing. " + what);
        }
    }
}
