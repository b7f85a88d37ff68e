package fairway.secrecy;

import java.util.Arrays;
import java.util.Objects;

/** A text as it is kept in the database: encrypted. Only {@link Seal} makes and opens it. */
public final class SealedText {

    private final byte[] bytes;

    private SealedText(byte[] bytes) {
        this.bytes = bytes;
    }

    static SealedText of(byte[] bytes) {
        return new SealedText(Objects.requireNonNull(bytes).clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedText that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "[sealed]";
    }
}
