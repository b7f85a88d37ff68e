package fairway.staff;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Many rows as one parameter of one statement ({@code json_to_recordset}): a round trip for each of 30,000 takes several times as long. */
final class JsonRows {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private JsonRows() {
    }

    /** @param rows records of texts, numbers, dates, times and booleans */
    static String of(List<? extends Record> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("such rows can be written", e);
        }
    }
}
