package fairway.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Conditional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Reads from the provider's claims who somebody is and which groups they are in, and keeps them as a user of Fairway. */
@Component
@Conditional(OnWay.OpenId.class)
class OpenIdPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final String NAME = "fairway_user";
    private static final int LONGEST_NAME = 100;

    private final OpenIdProvider provider;
    private final OpenIdSettings settings;
    private final Provisioning provisioning;
    private final OidcUserService claims = new OidcUserService();

    OpenIdPeople(OpenIdProvider provider, SignInSettings settings, Provisioning provisioning) {
        this.provider = provider;
        this.settings = settings.openid();
        this.provisioning = provisioning;
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(provider.forClaims());
        claims.setOauth2UserService(userInfo);
        claims.setRetrieveUserInfo(request -> request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri() != null);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser known = claims.loadUser(request);
        Identity identity = provisioning.provide(person(known.getSubject(), known.getClaims()));
        Map<String, Object> named = new LinkedHashMap<>(known.getIdToken().getClaims());
        named.put(NAME, identity.userId());
        return new DefaultOidcUser(Admission.authorities(identity), new OidcIdToken(known.getIdToken().getTokenValue(),
                known.getIdToken().getIssuedAt(), known.getIdToken().getExpiresAt(), named), NAME);
    }

    /** Takes them anew, from what the provider says now; answers who they are. */
    Identity renew(OidcUserRequest request) {
        OidcUser known = claims.loadUser(request);
        return provisioning.provide(person(known.getSubject(), known.getClaims()));
    }

    private ProvidedPerson person(String subject, Map<String, Object> told) {
        return new ProvidedPerson("openid " + provider.issuer(), subject, text(told.get(settings.userName())), name(told.get("given_name")), name(told.get("family_name")),
                name(told.get("email")), groups(told));
    }

    private Set<String> groups(Map<String, Object> told) {
        Object found = told.get(settings.groupNames());
        if (found == null) {
            found = told;
            for (String step : settings.groupNames().split("\\.")) {
                found = found instanceof Map<?, ?> nested ? nested.get(step) : null;
            }
        }
        if (found instanceof Collection<?> many) {
            return many.stream().filter(String.class::isInstance).map(String.class::cast).collect(Collectors.toSet());
        }
        return found instanceof String one ? Set.of(one) : Set.of();
    }

    private static String text(Object claim) {
        return claim instanceof String text ? text.strip() : null;
    }

    private static String name(Object claim) {
        String text = text(claim);
        return text == null || text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
