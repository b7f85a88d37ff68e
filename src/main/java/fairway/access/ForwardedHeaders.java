package fairway.access;

import java.util.List;

import org.springframework.core.env.Environment;

/**
 * Whether what a reverse proxy says of a request is believed: of a proxy that the settings name, and of nobody else. By itself the server would believe
 * every private address, which in a hospital is everybody.
 */
final class ForwardedHeaders {

    private static final String STRATEGY = "server.forward-headers-strategy";
    private static final String PROXIES = "server.tomcat.remoteip.internal-proxies";

    /** Either of them turns it on, whatever the strategy. */
    private static final List<String> HEADERS = List.of("server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header");

    private ForwardedHeaders() {
    }

    /** @throws SignInRefused when they would be believed of somebody whom no setting names */
    static void check(Environment environment) {
        String strategy = environment.getProperty(STRATEGY, "none");
        if (strategy.equalsIgnoreCase("framework")) {
            throw new SignInRefused(STRATEGY, "framework believes everybody. Take native, and name the proxy by " + PROXIES);
        }
        boolean believed = strategy.equalsIgnoreCase("native") || HEADERS.stream().anyMatch(header -> !environment.getProperty(header, "").isBlank());
        if (believed && environment.getProperty(PROXIES, "").isBlank()) {
            throw new SignInRefused(PROXIES, "it is missing, so every private address would be believed. It is a regular expression of the proxy's own address");
        }
    }
}
