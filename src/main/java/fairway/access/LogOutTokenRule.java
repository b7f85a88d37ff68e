package fairway.access;

import java.util.Map;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token has to hold by which a provider logs somebody out behind the browser's back (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
record LogOutTokenRule(String issuer, String client) implements OAuth2TokenValidator<Jwt> {

    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Map<String, Object> events = token.getClaimAsMap("events");
        boolean good = issuer.equals(token.getClaimAsString("iss")) && token.getAudience() != null && token.getAudience().contains(client)
                && token.getIssuedAt() != null && events != null && events.containsKey(EVENT) && !token.hasClaim("nonce")
                && (token.hasClaim("sid") || token.hasClaim("sub"));
        return good ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", "no log-out token for us", null));
    }
}
