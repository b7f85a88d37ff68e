package fairway.access;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import fairway.trust.TrustSettings;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The Trust's OpenID provider: where it is, what it can do and how what it signs is checked. It is asked when somebody signs in, not when
 * Fairway starts: Fairway starts without it, and finds it again by itself. Every question to it has a time limit.
 */
@Component
@Conditional(OnWay.OpenId.class)
class OpenIdProvider implements ClientRegistrationRepository, JwtDecoderFactory<ClientRegistration> {

    /** As it stands in the addresses of the sign-in. */
    static final String ID = "trust";

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_HOLDS = Duration.ofSeconds(30);
    private static final String ABOUT = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {
    };

    private final OpenIdSettings settings;
    private final String secret;
    private final String baseUrl;
    private final ClientHttpRequestFactory requests;
    private final ServerTime time;
    private final AtomicReference<FutureTask<ClientRegistration>> asking = new AtomicReference<>();
    private volatile Known known;
    private volatile Instant answered = Instant.EPOCH;

    OpenIdProvider(SignInSettings settings, TrustSettings trust, ServerTime time) {
        this.time = time;
        settings.check();
        this.settings = settings.openid();
        this.secret = this.settings.clientSecret();
        this.baseUrl = trust.baseUrl().replaceAll("/+$", "");
        this.requests = ClientHttpRequestFactoryBuilder.jdk().build(ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(CONNECTS_WITHIN).withReadTimeout(ANSWERS_WITHIN).withRedirects(ClientHttpRequestFactorySettings.Redirects.DONT_FOLLOW));
    }

    /** What it last told of itself, with the decoders for it: keys are fetched through these, and fetched anew when it signs with another. */
    private record Known(ClientRegistration registration, JwtDecoder idTokens, JwtDecoder logOutTokens) {
    }

    /**
     * Makes sure that it is there. Whoever sets out to sign in asks this, and needs no sign-in for it: so a good answer holds for a while, and while one asks
     * the others wait for the same answer.
     *
     * @throws ProviderDown as {@link #ask}
     */
    void mustBeThere() {
        if (time.now().isBefore(answered.plus(ANSWER_HOLDS))) {
            return;
        }
        FutureTask<ClientRegistration> mine = new FutureTask<>(this::ask);
        FutureTask<ClientRegistration> others = asking.compareAndExchange(null, mine);
        if (others == null) {
            mine.run();
            asking.set(null);
        }
        try {
            (others == null ? mine : others).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProviderDown down ? down : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderDown("nobody waited for the OpenID provider " + settings.issuer(), e);
        }
    }

    /** Somebody has found that it does not answer: what it answered before holds no longer. */
    void isDown() {
        answered = Instant.EPOCH;
    }

    /** Asks it anew. @throws ProviderDown when it does not answer, or is another than the one that is set */
    ClientRegistration ask() {
        Map<String, Object> told;
        try {
            told = RestClient.builder().requestFactory(requests).build().get().uri(URI.create(settings.issuer().replaceAll("/+$", "") + ABOUT)).retrieve().body(CLAIMS);
        } catch (RestClientException e) {
            throw new ProviderDown("the OpenID provider " + settings.issuer() + " does not answer: " + e.getMessage(), e);
        }
        if (told == null || !settings.issuer().equals(told.get("issuer"))) {
            throw new ProviderDown("the OpenID provider " + settings.issuer() + " says that it is " + (told == null ? "nobody" : told.get("issuer")), null);
        }
        try {
            ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(told).registrationId(ID).clientId(settings.client()).clientSecret(secret)
                    .scope(settings.scopes()).userNameAttributeName("sub").redirectUri(baseUrl + "/login/oauth2/code/" + ID).clientName("the Trust").build();
            Known before = known;
            if (before == null || !before.registration().getProviderDetails().getJwkSetUri().equals(registration.getProviderDetails().getJwkSetUri())) {
                known = new Known(registration, idTokens(registration), logOutTokens(registration));
            } else {
                known = new Known(registration, before.idTokens(), before.logOutTokens());
            }
            answered = time.now();
            return registration;
        } catch (RuntimeException e) {
            // of whatever kind: what is read is not ours
            throw new ProviderDown("what the OpenID provider " + settings.issuer() + " tells of itself is of no use: " + e.getMessage(), e);
        }
    }

    private Known known() {
        if (known == null) {
            ask();
        }
        return known;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? known().registration() : null;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return known().idTokens();
    }

    /** Checks signature, times, issuer and receiver of a token by which the provider logs somebody out. */
    JwtDecoder logOutTokens() {
        return known().logOutTokens();
    }

    String issuer() {
        return settings.issuer();
    }

    /** Where the browser goes to log out there too; null when the provider has no such place. */
    String endSession(String idToken) {
        String end = endSessionEndpoint();
        return end == null ? null : UriComponentsBuilder.fromUriString(end).queryParam("id_token_hint", "{hint}").queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}").encode().buildAndExpand(idToken, settings.client(), baseUrl + "/login?out").toUriString();
    }

    /** Scheme and host of the places to which a form of ours may lead in the end. */
    Set<String> origins() {
        return Stream.of(settings.issuer(), endSessionEndpoint(), known == null ? null : known.registration().getProviderDetails().getAuthorizationUri())
                .filter(address -> address != null).map(URI::create).map(address -> address.getScheme() + "://" + address.getAuthority()).collect(Collectors.toSet());
    }

    private String endSessionEndpoint() {
        return known != null && known.registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint") instanceof String end ? end : null;
    }

    /** For the token endpoint. */
    RestClient forTokens() {
        return RestClient.builder().requestFactory(requests).messageConverters(converters -> {
            converters.clear();
            converters.add(new FormHttpMessageConverter());
            converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
    }

    /** For everything else. */
    RestTemplate forClaims() {
        return new RestTemplate(requests);
    }

    private JwtDecoder idTokens(ClientRegistration registration) {
        OidcIdTokenValidator ofOpenId = new OidcIdTokenValidator(registration);
        ofOpenId.setClockSkew(settings.clockSkew());
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri()).restOperations(forClaims())
                .jwsAlgorithm(SignatureAlgorithm.from(settings.signedBy())).build();
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(settings.clockSkew()), ofOpenId));
        return decoder;
    }

    private JwtDecoder logOutTokens(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri()).restOperations(forClaims())
                .jwsAlgorithm(SignatureAlgorithm.from(settings.signedBy()))
                .jwtProcessorCustomizer(tokens -> tokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(null, JOSEObjectType.JWT, new JOSEObjectType("logout+jwt"))))
                .build();
        OAuth2TokenValidator<Jwt> ofLogOut = new LogOutTokenRule(settings.issuer(), settings.client());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(settings.clockSkew()), ofLogOut));
        return decoder;
    }
}
