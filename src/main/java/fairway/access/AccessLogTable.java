package fairway.access;

import java.time.Clock;
import java.time.OffsetDateTime;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The access log as rows of {@code access_log}, which the database lets nobody change or remove. */
@Component
class AccessLogTable implements AccessLog {

    private static final int LONGEST_SUBJECT = 400;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    AccessLogTable(JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void read(Kind kind, String key, String userId) {
        together("read", kind.name(), key, userId);
    }

    @Override
    public void refused(String what, String key, String userId) {
        ownTransaction.executeWithoutResult(transaction -> write("refused", what, key, userId));
    }

    @Override
    public void done(String what, String key, String userId) {
        together("done", what, key, userId);
    }

    /** In the transaction of what is done, so that both are kept or neither; in one of its own beside a transaction that only reads. */
    private void together(String outcome, String what, String key, String userId) {
        if (TransactionSynchronizationManager.isActualTransactionActive() && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            write(outcome, what, key, userId);
        } else {
            ownTransaction.executeWithoutResult(transaction -> write(outcome, what, key, userId));
        }
    }

    private void write(String outcome, String what, String key, String userId) {
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id, address) values (?, ?, ?, ?, ?, ?)",
                OffsetDateTime.now(clock), outcome, shortened(what, 80), shortened(key, LONGEST_SUBJECT), shortened(userId, 255), address());
    }

    private static String address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return shortened(request.getRemoteAddr(), 64);
        }
        return null;
    }

    private static String shortened(String text, int most) {
        if (text == null) {
            return null;
        }
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= most ? printable : printable.substring(0, most - 1) + "…";
    }
}
