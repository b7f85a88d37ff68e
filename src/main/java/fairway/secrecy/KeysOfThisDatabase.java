package fairway.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Before the first request is answered: the keys must be those with which this database was sealed, so that nothing is ever sealed with the wrong
 * ones. A new database takes the keys that it is given first.
 */
@Component
class KeysOfThisDatabase implements SmartInitializingSingleton {

    /** What names the one row. */
    static final String ROW = "proof";
    private static final byte[] PROOF = "Fairway".getBytes(StandardCharsets.UTF_8);

    private final JdbcTemplate jdbc;
    private final Seal seal;
    private final KeysetSettings settings;

    KeysOfThisDatabase(JdbcTemplate jdbc, Seal seal, KeysetSettings settings) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.settings = settings;
    }

    /** @throws KeysetRefused when they are not */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.update("insert into sealed_with (id, proof) values (1, ?) on conflict do nothing", (Object) seal.sealBytes(SealedColumn.PROOF, ROW, PROOF));
        List<byte[]> proof = jdbc.queryForList("select proof from sealed_with", byte[].class);
        try {
            proof.forEach(sealed -> seal.openBytes(SealedColumn.PROOF, ROW, sealed));
        } catch (CannotOpen notTheirs) {
            throw new KeysetRefused(settings.isFile() ? KeysetSettings.FILE : KeysetSettings.CONTENT,
                    "it holds keys " + Keyset.inWords(seal.keys().ids()) + ", and the texts of this database are sealed with key "
                            + Integer.toUnsignedString(Keyset.keyOf(proof.get(0))));
        }
    }
}
