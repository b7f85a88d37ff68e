package fairway.process.doors;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import fairway.access.Role;

/**
 * One operation of the engine that is open.
 *
 * @param method   HTTP method
 * @param template path as in {@code task/{id}/complete}; {@code {me}} stands for the user's own id, {@code {id}} for an id that the
 *                 engine makes (never for a word: {@code task/count} is another operation), {@code {definition}} for the id of a definition,
 *                 {@code {key}} for its key, {@code {name}} for a user or group, a star at the end for everything below
 * @param roles    to whom it is open
 * @param query    parameters that it takes; others are refused
 * @param body     what its body may hold
 * @param further  what else has to hold; throws {@link DoorRefusal}
 * @param audited  whether the access log keeps that it was done
 * @param detail   what the access log keeps of it besides its address, asked before it is done; empty for nothing
 * @param afterwards what is to be done when the engine has done it
 */
record Operation(String method, String template, Set<Role> roles, Set<String> query, Body body, Consumer<Call> further, boolean audited,
                 Function<Call, String> detail, Consumer<Call> afterwards) {

    /** Whether path and method are this operation's, whoever asks. */
    boolean isMeant(Call call) {
        Pattern path = template.contains(ME) ? pattern(call.userId()) : PATTERNS.computeIfAbsent(template, known -> pattern(null));
        return method.equals(call.method()) && path.matcher(call.path()).matches();
    }

    boolean isOpenTo(Call call) {
        return call.roles().stream().anyMatch(roles::contains);
    }

    /** @throws DoorRefusal when parameters or body hold what the operation does not take */
    void check(Call call) {
        call.parameters().keySet().stream().filter(name -> !query.contains(name)).findFirst().ifPresent(name -> {
            throw DoorRefusal.unknown(name);
        });
        body.check(call);
        further.accept(call);
    }

    private static final String ME = "{me}";
    /** Of the templates that are the same whoever asks. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

    private Pattern pattern(String userId) {
        StringBuilder pattern = new StringBuilder();
        String[] steps = template.split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            pattern.append(i == 0 ? "" : "/");
            pattern.append(switch (steps[i]) {
                case ME -> Pattern.quote(userId);
                case "{id}" -> UUID;
                case "{definition}" -> "(?:" + NAME + ":[0-9]+:)?" + UUID;
                case "{key}" -> NAME;
                case "{name}" -> "(?!(?:count|create)$)[^/]+";
                case "*" -> "[A-Za-z0-9][A-Za-z0-9._/-]*";
                default -> Pattern.quote(steps[i]);
            });
        }
        return Pattern.compile(pattern.toString());
    }
}
