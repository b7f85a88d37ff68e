package fairway.process.doors;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Things that nobody should send: the same ones again from the same seed. */
final class Garbage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of("", " ", "x", "0", "-1", "true", "null", "\u0000", "\u0007", "\ud800", "\ud83d\ude00", "\u202e\u0627", "a\r\nBcc: x@y.example", "';drop table delivery;--",
            "${1+1}", "#{7*7}", "{{x}}", "<script>alert(1)</script>", "../../../../etc/passwd", "%00", "%s%n", "=cmd|' /C calc'!A0", "99999999999999999999", "1e400", "NaN", "PC-2026-000001",
            "L-1", "10005", "teamleader", "hr", "2026-02-30", "2026-10-05", "+999999999-12-31", "-999999999-01-01", "2026-10-05T25:00", "2026-10-05T10:00", "0000-00-00", "P7D", "P99999999999D",
            "held", "stage1", "refer", "*", "_", "%", "\\", "\"", "{\"a\":1}", "0xFFFFFFFF", "Ω≈ç√", "a".repeat(10_001), "\ufeff", "9223372036854775808", "jdbc:postgresql://x/y", "java.lang.Runtime");

    private final Random random;

    Garbage(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String text() {
        if (random.nextInt(4) > 0) {
            return one(TEXTS);
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.appendCodePoint(random.nextInt(10) == 0 ? random.nextInt(0x2FFF) : 32 + random.nextInt(95));
        }
        return text.toString();
    }

    /** Any JSON at all. */
    JsonNode json(int depth) {
        return switch (random.nextInt(depth > 3 ? 7 : 9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(new java.math.BigDecimal(random.nextLong()).scaleByPowerOfTen(random.nextInt(60) - 30));
            case 4, 5, 6 -> new TextNode(text());
            case 7 -> {
                ArrayNode list = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(json(depth + 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = JSON.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(random.nextBoolean() ? "submission" : text(), json(depth + 1));
                }
                yield object;
            }
        };
    }

    /** A submission of that form: most of it what the form asks for, some of it not. */
    String submission(Class<?> form) {
        if (random.nextInt(20) == 0) {
            return one(List.of("", "null", "[]", "1", "\"x\"", "{", "{\"a\":1,\"a\":2}", "{}}", "[".repeat(3_000), "{\"x\":" + "[".repeat(900) + "]".repeat(900) + "}", "{\"x\":1e99999}", json(0).toString()));
        }
        String whole = row(form, 0).toString();
        return random.nextInt(25) > 0 ? whole : damaged(whole);
    }

    /** One that cannot be taken, whatever else is in it. */
    String refused(Class<?> form) {
        ObjectNode row = row(form, 0);
        row.set("surprise", json(0));
        return random.nextInt(10) > 0 ? row.toString() : "{" + row;
    }

    /** A byte lost, doubled or changed somewhere. */
    String damaged(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(9)));
            case 2 -> text.substring(0, at) + text() + text.substring(at);
            default -> text.substring(0, at) + (char) (1 + random.nextInt(300)) + text.substring(at + 1);
        };
    }

    byte[] damaged(byte[] bytes) {
        byte[] damaged = damaged(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        if (damaged.length > 0 && random.nextBoolean()) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private ObjectNode row(Class<?> type, int depth) {
        ObjectNode row = JSON.objectNode();
        for (RecordComponent key : type.getRecordComponents()) {
            if (random.nextInt(5) > 0) {
                row.set(key.getName(), random.nextInt(6) == 0 ? json(depth) : value(key.getGenericType(), depth));
            }
        }
        if (random.nextInt(12) == 0) {
            row.set(text(), json(depth));
        }
        return row;
    }

    private JsonNode value(Type type, int depth) {
        if (type instanceof ParameterizedType list) {
            ArrayNode rows = JSON.arrayNode();
            for (int i = random.nextInt(20) == 0 ? 250 : random.nextInt(4); i > 0; i--) {
                rows.add(value(list.getActualTypeArguments()[0], depth + 1));
            }
            return rows;
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isRecord()) {
            return row(kind, depth + 1);
        }
        if (kind.isEnum()) {
            return new TextNode(((Enum<?>) one(List.of(kind.getEnumConstants()))).name());
        }
        if (kind == LocalDate.class) {
            return new TextNode(LocalDate.of(2026, 10, 5).plusDays(random.nextInt(400) - 200).toString());
        }
        if (kind == LocalDateTime.class) {
            return new TextNode(LocalDate.of(2026, 10, 5).plusDays(random.nextInt(400) - 200) + "T10:00");
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return JSON.booleanNode(random.nextBoolean());
        }
        return kind == String.class ? new TextNode(text()) : JSON.numberNode(random.nextInt(200) - 50);
    }
}
