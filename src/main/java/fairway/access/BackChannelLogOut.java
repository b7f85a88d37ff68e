package fairway.access;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The OpenID provider says that somebody has logged out there, or was logged out: their sessions here end, on all nodes. */
@Controller
@Conditional(OnWay.OpenId.class)
class BackChannelLogOut {

    /** Where the provider sends it. */
    static final String ADDRESS = "/back-channel-log-out";

    private final OpenIdProvider provider;
    private final EndedSessions ended;
    private final AccessLog log;

    BackChannelLogOut(OpenIdProvider provider, EndedSessions ended, AccessLog log) {
        this.provider = provider;
        this.ended = ended;
        this.log = log;
    }

    @PostMapping(ADDRESS)
    ResponseEntity<Void> loggedOut(@RequestParam(name = "logout_token", defaultValue = "") String token) {
        Jwt read;
        try {
            read = provider.logOutTokens().decode(token);
        } catch (BadJwtException e) {
            log.refused("back-channel-log-out", "a token that is not the provider's", null);
            return answer(HttpStatus.BAD_REQUEST);
        } catch (JwtException | ProviderDown e) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE);
        }
        String session = read.getClaimAsString("sid");
        if (session != null) {
            ended.endSession(provider.issuer(), session, read.getSubject());
        } else {
            ended.endAllOf(provider.issuer(), read.getSubject());
        }
        log.done("back-channel-log-out", session != null ? "one session" : "all sessions of one person", null);
        return answer(HttpStatus.OK);
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).build();
    }
}
