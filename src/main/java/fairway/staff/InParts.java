package fairway.staff;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Asks for many rows by key in parts: a statement takes only so many parameters. */
final class InParts {

    private static final int PARAMETERS = 10_000;

    private InParts() {
    }

    static <T> Set<T> of(Collection<String> keys, Function<List<String>, List<T>> query) {
        List<String> all = List.copyOf(keys);
        Set<T> found = new LinkedHashSet<>();
        for (int from = 0; from < all.size(); from += PARAMETERS) {
            found.addAll(query.apply(all.subList(from, Math.min(from + PARAMETERS, all.size()))));
        }
        return found;
    }
}
