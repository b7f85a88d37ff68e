package fairway.handbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What carries clauses, by clause and then by where it stands: model, form, class. */
final class Carriers {

    private final Map<String, Map<String, Set<String>>> byClause = new TreeMap<>();

    /** Notes that something of a place carries these clauses; a blank name stands for the place itself. */
    void add(List<String> clauses, String place, String name) {
        for (String clause : clauses) {
            Set<String> names = byClause.computeIfAbsent(clause, c -> new TreeMap<>()).computeIfAbsent(place, p -> new TreeSet<>());
            if (!name.isBlank()) {
                names.add(name);
            }
        }
    }

    Set<String> clauses() {
        return byClause.keySet();
    }

    boolean carry(String clause) {
        return byClause.containsKey(clause);
    }

    /** One line per place. */
    List<String> of(String clause) {
        return byClause.getOrDefault(clause, Map.of()).entrySet().stream()
                .map(e -> "**" + e.getKey() + "**" + (e.getValue().isEmpty() ? "" : ": " + String.join(", ", e.getValue()))).toList();
    }
}
