package fairway.secrecy;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys to health texts come from ({@code fairway.health.*}): a file, or its content out of the environment; one of the two. Both come
 * from outside of the database, so that the database alone tells nobody anything.
 *
 * @param keyset        path of the keyset file
 * @param keysetContent content of such a file, in one line
 */
@ConfigurationProperties("fairway.health")
public record KeysetSettings(String keyset, String keysetContent) {

    static final String FILE = "fairway.health.keyset";
    static final String CONTENT = "fairway.health.keyset-content";

    boolean isFile() {
        return given(keyset);
    }

    /** @throws KeysetRefused when neither or both are set */
    void check() {
        if (!given(keyset) && !given(keysetContent)) {
            throw new KeysetRefused(FILE, "it is missing, and so is " + CONTENT + ". Texts about health are encrypted, and without a key none can be kept or read");
        }
        if (given(keyset) && given(keysetContent)) {
            throw new KeysetRefused(FILE, CONTENT + " is set as well, and it must be clear which of the two counts");
        }
    }

    private static boolean given(String setting) {
        return setting != null && !setting.isBlank();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "KeysetSettings[" + keyset + "]";
    }
}
