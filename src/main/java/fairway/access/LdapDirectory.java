package fairway.access;

import java.io.File;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.StaticUtils;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * The Trust's directory. Fairway searches it under a name of its own for the person and their groups, and lets the directory judge their
 * password by a bind. What people type goes into filters escaped; every question has a time limit; the servers are tried in their order.
 */
@Component
@Conditional(OnWay.Ldap.class)
class LdapDirectory implements Directory, Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);
    /** As accounts are kept. */
    static final String PROVIDER = "ldap";
    private static final int CONNECTS_WITHIN_MILLIS = 3_000;
    private static final int ANSWERS_WITHIN_MILLIS = 5_000;
    private static final int MOST_GROUPS = 10_000;
    private static final int TLS = 636;
    private static final int PLAIN = 389;

    private final LdapSettings settings;
    private final String password;
    private final SSLSocketFactory tls;
    private final Provisioning provisioning;

    LdapDirectory(SignInSettings settings, Provisioning provisioning) {
        settings.check();
        this.settings = settings.ldap();
        this.password = this.settings.password();
        this.tls = tls(this.settings);
        this.provisioning = provisioning;
    }

    /** What a session keeps of a sign-in: nothing, for Fairway asks under its own name. */
    record Proof() implements KeptSignIn.Proof {

        @Override
        public Instant holdsUntil() {
            return null;
        }
    }

    @Override
    public Optional<Identity> signIn(String userName, String typed) {
        if (typed.isEmpty()) {
            // a bind without a password succeeds, and proves nothing
            return Optional.empty();
        }
        try (LDAPConnection ours = connection()) {
            Optional<SearchResultEntry> person = person(ours, userName);
            // somebody whom nobody knows takes as long as somebody with a wrong password
            boolean right = isRight(person.map(SearchResultEntry::getDN).orElse(settings.people()), typed);
            return person.isPresent() && right ? Optional.of(provisioning.provide(provided(ours, person.get()))) : Optional.empty();
        } catch (LDAPException e) {
            throw down(e);
        }
    }

    @Override
    public KeptSignIn.Proof renew(String userId, KeptSignIn.Proof proof) {
        try (LDAPConnection ours = connection()) {
            SearchResultEntry person = person(ours, userId).orElseThrow(() -> new SignInEnded("the directory does not know them any more"));
            if (!provisioning.provide(provided(ours, person)).userId().equals(userId)) {
                throw new SignInEnded("the directory has another user name for them");
            }
            return proof;
        } catch (NotAdmitted | NotOnStaffList refused) {
            throw new SignInEnded(refused.getMessage());
        } catch (LDAPException e) {
            throw down(e);
        }
    }

    @Override
    public boolean isEndedElsewhere(KeptSignIn kept) {
        return false;
    }

    private boolean isRight(String dn, String typed) throws LDAPException {
        try (LDAPConnection theirs = connected()) {
            return theirs.bind(dn, typed).getResultCode() == ResultCode.SUCCESS;
        } catch (LDAPException e) {
            if (e.getResultCode() == ResultCode.INVALID_CREDENTIALS) {
                return false;
            }
            if (e.getResultCode().isConnectionUsable()) {
                LOG.info("The directory does not let {} in: {}", dn, e.getResultCode());
                return false;
            }
            throw e;
        }
    }

    private Optional<SearchResultEntry> person(LDAPConnection ours, String userName) throws LDAPException {
        String filter = settings.personFilter().replace("{user}", Filter.encodeValue(userName));
        SearchRequest search = new SearchRequest(settings.people(), SearchScope.SUB, Filter.create(filter), settings.id(), settings.userName(), settings.firstName(),
                settings.lastName(), settings.mail());
        search.setSizeLimit(2);
        List<SearchResultEntry> found;
        try {
            found = ours.search(search).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode() != ResultCode.SIZE_LIMIT_EXCEEDED) {
                throw e;
            }
            found = List.of();
            LOG.warn("The filter {} finds several people for one user name; none of them can sign in", settings.personFilter());
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private ProvidedPerson provided(LDAPConnection ours, SearchResultEntry person) throws LDAPException {
        String userName = person.getAttributeValue(settings.userName());
        return new ProvidedPerson(PROVIDER, subject(person, userName), userName, person.getAttributeValue(settings.firstName()),
                person.getAttributeValue(settings.lastName()), person.getAttributeValue(settings.mail()), groups(ours, person.getDN(), userName));
    }

    /** Who they are, whatever becomes of their user name: somebody else may have it after them. */
    private String subject(SearchResultEntry person, String userName) {
        byte[] id = person.getAttributeValueBytes(settings.id());
        if (id != null && id.length > 0) {
            return StaticUtils.isPrintableString(id) ? StaticUtils.toUTF8String(id) : StaticUtils.toHex(id);
        }
        return userName == null ? person.getDN() : userName;
    }

    private Set<String> groups(LDAPConnection ours, String dn, String userName) throws LDAPException {
        String filter = settings.groupFilter().replace("{dn}", Filter.encodeValue(dn)).replace("{user}", Filter.encodeValue(userName == null ? "" : userName));
        SearchRequest search = new SearchRequest(settings.groupsIn(), SearchScope.SUB, Filter.create(filter), settings.groupName());
        search.setSizeLimit(MOST_GROUPS);
        return ours.search(search).getSearchEntries().stream().map(group -> group.getAttributeValues(settings.groupName())).filter(names -> names != null)
                .flatMap(Arrays::stream).collect(Collectors.toSet());
    }

    /** Connected, and bound under Fairway's own name. */
    private LDAPConnection connection() throws LDAPException {
        LDAPConnection ours = connected();
        try {
            ours.bind(settings.bindUser(), password);
            return ours;
        } catch (LDAPException e) {
            ours.close();
            throw e;
        }
    }

    private LDAPConnection connected() throws LDAPException {
        LDAPException last = null;
        for (String server : settings.servers()) {
            try {
                return connected(URI.create(server.strip()));
            } catch (LDAPException e) {
                last = e;
            }
        }
        throw last;
    }

    private LDAPConnection connected(URI server) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECTS_WITHIN_MILLIS);
        options.setResponseTimeoutMillis(ANSWERS_WITHIN_MILLIS);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        boolean fromTheBeginning = "ldaps".equals(server.getScheme());
        int port = server.getPort() > 0 ? server.getPort() : fromTheBeginning ? TLS : PLAIN;
        LDAPConnection connection = fromTheBeginning ? new LDAPConnection(tls, options, server.getHost(), port) : new LDAPConnection(options, server.getHost(), port);
        if (settings.startTls()) {
            try {
                if (connection.processExtendedOperation(new StartTLSExtendedRequest(tls)).getResultCode() != ResultCode.SUCCESS) {
                    throw new LDAPException(ResultCode.CONNECT_ERROR, "the directory does not turn the connection into TLS");
                }
            } catch (LDAPException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    private static SSLSocketFactory tls(LdapSettings settings) {
        try {
            TrustManager trusted = settings.certificates() == null ? JVMDefaultTrustManager.getInstance() : new PEMFileTrustManager(new File(settings.certificates().toString()));
            return new SSLUtil(trusted).createSSLSocketFactory();
        } catch (KeyStoreException e) {
            throw new SignInRefused("fairway.sign-in.ldap.certificates", "the file " + settings.certificates() + " holds no certificates (PEM)");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProviderDown down(LDAPException failure) {
        return new ProviderDown("the directory does not answer, or not to Fairway: " + failure.getResultCode() + ": " + failure.getMessage(), failure);
    }
}
