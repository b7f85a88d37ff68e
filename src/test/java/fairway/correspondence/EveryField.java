package fairway.correspondence;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Letters of every kind with the same text in each field that holds a text, those that the code fills included. */
final class EveryField {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final String text;
    private EveryField(String text) {
        this.text = text;
    }

    /** @param rows in every list of a letter; a list within a list has one */
    static Stream<Letter> of(String text, int rows) {
        EveryField fields = new EveryField(text);
        return Arrays.stream(Letter.class.getPermittedSubclasses()).map(kind -> (Letter) fields.value(kind, rows));
    }

    private Object value(Type type, int listed) {
        if (type instanceof ParameterizedType list) {
            return Collections.nCopies(listed, value(list.getActualTypeArguments()[0], 1));
        }
        Class<?> of = (Class<?>) type;
        if (of == String.class) {
            return text;
        } else if (of == LocalDate.class) {
            return DAY;
        } else if (of == LocalDateTime.class) {
            return DAY.atTime(14, 0);
        } else if (of == int.class) {
            return 2;
        } else if (of == boolean.class) {
            return false;
        } else if (of.isEnum()) {
            return of.getEnumConstants()[1];
        }
        return record(of, listed);
    }

    private Object record(Class<?> of, int listed) {
        RecordComponent[] components = of.getRecordComponents();
        try {
            Constructor<?> constructor = of.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components).map(c -> value(c.getGenericType(), listed)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(of + " could not be filled in", e);
        }
    }

    /** Every text of a letter, however deep. */
    static List<String> textsOf(Object value) {
        if (value instanceof String text) {
            return List.of(text);
        } else if (value instanceof List<?> list) {
            return list.stream().flatMap(item -> textsOf(item).stream()).toList();
        } else if (value instanceof Record record) {
            return Arrays.stream(record.getClass().getRecordComponents()).flatMap(c -> textsOf(component(record, c)).stream()).toList();
        }
        return List.of();
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
