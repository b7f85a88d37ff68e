package fairway.process.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The table {@code doors/who-may-do-what.txt}, read. */
final class WhoMayDoWhat {

    private final Map<String, Set<Who>> people = new HashMap<>();
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    /**
     * One line of a section with routes.
     *
     * @param section e.g. {@code pages}
     * @param method  HTTP method
     * @param path    with {@code {name}} or {@code {name=value}}, and its query
     * @param body    as it stands; null for none
     * @param open    to whom; null where another section says so
     */
    record Rule(String section, String method, String path, String body, Set<Who> open) {

        /** As the application itself names the route. */
        String route() {
            return method + " " + path.replaceAll("\\?.*$", "").replaceAll("\\{(\\w+)[=:][^}]*}", "{$1}");
        }

        /** Whether the address itself is one of the case, so that there is nothing to be found at it for others. */
        boolean isOfTheCase() {
            return path.matches(".*\\{(number|number=key|key|token|id=(instance|job|incident|delivery|letter|note))}.*") && !path.contains("?");
        }

        @Override
        public String toString() {
            return method + " " + path + (body == null ? "" : " " + body);
        }
    }

    private WhoMayDoWhat() {
        for (Who who : Who.values()) {
            people.put(who.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), EnumSet.of(who));
        }
        people.put("none", EnumSet.noneOf(Who.class));
    }

    static WhoMayDoWhat read() {
        WhoMayDoWhat table = new WhoMayDoWhat();
        try (InputStream file = Objects.requireNonNull(WhoMayDoWhat.class.getResourceAsStream("/doors/who-may-do-what.txt"))) {
            String section = "";
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.indexOf(']'));
                    table.sections.put(section, new LinkedHashMap<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    table.line(section, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void line(String section, String line) {
        if (section.equals("people")) {
            String[] parts = line.split("\\s*=\\s*");
            people.put(parts[0], who(parts[1]));
            return;
        }
        int split = line.lastIndexOf(" : ");
        String what = line.substring(0, split).strip();
        String who = line.substring(split + 3).strip();
        sections.get(section).put(what, who);
        if (Set.of("pages", "api", "engine").contains(section)) {
            String[] parts = what.split(" ", 3);
            rules.add(new Rule(section, parts[0], parts[1], parts.length > 2 ? parts[2] : null, who.startsWith("see ") ? null : who(who)));
        }
    }

    private Set<Who> who(String names) {
        Set<Who> found = EnumSet.noneOf(Who.class);
        for (String name : names.strip().split("\\s+")) {
            found.addAll(Objects.requireNonNull(people.get(name), () -> "nobody is called " + name));
        }
        return found;
    }

    /** All rules with an address that says by itself to whom it is open. */
    List<Rule> rules(Predicate<Rule> wanted) {
        return rules.stream().filter(rule -> rule.open() != null).filter(wanted).toList();
    }

    /** Routes that have a rule, as the application names them; as many times as they have one. */
    List<String> routes(String... of) {
        return rules.stream().filter(rule -> Set.of(of).contains(rule.section())).map(Rule::route).toList();
    }

    /** Names of a section without routes: forms, actions, documents, filters. */
    Set<String> names(String section) {
        return sections.get(section).keySet();
    }

    /** Kinds of documents that a case or its line has. */
    List<String> documentsOfACase() {
        return sections.get("documents").entrySet().stream().filter(kind -> !kind.getValue().equals("elsewhere")).map(Map.Entry::getKey).toList();
    }

    Set<Who> of(String section, String name) {
        return who(sections.get(section).get(name));
    }

    /** Who finds the step of that form in Tasklist; empty for the form of a start. */
    Set<Who> whoFinds(String form) {
        String who = sections.get("forms").get(form);
        return who.matches("start|elsewhere") ? EnumSet.noneOf(Who.class) : who(who.split("/")[0]);
    }

    /** Whether the form is of a step of the case or its line; {@code elsewhere} are those of requests that are about a person and not about a case. */
    boolean isOfACase(String form) {
        return !sections.get("forms").get(form).equals("elsewhere");
    }

    /** Who fills that form in. */
    Set<Who> whoFillsIn(String form) {
        return who(sections.get("forms").get(form).split("/")[1]);
    }
}
