package fairway.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Trust's OpenID provider ({@code fairway.sign-in.openid.*}).
 *
 * @param issuer     its address, below which {@code /.well-known/openid-configuration} is found
 * @param client     the id under which the provider knows Fairway
 * @param secret     the secret that goes with it
 * @param secretFile a file that holds the secret, instead of {@code secret}
 * @param scopes     what is asked for; the provider's scope for refresh tokens and groups, if it has any, belongs here
 * @param userName   claim that holds the user name, the one of the staff list
 * @param groupNames claim that holds the groups; dots lead into nested claims, for example {@code realm_access.roles}
 * @param signedBy   algorithm by which the provider signs
 * @param clockSkew  how far the provider's clock may differ from ours
 */
public record OpenIdSettings(
        String issuer,
        String client,
        String secret,
        Path secretFile,
        @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
        @DefaultValue("preferred_username") String userName,
        @DefaultValue("groups") String groupNames,
        @DefaultValue("RS256") String signedBy,
        @DefaultValue("60s") Duration clockSkew) {

    private static final List<String> SIGNATURES = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    void check(String prefix) {
        require(prefix + "issuer", issuer, "It is the address of the Trust's OpenID provider");
        URI address = SettingFiles.address(prefix + "issuer", issuer);
        boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && here)) {
            throw new SignInRefused(prefix + "issuer", "it does not begin with https://. Only a provider on this very machine may be reached without TLS");
        }
        require(prefix + "client", client, "It is the id under which the provider knows Fairway");
        SettingFiles.oneOf(prefix + "secret", secret, secretFile);
        if (!scopes.contains("openid")) {
            throw new SignInRefused(prefix + "scopes", "openid is not among them");
        }
        require(prefix + "user-name", userName, "It names the claim that holds the user name");
        require(prefix + "group-names", groupNames, "It names the claim that holds the groups");
        if (!SIGNATURES.contains(signedBy)) {
            throw new SignInRefused(prefix + "signed-by", "it is one of " + String.join(", ", SIGNATURES));
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(LARGEST_SKEW) > 0) {
            throw new SignInRefused(prefix + "clock-skew", "it takes a time up to 5m");
        }
    }

    /** The secret, from wherever it is kept. */
    String clientSecret() {
        return SettingFiles.read("fairway.sign-in.openid.secret", secret, secretFile);
    }

    private static void require(String setting, String value, String what) {
        if (value == null || value.isBlank()) {
            throw new SignInRefused(setting, "it is missing. " + what);
        }
    }
}
