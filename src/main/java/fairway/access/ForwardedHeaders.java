package fairway.access;

import org.springframework.core.env.Environment;

/**
 * Whether what a reverse proxy says of a request is believed: of a proxy that the settings name, and of nobody else. By itself the server would believe
 * every private address, which in a hospital is everybody.
 */
final class ForwardedHeaders {

    private static final String STRATEGY = "server.forward-headers-strategy";
    private static final String PROXIES = "server.tomcat.remoteip.internal-proxies";

    private ForwardedHeaders() {
    }

    /** @throws SignInRefused when they would be believed of somebody whom no setting names */
    static void check(Environment environment) {
        String strategy = environment.getProperty(STRATEGY, "none");
        if (strategy.equalsIgnoreCase("framework")) {
            throw new SignInRefused(STRATEGY, "framework believes everybody. Take native, and name the proxy by " + PROXIES);
        }
        if (strategy.equalsIgnoreCase("native") && environment.getProperty(PROXIES, "").isBlank()) {
            throw new SignInRefused(PROXIES, "it is missing, so every private address would be believed. It is a regular expression of the proxy's own address");
        }
    }
}
