package fairway.process.doors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were found right a moment ago: a program brings its own with every request, and a slow hash each time would be all that the server
 * does. Kept is a code under a key that ends with the process, never a password; with another password or hash it is another code.
 */
class RightPasswords {

    static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final String CODE = "HmacSHA256";

    private final LongSupplier nanoTime;
    private final byte[] key = new byte[32];
    private final Map<ByteBuffer, Long> right = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Long> eldest) {
            return size() > MOST;
        }
    });

    RightPasswords(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        new SecureRandom().nextBytes(key);
    }

    /** @param stored the hash that the database has of it now */
    boolean isRight(String userId, String password, String stored, BooleanSupplier check) {
        ByteBuffer code = ByteBuffer.wrap(code(userId, password, stored));
        Long until = right.get(code);
        if (until != null && until - nanoTime.getAsLong() > 0) {
            return true;
        }
        boolean found = check.getAsBoolean();
        if (found) {
            right.put(code, nanoTime.getAsLong() + REMEMBERED.toNanos());
        }
        return found;
    }

    private byte[] code(String... parts) {
        try {
            Mac mac = Mac.getInstance(CODE);
            mac.init(new SecretKeySpec(key, CODE));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(CODE + " is part of every Java", e);
        }
    }
}
