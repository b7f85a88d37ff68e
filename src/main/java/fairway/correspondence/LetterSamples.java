package fairway.correspondence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Made-up letters of each kind, kept beside the templates ({@code letters/samples/<kind>.json}): full ones and bare ones. A template is tried with them before it is used. */
final class LetterSamples {

    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private LetterSamples() {
    }

    static List<Letter> of(String kind) {
        Class<?> type = Arrays.stream(Letter.class.getPermittedSubclasses()).filter(letter -> kindOf(letter).equals(kind)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no letter is a " + kind));
        try (InputStream file = LetterSamples.class.getClassLoader().getResourceAsStream("letters/samples/" + kind + ".json")) {
            if (file == null) {
                throw new IllegalStateException("no sample of " + kind);
            }
            return JSON.readValue(file, JSON.getTypeFactory().constructCollectionType(List.class, type));
        } catch (IOException e) {
            throw new UncheckedIOException(kind, e);
        }
    }

    /** As {@link Letter#kind()} of every letter of the type. */
    static String kindOf(Class<?> letter) {
        String name = letter.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
