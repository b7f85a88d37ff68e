package fairway.secrecy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import org.springframework.stereotype.Component;

/**
 * Encrypts what the database keeps of health and other restricted texts, and opens it again. A text is sealed for one place, a column and a row's
 * name, and opens nowhere else. Null and blank texts stay null.
 */
@Component
public class Seal {

    private final Keyring keys;

    Seal(Keyring keys) {
        this.keys = keys;
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
        return keys.current().seal(plain, place(column, row));
    }

    /** @throws CannotOpen when the key is missing, or it was not sealed for this place */
    public byte[] openBytes(SealedColumn column, String row, byte[] sealed) {
        Keyset current = keys.current();
        try {
            return current.open(sealed, place(column, row));
        } catch (GeneralSecurityException e) {
            throw new CannotOpen(column, row, sealed.length > Keyset.PREFIX && !current.holds(Keyset.keyOf(sealed)));
        }
    }

    Keyset keys() {
        return keys.current();
    }

    private static byte[] place(SealedColumn column, String row) {
        return column.place(row).getBytes(StandardCharsets.UTF_8);
    }
}
