package fairway.process.doors;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Passwords that Fairway keeps, as PBKDF2 with HMAC-SHA-512: whoever has stolen the table tries few of them in a second. The rounds stand beside each
 * hash, so that a later setting leaves former passwords good.
 */
class SlowHash implements PasswordEncryptor {

    private static final String NAME = "PBKDF2";
    private static final String PREFIX = "{" + NAME + "}";
    private static final int SALT = 16;
    private static final char BESIDE = '$';

    private final int rounds;

    /** @param rounds of a new hash */
    SlowHash(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String encrypt(String password) {
        return rounds + String.valueOf(BESIDE) + with(rounds).encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        int beside = encrypted.indexOf(BESIDE);
        return beside > 0 && with(Integer.parseInt(encrypted.substring(0, beside))).matches(password, encrypted.substring(beside + 1));
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether this is the password that the user has, as the database keeps it: behind the name of the way, of the password and the user's salt together. */
    boolean isOf(String password, UserEntity user) {
        return check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword().substring(PREFIX.length()));
    }

    /** Whether a password as the database has it was kept this way. */
    static boolean isKeptSo(String stored) {
        return stored.startsWith(PREFIX);
    }

    private static Pbkdf2PasswordEncoder with(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
    }
}
