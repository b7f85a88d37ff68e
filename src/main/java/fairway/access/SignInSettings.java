package fairway.access;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in ({@code fairway.sign-in.*}).
 *
 * @param way              who says who somebody is and which roles they have
 * @param shortestPassword fewest characters of a password that Fairway keeps
 * @param passwordRounds   rounds of PBKDF2 (HMAC-SHA-512) for passwords that Fairway keeps; former ones stay good
 * @param secureCookies    whether cookies travel over TLS alone; by itself as {@code fairway.trust.base-url} says
 * @param idle             a session in which nobody did anything for this long is over
 * @param longest          a session is over after this long, whatever was done in it
 * @param wrongPasswords   how wrong passwords are slowed down
 * @param programs         user ids of programs that use the REST doors with a password that Fairway keeps. With {@code embedded} everybody may
 * @param groups           which groups of the Trust's directory give which role; not with {@code embedded}
 * @param renewEvery       how often a signed-in person's roles are taken anew from the provider or directory
 * @param grace            how long signed-in people go on working when the provider or directory does not answer
 * @param openid           the OpenID provider
 * @param ldap             the directory
 */
@Validated
@ConfigurationProperties("fairway.sign-in")
public record SignInSettings(
        @NotNull @DefaultValue("openid") Way way,
        @Min(8) @Max(64) @DefaultValue("12") int shortestPassword,
        @Min(1_000) @DefaultValue("210000") int passwordRounds,
        Boolean secureCookies,
        @NotNull @DefaultValue("30m") Duration idle,
        @NotNull @DefaultValue("10h") Duration longest,
        @Valid @NotNull @DefaultValue WrongPasswordSettings wrongPasswords,
        @NotNull @DefaultValue Set<String> programs,
        @NotNull @DefaultValue RoleGroups groups,
        @NotNull @DefaultValue("5m") Duration renewEvery,
        @NotNull @DefaultValue("1h") Duration grace,
        @NotNull @DefaultValue OpenIdSettings openid,
        @NotNull @DefaultValue LdapSettings ldap) {

    private static final String PREFIX = "fairway.sign-in.";

    /** Where people's names, passwords and roles are kept. */
    public enum Way {
        /** In Fairway itself. */
        EMBEDDED,
        /** At an OpenID provider, the Trust's single sign-on. */
        OPENID,
        /** In the Trust's directory. */
        LDAP
    }

    /** Whether Fairway keeps people and their passwords itself. */
    public boolean isEmbedded() {
        return way == Way.EMBEDDED;
    }

    /** Whether cookies travel over TLS alone: as set, or as the address says under which people reach Fairway. */
    public boolean cookiesAreSecure(String baseUrl) {
        return secureCookies != null ? secureCookies : baseUrl.startsWith("https:");
    }

    /**
     * Holds the settings of the chosen way together.
     *
     * @throws SignInRefused naming the setting that is missing or contradicts another
     */
    public void check() {
        if (idle.isNegative() || idle.isZero()) {
            throw new SignInRefused(PREFIX + "idle", "it takes a time, for example 30m");
        }
        if (longest.compareTo(idle) < 0) {
            throw new SignInRefused(PREFIX + "longest", "it is shorter than " + PREFIX + "idle");
        }
        wrongPasswords.check(PREFIX + "wrong-passwords.");
        if (isEmbedded()) {
            return;
        }
        if (renewEvery.isNegative() || renewEvery.isZero() || renewEvery.compareTo(longest) > 0) {
            throw new SignInRefused(PREFIX + "renew-every", "it takes a time up to " + PREFIX + "longest, for example 5m");
        }
        if (grace.isNegative()) {
            throw new SignInRefused(PREFIX + "grace", "it takes a time, for example 1h");
        }
        if (way == Way.OPENID) {
            openid.check(PREFIX + "openid.");
        } else {
            ldap.check(PREFIX + "ldap.");
        }
        groups.check(PREFIX + "groups.");
    }
}
