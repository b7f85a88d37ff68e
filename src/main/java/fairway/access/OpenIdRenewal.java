package fairway.access;

import java.util.List;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Takes roles anew by the refresh token. Where the provider refuses it, the sign-in is over; where it does not answer, that is another matter. */
@Component
@Conditional(OnWay.OpenId.class)
class OpenIdRenewal implements Renewal {

    private final OpenIdProvider provider;
    private final OpenIdPeople people;
    private final EndedSessions ended;
    private final RestClientRefreshTokenTokenResponseClient tokens = new RestClientRefreshTokenTokenResponseClient();

    OpenIdRenewal(OpenIdProvider provider, OpenIdPeople people, EndedSessions ended) {
        this.provider = provider;
        this.people = people;
        this.ended = ended;
        this.tokens.setRestClient(provider.forTokens());
    }

    @Override
    public KeptSignIn.Proof renew(String userId, KeptSignIn.Proof proof) {
        if (!(proof instanceof OpenIdProof kept) || !kept.isRenewable()) {
            throw new SignInEnded("the provider gave no refresh token; there may be a scope for it, for example offline_access");
        }
        ClientRegistration registration = provider.findByRegistrationId(OpenIdProvider.ID);
        OAuth2AccessTokenResponse answer = refresh(registration, kept);
        try {
            return asOfNow(userId, kept, registration, answer);
        } catch (ProviderDown later) {
            throw later.having(new OpenIdProof(kept.idToken(), kept.subject(), kept.session(), refreshToken(kept, answer), answer.getAccessToken().getExpiresAt()));
        }
    }

    private OpenIdProof asOfNow(String userId, OpenIdProof kept, ClientRegistration registration, OAuth2AccessTokenResponse answer) {
        OidcIdToken fresh = idToken(registration, answer);
        if (fresh != null && !fresh.getSubject().equals(kept.subject())) {
            throw new SignInEnded("the provider answered for another person");
        }
        Identity now = who(new OidcUserRequest(registration, answer.getAccessToken(), fresh != null ? fresh : named(registration, kept)));
        if (!now.userId().equals(userId)) {
            throw new SignInEnded("the provider calls them " + now.userId() + " now");
        }
        return new OpenIdProof(fresh != null ? fresh.getTokenValue() : kept.idToken(), kept.subject(), kept.session(), refreshToken(kept, answer), answer.getAccessToken().getExpiresAt());
    }

    /** The provider may take the spent one for stolen when it comes again. */
    private static String refreshToken(OpenIdProof kept, OAuth2AccessTokenResponse answer) {
        return answer.getRefreshToken() == null ? kept.refreshToken() : answer.getRefreshToken().getTokenValue();
    }

    @Override
    public boolean isEndedElsewhere(KeptSignIn kept) {
        return kept.proof() instanceof OpenIdProof proof && ended.isEnded(provider.issuer(), proof.session(), proof.subject(), kept.began());
    }

    private OAuth2AccessTokenResponse refresh(ClientRegistration registration, OpenIdProof kept) {
        OAuth2AccessToken spent = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "spent", null, kept.holdsUntil());
        try {
            return tokens.getTokenResponse(new OAuth2RefreshTokenGrantRequest(registration, spent, new OAuth2RefreshToken(kept.refreshToken(), null)));
        } catch (OAuth2AuthorizationException e) {
            throw saidNo(e, e.getError().getErrorCode());
        }
    }

    private OidcIdToken idToken(ClientRegistration registration, OAuth2AccessTokenResponse answer) {
        if (!(answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String token)) {
            return null;
        }
        try {
            Jwt read = provider.createDecoder(registration).decode(token);
            return new OidcIdToken(read.getTokenValue(), read.getIssuedAt(), read.getExpiresAt(), read.getClaims());
        } catch (BadJwtException e) {
            throw new SignInEnded("what the provider sent is not signed as it should be, or not for us: " + e.getMessage());
        } catch (JwtException e) {
            throw new ProviderDown("the provider's keys cannot be had: " + e.getMessage(), e);
        }
    }

    /** Says who it is and nothing else: what the ID token of before told is over. */
    private static OidcIdToken named(ClientRegistration registration, OpenIdProof kept) {
        return OidcIdToken.withTokenValue(kept.idToken()).issuer(registration.getProviderDetails().getIssuerUri()).subject(kept.subject()).build();
    }

    private Identity who(OidcUserRequest request) {
        try {
            return people.renew(request);
        } catch (NotAdmitted | NotOnStaffList refused) {
            throw new SignInEnded(refused.getMessage());
        } catch (OAuth2AuthenticationException e) {
            throw saidNo(e, e.getError().getErrorCode());
        }
    }

    /** That there are too many questions, or that they take too long, says nothing about the person. */
    private static boolean isRefusal(Throwable cause) {
        return cause instanceof HttpClientErrorException answer && !List.of(HttpStatus.TOO_MANY_REQUESTS.value(), HttpStatus.REQUEST_TIMEOUT.value()).contains(answer.getStatusCode().value());
    }

    /** Either the provider refused, or it could not answer. */
    private RuntimeException saidNo(Exception failure, String error) {
        boolean refused = switch (error) {
            case "server_error", "temporarily_unavailable" -> false;
            case "invalid_token_response" -> isRefusal(failure.getCause());
            // without a cause it answered, and about somebody else
            case "invalid_user_info_response" -> failure.getCause() == null || isRefusal(failure.getCause());
            default -> true;
        };
        if (refused) {
            return new SignInEnded("the provider refused: " + error);
        }
        provider.isDown();
        return new ProviderDown("the OpenID provider does not answer: " + failure.getMessage(), failure);
    }
}
