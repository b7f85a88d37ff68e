package fairway.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

/**
 * Turns the JSON of a submission into the record of its form. Every value is checked where it stands, so that a refusal names the path
 * of each field that is wrong: unknown keys, wrong kinds of value, dates that do not exist, unknown choices, texts of more than
 * {@value #LONGEST_TEXT} characters, control characters. Empty text counts as not given. Afterwards the record's own constraints are checked.
 */
@Component
public class SubmissionReader {

    /** Longest text of one field, in UTF-16 characters. */
    public static final int LONGEST_TEXT = 10_000;
    /** Longest list of one field, in rows. */
    public static final int LONGEST_LIST = 200;

    private final Validator validator;
    private final JsonMapper json = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public SubmissionReader(Validator validator) {
        this.validator = validator;
    }

    /** @throws Refusal naming every field that cannot be read or breaks a constraint of the record */
    public <F extends Record> F read(String submission, Class<F> type) {
        JsonNode tree;
        try {
            tree = json.readTree(submission);
        } catch (JsonProcessingException e) {
            throw new Refusal("", "json", "", "The submission is not valid JSON.");
        }
        if (tree == null || !tree.isObject()) {
            throw new Refusal("", "json", "", "The submission must be a JSON object with the keys of the form.");
        }
        return read(tree, type);
    }

