package fairway.process.doors;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.access.Role;

/**
 * One request at a door of the engine, read once.
 *
 * @param method     HTTP method
 * @param path       below the engine, the same at both doors, e.g. {@code task/4711/complete}; parts of a web application begin with
 *                   {@code webapp:}, e.g. {@code webapp:admin/auth/user/default}
 * @param parameters of the query, by name
 * @param body       the JSON that was sent; null when none was
 * @param userId     who asks
 * @param roles      their roles now
 * @param address    where the call comes from
 */
record Call(String method, String path, Map<String, String[]> parameters, JsonNode body, String userId, Set<Role> roles, String address) {

    String parameter(String name) {
        String[] values = parameters.get(name);
        return values == null || values.length != 1 ? null : values[0];
    }
}
