package fairway.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

import com.google.crypto.tink.subtle.AesGcmJce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the database keeps of health and other restricted texts, and opens it again. A text is sealed for one place, a column and a row's
 * name, and opens nowhere else. All but drafts that belong to no case are sealed with the key of their case or document ({@link SealingKeys}), which can be
 * destroyed with it.
 * Null and blank texts stay null.
 */
@Component
public class Seal {

    private final Keyring keys;
    private final SealingKeys own;

    @Autowired
    Seal(Keyring keys, SealingKeys own) {
        this.keys = keys;
        this.own = own;
    }

    /** With the keyset alone, as texts were sealed before cases had keys of their own. */
    Seal(Keyring keys) {
        this(keys, null);
    }

    /** @param row the case number, or whatever names the row as {@link SealedColumn} says */
    public SealedText seal(SealedColumn column, String row, String text) {
        return text == null || text.isBlank() ? null : SealedText.of(sealBytes(column, row, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws CannotOpen when the key is missing, or it was not sealed for this place */
    public String open(SealedColumn column, String row, SealedText sealed) {
        return sealed == null ? null : new String(openBytes(column, row, sealed.bytes()), StandardCharsets.UTF_8);
    }

    public byte[] sealBytes(SealedColumn column, String row, byte[] plain) {
        if (own == null || !column.hasOwnKeys()) {
            return sealWithKeyset(column, row, plain);
        }
        try {
            byte[] sealed = own.of(row).encrypt(plain, place(column, row));
            return ByteBuffer.allocate(sealed.length + 1).put(SealingKeys.MARK).put(sealed).array();
        } catch (SealingKeys.NotHeld missing) {
            // what people write is taken all the same: it is sealed anew with the key of its case once that can be opened again
            return sealWithKeyset(column, row, plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * With the key of something else than the row: a draft is sealed with that of the case which its task belongs to. The key's name stands before what is
     * sealed, so that it opens like everything else.
     */
    public byte[] sealBytes(SealedColumn column, String row, byte[] plain, String keyOf) {
        if (own == null) {
            return sealWithKeyset(column, row, plain);
        }
        try {
            byte[] sealed = own.of(keyOf).encrypt(plain, place(column, row));
            byte[] name = keyOf.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(2 + name.length + sealed.length).put(SealingKeys.NAMED).put((byte) name.length).put(name).put(sealed).array();
        } catch (SealingKeys.NotHeld missing) {
            return sealWithKeyset(column, row, plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sealWithKeyset(SealedColumn column, String row, byte[] plain) {
        return keys.current().seal(plain, place(column, row));
    }

    /** @throws CannotOpen when the key is missing, or it was not sealed for this place */
    public byte[] openBytes(SealedColumn column, String row, byte[] sealed) {
        if (sealed.length > 0 && sealed[0] == SealingKeys.MARK) {
            return openWithOwnKey(column, row, row, Arrays.copyOfRange(sealed, 1, sealed.length));
        }
        if (sealed.length > 2 && sealed[0] == SealingKeys.NAMED && sealed.length > 2 + sealed[1]) {
            int from = 2 + sealed[1];
            return openWithOwnKey(column, row, new String(sealed, 2, sealed[1], StandardCharsets.UTF_8), Arrays.copyOfRange(sealed, from, sealed.length));
        }
        Keyset current = keys.current();
        try {
            return current.open(sealed, place(column, row));
        } catch (GeneralSecurityException e) {
            throw new CannotOpen(column, row, sealed.length > Keyset.PREFIX && !current.holds(Keyset.keyOf(sealed)));
        }
    }

    private byte[] openWithOwnKey(SealedColumn column, String row, String keyOf, byte[] sealed) {
        try {
            Optional<AesGcmJce> key = own == null ? Optional.empty() : own.find(keyOf);
            if (key.isEmpty()) {
                throw new CannotOpen(column, row, true);
            }
            return key.get().decrypt(sealed, place(column, row));
        } catch (GeneralSecurityException e) {
            throw new CannotOpen(column, row, e instanceof SealingKeys.NotHeld);
        }
    }

    Keyset keys() {
        return keys.current();
    }

    private static byte[] place(SealedColumn column, String row) {
        return column.place(row).getBytes(StandardCharsets.UTF_8);
    }
}
