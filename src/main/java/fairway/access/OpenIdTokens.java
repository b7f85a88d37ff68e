package fairway.access;

import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Keeps the tokens of a sign-in in its session, and nowhere else. */
@Component
@Conditional(OnWay.OpenId.class)
class OpenIdTokens implements OAuth2AuthorizedClientRepository {

    private final SignInSettings settings;
    private final ServerTime time;

    OpenIdTokens(SignInSettings settings, ServerTime time) {
        this.settings = settings;
        this.time = time;
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient tokens, Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        OidcIdToken idToken = ((OidcUser) signedIn.getPrincipal()).getIdToken();
        OpenIdProof proof = new OpenIdProof(idToken.getTokenValue(), idToken.getSubject(), idToken.getClaimAsString("sid"),
                tokens.getRefreshToken() == null ? null : tokens.getRefreshToken().getTokenValue(), tokens.getAccessToken().getExpiresAt());
        Instant now = time.now();
        new KeptSignIn(proof, now, now, Renewals.next(settings, proof, now)).keepIn(request.getSession());
    }

    /** Nobody asks: Fairway calls no other service in somebody's name. */
    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String registration, Authentication signedIn, HttpServletRequest request) {
        return null;
    }

    /** The tokens go with the session. */
    @Override
    public void removeAuthorizedClient(String registration, Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().removeAttribute("fairway.kept-sign-in");
    }
}
