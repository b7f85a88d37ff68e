package fairway.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

import fairway.access.AccessLog;
import fairway.trust.TrustSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long each kind is kept now, and whether the Trust's HR has reviewed exactly that. */
@Component
public class RetentionSchedule {

    private final RetentionSettings settings;
    private final TrustSettings trust;
    private final JdbcTemplate jdbc;
    private final AccessLog log;
    private final Clock clock;

    RetentionSchedule(RetentionSettings settings, TrustSettings trust, JdbcTemplate jdbc, AccessLog log, Clock clock) {
        this.settings = settings;
        this.trust = trust;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** Who reviewed the schedule, and when (London time). */
    record Review(String by, LocalDateTime at) {
    }

    /** @throws IllegalArgumentException for a kind that is not erased */
    public Period of(RecordKind kind) {
        return switch (kind) {
            case WENT_NO_FURTHER -> settings.wentNoFurther();
            case CLOSED_CASE -> settings.closedCase();
            case REFERRED_CASE -> settings.referredCase();
            case HEALTH -> settings.health();
            case LINKS -> trust.linkPeriod();
            case ONE_TO_ONES -> settings.oneToOnes();
            case ONE_TO_ONE_STEPS -> settings.oneToOneSteps();
            case DRAFTS -> settings.drafts();
            case ABSENCES -> settings.absences();
            case SUBJECT_ACCESS_ANSWERS -> settings.subjectAccessAnswers();
            case SUBJECT_ACCESS -> settings.subjectAccess();
            case STAFF -> settings.staff();
            case WAITING_LISTS -> settings.waitingLists();
            case APPLIED_LISTS -> settings.appliedLists();
            case ACCESS_LOG -> throw new IllegalArgumentException("no period: entries of the access log are not erased");
            case RUNS -> settings.runs();
        };
    }

    /** The rule as a run keeps it, e.g. {@code Closed case: 6 years from the end of the case}. */
    public String rule(RecordKind kind) {
        return kind.label() + ": " + inWords(of(kind)) + " from " + kind.countedFrom().split("[;:]")[0];
    }

    /** E.g. {@code 1 year 6 months}. */
    static String inWords(Period period) {
        String words = counted(period.getYears(), "year") + counted(period.getMonths(), "month") + counted(period.getDays(), "day");
        return words.isEmpty() ? "0 days" : words.strip();
    }

    private static String counted(int number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? " " : "s ");
    }

    /** The review of the schedule as it is now; empty while nobody has, or when a period has changed since. */
    Optional<Review> review() {
        return jdbc.query("select reviewed_by, reviewed_at from retention_review where schedule = ?",
                (row, n) -> new Review(row.getString(1), row.getTimestamp(2).toLocalDateTime()), fingerprint()).stream().findFirst();
    }

    public boolean isReviewed() {
        return review().isPresent();
    }

    /**
     * HR has reviewed the schedule that was shown: from here on it may erase.
     *
     * @param shown its {@link #fingerprint()}
     * @return false when another schedule holds by now; nothing is confirmed then
     */
    @Transactional
    public boolean reviewed(String shown, String userId) {
        if (!shown.equals(fingerprint())) {
            return false;
        }
        jdbc.update("insert into retention_review (schedule, reviewed_by, reviewed_at) values (?, ?, ?) on conflict do nothing", fingerprint(), userId, LocalDateTime.now(clock));
        log.done("retention-reviewed", "retention", userId);
        return true;
    }

    /** Stands for all periods as they are now. */
    public String fingerprint() {
        String all = Arrays.stream(RecordKind.values()).filter(RecordKind::isErased).map(kind -> kind.id() + " " + of(kind)).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
