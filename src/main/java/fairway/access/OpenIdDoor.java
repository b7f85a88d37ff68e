package fairway.access;

import java.io.IOException;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.stereotype.Component;

/** The way in by the Trust's OpenID provider: authorization code with PKCE, state and nonce. */
@Component
@Conditional(OnWay.OpenId.class)
class OpenIdDoor {

    private final OpenIdProvider provider;
    private final OpenIdPeople people;
    private final OpenIdTokens tokens;

    OpenIdDoor(OpenIdProvider provider, OpenIdPeople people, OpenIdTokens tokens) {
        this.provider = provider;
        this.people = people;
        this.tokens = tokens;
    }

    /** Opens it in the chain of the pages. */
    void open(HttpSecurity http, SignedInFirst signedIn) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(provider,
                OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(provider.forTokens());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(tokens)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .withObjectPostProcessor(saysWhereItCannotBegin())
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(people))
                .successHandler(signedIn)
                .failureHandler(new SignInFailed()));
    }

    /** By itself the filter that leads to the provider answers with an error of ours when it cannot. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> saysWhereItCannotBegin() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(OpenIdDoor::backToTheLogInPage);
                return filter;
            }
        };
    }

    private static void backToTheLogInPage(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        if (failure.getCause() instanceof ProviderDown down) {
            new SignInFailed().onAuthenticationFailure(request, response, down);
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }

    /** Hosts to which a form of ours may lead beside our own: browsers hold a form's redirects to the content security policy too. */
    String formTargets() {
        return provider.origins().stream().sorted().map(origin -> " " + origin).collect(Collectors.joining());
    }
}
