package fairway.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in ({@code fairway.sign-in.*}).
 *
 * @param shortestPassword fewest characters of a password
 * @param secureCookies    whether cookies travel over TLS alone; by itself as {@code fairway.trust.base-url} says
 */
@Validated
@ConfigurationProperties("fairway.sign-in")
public record SignInSettings(@Min(8) @Max(64) @DefaultValue("12") int shortestPassword, Boolean secureCookies) {

    /** Whether cookies travel over TLS alone: as set, or as the address says under which people reach Fairway. */
    public boolean cookiesAreSecure(String baseUrl) {
        return secureCookies != null ? secureCookies : baseUrl.startsWith("https:");
    }
}
