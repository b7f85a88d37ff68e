package fairway.access;

import java.time.Instant;

/**
 * What a session keeps of a sign-in at the OpenID provider; it never leaves the server's memory but towards the provider.
 *
 * @param idToken      as the provider sent it last; it names the session when Fairway logs out there
 * @param refreshToken null if the provider gives none
 * @param session      the provider's name of its session; null if it tells none
 */
record OpenIdProof(String idToken, String subject, String session, String refreshToken, Instant holdsUntil) implements KeptSignIn.Proof {

    @Override
    public boolean isRenewable() {
        return refreshToken != null;
    }
}
