package fairway.correspondence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The templates of all letters and their style sheet, as they belong together.
 *
 * @param files content of each by its name without ending: the kind of letter, or {@code parts} for what they share, or {@code letter.css}
 */
record LetterTemplateSet(SortedMap<String, String> files) {

    static final String PARTS = "parts";
    static final String STYLES = "letter.css";
    private static final Pattern VERSION = Pattern.compile("<meta\\s+name=\"version\"\\s+content=\"([^\"]{1,40})\"");
    private static final LetterTemplateSet SHIPPED = readShipped();

    LetterTemplateSet {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The templates that come with Fairway. */
    static LetterTemplateSet shipped() {
        return SHIPPED;
    }

    /** Names of all templates, {@code parts} first: the others are made with it. */
    static List<String> names() {
        return SHIPPED.files.keySet().stream().filter(name -> !name.equals(STYLES)).sorted((a, b) -> a.equals(PARTS) ? -1 : b.equals(PARTS) ? 1 : a.compareTo(b)).toList();
    }

    /** How letters look; that which comes with Fairway in a set from before there could be another. */
    String styleSheet() {
        return files.getOrDefault(STYLES, SHIPPED.files.get(STYLES));
    }

    /** A template by its name; that which comes with Fairway where the letter came after the set was kept. Null where no letter has this name. */
    String template(String name) {
        return files.getOrDefault(name, SHIPPED.files.get(name));
    }

    /** The same with one of them replaced. */
    LetterTemplateSet with(String name, String content) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.put(name, content);
        return new LetterTemplateSet(changed);
    }

    /** What its {@code <meta name="version">} says; null where it says nothing. */
    static String versionOf(String content) {
        Matcher version = VERSION.matcher(content);
        return version.find() ? version.group(1).strip() : null;
    }

    /** Tells one set from another: hash of every name and content. */
    String sha256() {
        return Documents.sha256(files.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static LetterTemplateSet readShipped() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(STYLES, resource(STYLES));
        files.put(PARTS, resource(PARTS + ".html"));
        Arrays.stream(Letter.class.getPermittedSubclasses()).map(LetterSamples::kindOf).forEach(kind -> files.put(kind, resource(kind + ".html")));
        return new LetterTemplateSet(files);
    }

    private static String resource(String name) {
        try (InputStream file = LetterTemplateSet.class.getClassLoader().getResourceAsStream("letters/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no letters/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
