package fairway.process.doors;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What the body of an operation may hold. */
@FunctionalInterface
interface Body {

    /** @throws DoorRefusal when it holds anything else */
    void check(Call call);

    /** Nothing, or an empty object. */
    static Body none() {
        return call -> {
            JsonNode body = call.body();
            if (body != null && !(body.isObject() && body.isEmpty())) {
                throw body.isObject() ? DoorRefusal.notOpen(body.fieldNames().next()) : DoorRefusal.badJson("Send no body.");
            }
        };
    }

    /** An object with these keys at most, of plain values, for an operation that changes something. */
    static Body keys(String... keys) {
        Set<String> known = Set.of(keys);
        return call -> {
            for (Map.Entry<String, JsonNode> entry : fields(call)) {
                if (!known.contains(entry.getKey())) {
                    throw DoorRefusal.notOpen(entry.getKey());
                }
                if (entry.getValue().isObject() || entry.getValue().isArray() && holdsObjects(entry.getValue())) {
                    throw DoorRefusal.badValue(entry.getKey());
                }
            }
        };
    }

    /** An object of objects, each with its own keys: {@code {"profile": {…}, "credentials": {…}}}. */
    static Body parts(Map<String, Set<String>> parts) {
        return call -> {
            for (Map.Entry<String, JsonNode> part : fields(call)) {
                Set<String> known = parts.get(part.getKey());
                if (known == null) {
                    throw DoorRefusal.notOpen(part.getKey());
                }
                if (!part.getValue().isObject()) {
                    throw DoorRefusal.badValue(part.getKey());
                }
                part.getValue().fields().forEachRemaining(entry -> {
                    if (!known.contains(entry.getKey())) {
                        throw DoorRefusal.notOpen(part.getKey() + "." + entry.getKey());
                    }
                    if (entry.getValue().isContainerNode()) {
                        throw DoorRefusal.badValue(part.getKey() + "." + entry.getKey());
                    }
                });
            }
        };
    }

    /**
     * A query: these keys at most, unknown ones refused as such. Lists that must stay empty (Tasklist sends them so) are named apart.
     */
    static Body query(Set<String> keys, Set<String> empty, Set<String> sortBy) {
        return call -> {
            if (call.body() != null) {
                for (Map.Entry<String, JsonNode> entry : fields(call)) {
                    queryKey(entry.getKey(), entry.getValue(), keys, empty, sortBy);
                }
            }
        };
    }

    private static void queryKey(String key, JsonNode value, Set<String> keys, Set<String> empty, Set<String> sortBy) {
        if (key.equals("sorting")) {
            sorting(value, sortBy);
        } else if (empty.contains(key)) {
            if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
                throw DoorRefusal.notOpen(key);
            }
        } else if (!keys.contains(key)) {
            throw DoorRefusal.unknown(key);
        } else if (value.isObject() || value.isArray() && holdsObjects(value) || isNoValue(value)) {
            throw DoorRefusal.badValue(key);
        }
    }

    /** What the database does not take, and would answer with a fault. */
    private static boolean isNoValue(JsonNode value) {
        for (JsonNode one : value) {
            if (one.isNull() || isNoValue(one)) {
                return true;
            }
        }
        return value.isTextual() && value.textValue().indexOf('\0') >= 0;
    }

    private static void sorting(JsonNode sorting, Set<String> sortBy) {
        if (!sorting.isArray()) {
            throw DoorRefusal.badValue("sorting");
        }
        for (JsonNode order : sorting) {
            if (!order.isObject() || !sortBy.contains(order.path("sortBy").asText())
                    || !Set.of("asc", "desc").contains(order.path("sortOrder").asText())) {
                throw DoorRefusal.badValue("sorting");
            }
            order.fieldNames().forEachRemaining(name -> {
                if (!Set.of("sortBy", "sortOrder").contains(name)) {
                    throw DoorRefusal.unknown("sorting." + name);
                }
            });
        }
    }

    /** A form: exactly one variable, {@code submission}, of type Json, transient; beside it these keys with nothing in them. */
    static Body submission(String... emptyKeys) {
        Set<String> empty = Set.of(emptyKeys);
        return call -> {
            JsonNode body = call.body();
            if (body == null || !body.isObject()) {
                throw DoorRefusal.notASubmission("submission", SUBMIT_SO);
            }
            body.fields().forEachRemaining(entry -> {
                boolean nothing = entry.getValue().isNull() || entry.getValue().isTextual() && entry.getValue().textValue().isEmpty();
                if (!entry.getKey().equals("variables") && !(empty.contains(entry.getKey()) && nothing)) {
                    throw DoorRefusal.notOpen(entry.getKey());
                }
            });
            variables(body.path("variables"));
        };
    }

    String SUBMIT_SO = "Complete this step with its form: exactly one variable named submission, of type Json, transient.";

    private static void variables(JsonNode variables) {
        for (Iterator<String> names = variables.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals("submission")) {
                throw DoorRefusal.notASubmission(name, SUBMIT_SO);
            }
        }
        JsonNode submission = variables.path("submission");
        boolean complete = submission.isObject() && "Json".equals(submission.path("type").asText()) && submission.path("value").isValueNode()
                && submission.path("valueInfo").path("transient").asBoolean(false) && submission.path("valueInfo").path("transient").isBoolean();
        if (!complete) {
            throw DoorRefusal.notASubmission("submission", SUBMIT_SO);
        }
        submission.fieldNames().forEachRemaining(name -> {
            if (!Set.of("value", "type", "valueInfo").contains(name)) {
                throw DoorRefusal.notASubmission("submission." + name, SUBMIT_SO);
            }
        });
        if (submission.path("valueInfo").size() != 1) {
            throw DoorRefusal.notASubmission("submission.valueInfo", SUBMIT_SO);
        }
    }

    private static Iterable<Map.Entry<String, JsonNode>> fields(Call call) {
        if (call.body() == null || !call.body().isObject()) {
            throw DoorRefusal.badJson("Send a JSON object.");
        }
        return () -> call.body().fields();
    }

    private static boolean holdsObjects(JsonNode list) {
        for (JsonNode value : list) {
            if (value.isContainerNode()) {
                return true;
            }
        }
        return false;
    }
}
