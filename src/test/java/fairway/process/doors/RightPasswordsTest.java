package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

/** A password that was right a moment ago is not tried out again; one that was wrong is, and so is every other. */
class RightPasswordsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger tried = new AtomicInteger();
    private final RightPasswords remembered = new RightPasswords(now::get);

    private boolean isRight(String user, String password, String stored) {
        return remembered.isRight(user, password, stored, () -> {
            tried.incrementAndGet();
            return password.equals("right");
        });
    }

    @Test
    void theSameIsTriedOnceInFiveMinutes() {
        assertThat(isRight("hr", "right", "hash")).isTrue();
        assertThat(isRight("hr", "right", "hash")).isTrue();
        assertThat(tried).hasValue(1);
        now.addAndGet(RightPasswords.REMEMBERED.toNanos());
        assertThat(isRight("hr", "right", "hash")).isTrue();
        assertThat(tried).hasValue(2);
    }

    @Test
    void whateverDiffersIsTried() {
        assertThat(isRight("hr", "right", "hash")).isTrue();
        assertThat(isRight("hr2", "right", "hash")).isTrue();
        assertThat(isRight("hr", "right", "another hash")).as("the password was changed").isTrue();
        assertThat(isRight("hrr", "ight", "hash")).isFalse();
        assertThat(isRight("hr", "wrong", "hash")).isFalse();
        assertThat(isRight("hr", "wrong", "hash")).isFalse();
        assertThat(tried).hasValue(6);
    }

    @Test
    void itDoesNotGrowWithoutEnd() {
        for (int user = 0; user < 1_001; user++) {
            isRight("user" + user, "right", "hash");
        }
        isRight("user0", "right", "hash");
        assertThat(tried).as("the first was forgotten").hasValue(1_002);
    }
}
