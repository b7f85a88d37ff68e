package fairway.process.forms;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A submission that is wrong in one way at every place of a form at which it can be, rows of lists included, with what has to stand against it.
 *
 * @param json     the submission
 * @param expected {@code field:rule} of each place
 */
record WrongEverywhere(String json, List<String> expected) {

    /** A way of being wrong. */
    enum Way {
        /** A key that the form does not have, at its top and in every row. */
        UNKNOWN_KEY,
        /** Texts of 10,001 characters. */
        TOO_LONG,
        /** Texts with a bell in them. */
        CONTROL_CHARACTER,
        /** 30 February. */
        NO_SUCH_DATE,
        /** A choice that is not offered. */
        NO_SUCH_CHOICE
    }

    static WrongEverywhere in(Way way, Class<?> form) {
        List<String> expected = new ArrayList<>();
        return new WrongEverywhere(row(way, form, "", expected).toString(), expected);
    }

    private static ObjectNode row(Way way, Class<?> type, String path, List<String> expected) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        if (way == Way.UNKNOWN_KEY) {
            row.put("surprise", "x");
            expected.add(path + "surprise:unknownKey");
        }
        for (RecordComponent key : type.getRecordComponents()) {
            value(way, key.getGenericType(), row, key.getName(), path + key.getName(), expected);
        }
        return row;
    }

    private static void value(Way way, Type type, ObjectNode row, String key, String path, List<String> expected) {
        if (type instanceof ParameterizedType list) {
            ObjectNode first = JsonNodeFactory.instance.objectNode();
            value(way, list.getActualTypeArguments()[0], first, "row", path + "[0]", expected);
            if (first.has("row")) {
                ArrayNode rows = row.putArray(key);
                rows.add(first.get("row"));
            }
            return;
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isRecord()) {
            int before = expected.size();
            ObjectNode inner = row(way, kind, path + ".", expected);
            if (expected.size() > before) {
                row.set(key, inner);
            }
        } else if (kind == String.class && way == Way.TOO_LONG) {
            wrong(row, key, "x".repeat(10_001), path + ":tooLong", expected);
        } else if (kind == String.class && way == Way.CONTROL_CHARACTER) {
            wrong(row, key, "bell\u0007", path + ":controlCharacter", expected);
        } else if (kind == LocalDate.class && way == Way.NO_SUCH_DATE) {
            wrong(row, key, "2026-02-30", path + ":date", expected);
        } else if (kind == LocalDateTime.class && way == Way.NO_SUCH_DATE) {
            wrong(row, key, "2026-02-30T10:00", path + ":date", expected);
        } else if (kind.isEnum() && way == Way.NO_SUCH_CHOICE) {
            wrong(row, key, "astrology", path + ":choice", expected);
        }
    }

    private static void wrong(ObjectNode row, String key, String value, String refusal, List<String> expected) {
        row.put(key, value);
        expected.add(refusal);
    }
}
