package fairway.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of forms, kept on the server per place and person; a place is a task's id or {@code start:<process>}. They go when the task ends. */
@Service
@Transactional
public class FormDrafts {

    /** Largest draft, in characters of JSON. */
    public static final int LARGEST = 500_000;

    /** A draft as it is given back: what was typed, and when it was saved (London time). */
    public record Draft(JsonNode data, LocalDateTime savedAt) {
    }

    private final FormDraftRows drafts;
    private final Seal seal;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    FormDrafts(FormDraftRows drafts, Seal seal, Clock clock) {
        this.drafts = drafts;
        this.seal = seal;
        this.clock = clock;
    }

    /** A draft that belongs to no case. @throws Refusal as {@link #save(String, String, String, String)} */
    public void save(String place, String userId, String body) {
        save(place, null, userId, body);
    }

    /**
     * @param number of the case or access request that it belongs to, with whose key it is sealed and destroyed; null where there is none
     * @throws Refusal when the body is no JSON object, names a key twice, or is larger than {@value #LARGEST} characters
     */
    public void save(String place, String number, String userId, String body) {
        if (body == null || body.length() > LARGEST) {
            throw new Refusal("", "tooLong", "", "This draft is too long to keep. Shorten it and save again.");
        }
        try {
            JsonNode tree = json.readTree(body);
            if (tree == null || !tree.isObject() || body.indexOf('\u0000') >= 0 || body.contains("\\u0000")) {
                throw new Refusal("", "json", "", "The draft must be a JSON object with the keys of the form.");
            }
        } catch (JsonProcessingException e) {
            throw new Refusal("", "json", "", "The draft is not valid JSON, or names a key twice.");
        }
        byte[] plain = body.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = number == null ? seal.sealBytes(SealedColumn.DRAFT, row(place, userId), plain) : seal.sealBytes(SealedColumn.DRAFT, row(place, userId), plain, number);
        drafts.keep(place, userId, sealed, LocalDateTime.now(clock));
    }

    @Transactional(readOnly = true)
    public Optional<Draft> of(String place, String userId) {
        return drafts.findByPlaceAndUserId(place, userId).map(d -> new Draft(parse(seal.open(SealedColumn.DRAFT, row(place, userId), d.body())), d.savedAt()));
    }

    public void discard(String place, String userId) {
        drafts.deleteByPlaceAndUserId(place, userId);
    }

    /** Forgets everybody's draft of a place that is no more. */
    public void forget(String place) {
        drafts.deleteByPlace(place);
    }

    private static String row(String place, String userId) {
        return place + " " + userId;
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept draft is not JSON", e);
        }
    }
}