    /** As {@link #read(String, Class)}, for a tree that was parsed already. */
    public <F extends Record> F read(JsonNode tree, Class<F> type) {
        Refusals refusals = new Refusals();
        F form = type.cast(readRecord(tree, type, "", refusals));
        refusals.throwIfAny();
        validator.validate(form).stream()
                .map(v -> new RefusedField(v.getPropertyPath().toString(), ruleOf(v.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName()),
                        "", v.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .forEach(refusals::add);
        refusals.throwIfAny();
        return form;
    }

    private static String ruleOf(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            default -> Character.toLowerCase(constraint.charAt(0)) + constraint.substring(1);
        };
    }

    private Object readRecord(JsonNode given, Class<?> type, String path, Refusals refusals) {
        JsonNode node = ofOneKey(given, type);
        if (!node.isObject()) {
            refusals.when(true, path, "kind", "", "Fill in the fields of this row.");
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        Map<String, RecordComponent> known = new HashMap<>();
        for (RecordComponent component : components) {
            known.put(component.getName(), component);
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.containsKey(name)) {
                String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
                refusals.when(true, join(path, shown.replaceAll("\\p{Cntrl}", "?")), "unknownKey", "", "This form has no such field.");
            }
        }
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            JsonNode value = node.get(components[i].getName());
            values[i] = readValue(value, components[i].getGenericType(), join(path, components[i].getName()), refusals);
            if (values[i] == null && types[i].isPrimitive()) {
                values[i] = types[i] == boolean.class ? (Object) false : types[i] == long.class ? (Object) 0L : (Object) 0;
            }
        }
        if (!refusals.isEmpty()) {
            return null;
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + type.getName() + " cannot be made", e);
        }
    }

    /** A row of a single key may be given as its plain value: a list of texts for a list of rows with one text each. */
    private static JsonNode ofOneKey(JsonNode given, Class<?> row) {
        RecordComponent[] keys = row.getRecordComponents();
        return given.isValueNode() && keys.length == 1 ? JsonNodeFactory.instance.objectNode().set(keys[0].getName(), given) : given;
    }

    private Object readValue(JsonNode node, Type type, String path, Refusals refusals) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return readList(node, list.getActualTypeArguments()[0], path, refusals);
        }
        if (node == null || node.isNull() || (node.isTextual() && node.textValue().isBlank() && type != String.class)) {
            return null;
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isRecord()) {
            return readRecord(node, kind, path, refusals);
        }
        if (kind == String.class) {
            return readText(node, path, refusals);
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : wrong(refusals, path, "kind", "Answer yes or no.");
        }
        if (kind == int.class || kind == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : wrong(refusals, path, "kind", "Enter a whole number.");
        }
        if (kind == long.class || kind == Long.class) {
            if (node.isIntegralNumber() && node.canConvertToLong()) {
                return node.longValue();
            }
            if (node.isTextual() && node.textValue().matches("[0-9]{1,18}")) {
                return Long.parseLong(node.textValue());
            }
            return wrong(refusals, path, "kind", "Choose one of the list.");
        }
        if (!node.isTextual()) {
            return wrong(refusals, path, "kind", "This value is not of the kind that the field takes.");
        }
        String text = node.textValue().strip();
        try {
            if (kind == LocalDate.class) {
                return withinReach(LocalDate.parse(text), path, refusals);
            }
            if (kind == LocalDateTime.class) {
                LocalDateTime at = LocalDateTime.parse(text.replaceFirst("(?<=T\\d{2}:\\d{2}(:\\d{2})?)(\\.000)?Z?$", ""));
                return withinReach(at.toLocalDate(), path, refusals) == null ? null : at;
            }
            if (kind == Period.class) {
                return Period.parse(text);
            }
        } catch (DateTimeParseException e) {
            return kind == Period.class ? wrong(refusals, path, "period", "Give a period such as P7D, P2W or P1M.")
                    : wrong(refusals, path, "date", "Enter a date that exists, for example 21/12/2026.");
        }
        if (kind.isEnum()) {
            Object[] constants = kind.getEnumConstants();
            return Arrays.stream(constants).filter(c -> ((Enum<?>) c).name().equals(text)).findFirst()
                    .orElseGet(() -> wrong(refusals, path, "choice", "Choose one of: "
                            + Arrays.stream(constants).map(c -> ((Enum<?>) c).name()).collect(Collectors.joining(", ")) + "."));
        }
        throw new IllegalStateException("no reader for " + kind.getName());
    }

    private static LocalDate withinReach(LocalDate date, String path, Refusals refusals) {
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            return wrong(refusals, path, "date", "Enter a date between 1900 and 2199.");
        }
        return date;
    }

    private List<Object> readList(JsonNode node, Type element, String path, Refusals refusals) {
        List<Object> values = new ArrayList<>();
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            wrong(refusals, path, "kind", "Give a list.");
            return List.of();
        }
        if (node.size() > LONGEST_LIST) {
            wrong(refusals, path, "tooMany", "Give at most " + LONGEST_LIST + " rows.");
            return List.of();
        }
        for (int i = 0; i < node.size(); i++) {
            String at = path + "[" + i + "]";
            Object value = readValue(node.get(i), element, at, refusals);
            if (value == null && (node.get(i).isNull() || node.get(i).isTextual() && node.get(i).textValue().isBlank())) {
                wrong(refusals, at, "required", "Fill this in or remove the row.");
            }
            values.add(value);
        }
        return java.util.Collections.unmodifiableList(values);
    }

    private static String readText(JsonNode node, String path, Refusals refusals) {
        if (!node.isTextual()) {
            return wrong(refusals, path, "kind", "Enter text.");
        }
        String text = asPasted(node.textValue()).strip();
        if (text.length() > LONGEST_TEXT) {
            return wrong(refusals, path, "tooLong", "Shorten this to at most 10,000 characters; it has " + String.format(Locale.UK, "%,d", text.length()) + ".");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t') || hasLoneSurrogate(text)) {
            return wrong(refusals, path, "controlCharacter", "This text came with characters that cannot be printed. Empty the field and paste it again as plain text (Ctrl + Shift + V).");
        }
        return text.isEmpty() ? null : text;
    }

    /** Word's own marks as what they stand for: line and page breaks, hyphens that do not break or are not there until they do. */
    private static String asPasted(String text) {
        return text.replace("\r\n", "\n").replace('\u000b', '\n').replace('\f', '\n').replace('\u001e', '\u2011').replace("\u001f", "\u00ad");
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static <T> T wrong(Refusals refusals, String path, String rule, String message) {
        refusals.when(true, path, rule, "", message);
        return null;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
