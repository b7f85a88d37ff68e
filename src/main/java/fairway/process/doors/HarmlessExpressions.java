package fairway.process.doors;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * Expressions in queries. The engine evaluates those of {@code or} brackets whoever sends them, operating system commands included
 * (CVE-2026-109432): queries that are sent carry none at any depth, stored filters only these few.
 */
final class HarmlessExpressions {

    /** The midnight that ends today. */
    static final String TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";

    private static final Set<String> HARMLESS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime()}",
            "${dateTime().withTimeAtStartOfDay()}", TOMORROW);

    private HarmlessExpressions() {
    }

    /** @throws BadUserRequestException when any bracket of a query that is sent carries an expression */
    static void refuseAny(AbstractQuery<?, ?> query) {
        if (brackets(query).stream().anyMatch(bracket -> !bracket.getExpressions().isEmpty())) {
            throw new BadUserRequestException("Expressions are not taken in queries.");
        }
    }

    /** @throws BadUserRequestException when any bracket of a stored query carries another expression than the harmless ones */
    static void refuseOthers(AbstractQuery<?, ?> query) {
        for (AbstractQuery<?, ?> bracket : brackets(query)) {
            if (!HARMLESS.containsAll(bracket.getExpressions().values())) {
                throw new BadUserRequestException("A filter may use these expressions only: " + String.join(", ", HARMLESS.stream().sorted().toList()));
            }
        }
    }

    static boolean isPlain(AbstractQuery<?, ?> query) {
        return brackets(query).stream().allMatch(bracket -> bracket.getExpressions().isEmpty());
    }

    /** The query itself and all its brackets; they point at each other in circles. */
    private static Set<AbstractQuery<?, ?>> brackets(AbstractQuery<?, ?> query) {
        Set<AbstractQuery<?, ?>> found = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(query, found);
        return found;
    }

    private static void collect(AbstractQuery<?, ?> query, Set<AbstractQuery<?, ?>> found) {
        if (query != null && found.add(query) && query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(inner -> collect(inner, found));
        }
    }
}
