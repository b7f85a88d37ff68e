package fairway.secrecy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/**
 * Keys to health texts: AES-256 in Galois/Counter mode, one of them the primary, with which everything new is sealed; the others still open what
 * was sealed with them. Each sealed text begins with the number of its key.
 */
final class Keyset {

    /** Bytes before the sealed text itself: a mark, and the number of the key. */
    static final int PREFIX = 5;
    private static final byte MARK = 1;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final KeysetHandle keys;
    private final Aead cipher;

    private Keyset(KeysetHandle keys) throws GeneralSecurityException {
        for (int i = 0; i < keys.size(); i++) {
            if (!(keys.getAt(i).getKey() instanceof AesGcmKey key) || !key.getParameters().equals(PredefinedAeadParameters.AES256_GCM)
                    || keys.getAt(i).getStatus() != KeyStatus.ENABLED) {
                throw new GeneralSecurityException("not an AES-256-GCM key of Fairway");
            }
        }
        this.keys = keys;
        this.cipher = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** One new key. */
    static Keyset create() {
        try {
            return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when it is no keyset of Fairway */
    static Keyset parse(String content) throws GeneralSecurityException {
        return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(content, InsecureSecretKeyAccess.get()));
    }

    /** The keys themselves, in one line: whoever has this reads everything. */
    String content() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()).replaceAll("\\s", "");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with one more key, which is the primary from now on. */
    Keyset rotated() {
        try {
            return new Keyset(KeysetHandle.newBuilder(keys)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary()).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same without the keys that are not among these; the primary always stays. */
    Keyset reducedTo(Set<Integer> needed) {
        try {
            KeysetHandle.Builder fewer = KeysetHandle.newBuilder();
            for (int i = 0; i < keys.size(); i++) {
                KeysetHandle.Entry key = keys.getAt(i);
                if (key.isPrimary() || needed.contains(key.getId())) {
                    KeysetHandle.Builder.Entry kept = KeysetHandle.importKey(key.getKey()).withFixedId(key.getId());
                    fewer.addEntry(key.isPrimary() ? kept.makePrimary() : kept);
                }
            }
            return new Keyset(fewer.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(byte[] plain, byte[] place) {
        try {
            return cipher.encrypt(plain, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when it was sealed with another key, for another place, or was changed */
    byte[] open(byte[] sealed, byte[] place) throws GeneralSecurityException {
        return cipher.decrypt(sealed, place);
    }

    /** Number of the key with which new texts are sealed. */
    int primary() {
        return keys.getPrimary().getId();
    }

    /** What everything sealed with the primary key begins with. */
    byte[] primaryPrefix() {
        return ByteBuffer.allocate(PREFIX).put(MARK).putInt(primary()).array();
    }

    boolean holds(int key) {
        return ids().contains(key);
    }

    Set<Integer> ids() {
        Set<Integer> ids = new TreeSet<>();
        for (int i = 0; i < keys.size(); i++) {
            ids.add(keys.getAt(i).getId());
        }
        return ids;
    }

    boolean sharesAKeyWith(Keyset other) {
        return ids().stream().anyMatch(other::holds);
    }

    /** Number of the key that a text was sealed with. */
    static int keyOf(byte[] sealed) {
        return ByteBuffer.wrap(sealed, 1, PREFIX - 1).getInt();
    }

    /** Numbers of keys as people read them. */
    static String inWords(Set<Integer> ids) {
        List<String> words = new ArrayList<>();
        ids.forEach(id -> words.add(Integer.toUnsignedString(id)));
        return String.join(", ", words);
    }

    boolean sameAs(Keyset other) {
        return other != null && Arrays.equals(primaryPrefix(), other.primaryPrefix()) && ids().equals(other.ids());
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "Keyset[" + inWords(ids()) + "]";
    }
}
