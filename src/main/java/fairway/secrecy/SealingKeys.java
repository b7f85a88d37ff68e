package fairway.secrecy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import com.google.crypto.tink.subtle.AesGcmJce;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The keys of single cases and documents (AES-256-GCM), one row each of {@code sealing_key}, sealed themselves with the keyset from outside of the
 * database. They are written in the transaction of the first text that they seal. Who deletes one has destroyed every text that was sealed with it, in
 * every copy of the database that the row is no part of.
 */
@Component
class SealingKeys {

    /** What a text begins with that is sealed with a key of this kind. */
    static final byte MARK = 2;
    /** The same, with the name of the key after it: length and letters. */
    static final byte NAMED = 3;
    private static final int BYTES = 32;

    private final JdbcTemplate jdbc;
    private final Keyring keys;
    private final SecureRandom random = new SecureRandom();

    /** With the data source itself: templates wait for the migrations, one of which seals. */
    SealingKeys(DataSource database, Keyring keys) {
        this.jdbc = new JdbcTemplate(database);
        this.keys = keys;
    }

    /** The key of this name, made now where there is none. @throws GeneralSecurityException when it cannot be opened with the keys that Fairway has now */
    AesGcmJce of(String name) throws GeneralSecurityException {
        Optional<AesGcmJce> known = find(name);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] made = new byte[BYTES];
        random.nextBytes(made);
        jdbc.update("insert into sealing_key (name, wrapped) values (?, ?) on conflict do nothing", name, keys.current().seal(made, place(name)));
        return find(name).orElseThrow();
    }

    /** Empty when there is none, or none any more. */
    Optional<AesGcmJce> find(String name) throws GeneralSecurityException {
        List<byte[]> wrapped = jdbc.queryForList("select wrapped from sealing_key where name = ?", byte[].class, name);
        return wrapped.isEmpty() ? Optional.empty() : Optional.of(new AesGcmJce(open(name, wrapped.get(0))));
    }

    private byte[] open(String name, byte[] wrapped) throws GeneralSecurityException {
        Keyset current = keys.current();
        if (!current.holds(Keyset.keyOf(wrapped))) {
            throw new NotHeld();
        }
        return current.open(wrapped, place(name));
    }

    private static byte[] place(String name) {
        return SealedColumn.OWN_KEY.place(name).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The key is sealed with a key of the keyset that Fairway does not have now. */
    static final class NotHeld extends GeneralSecurityException {

        private static final long serialVersionUID = 1L;
    }
}
