package fairway.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains what was written to the access log since it last looked. Writers add their rows without waiting for anybody; one sealer at a time, over all
 * nodes, puts them into the chain in the order in which it comes upon them.
 */
@Component
class Sealer {

    private static final long ONE_AT_A_TIME = 4_711_300_300L;
    private static final int AT_ONCE = 500;

    private final Chain chain;
    private final JdbcTemplate jdbc;
    private final AuditSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sealer(Chain chain, JdbcTemplate jdbc, AuditSettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.chain = chain;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return how many rows were sealed; none, too, while somebody else is sealing */
    int seal() {
        Instant allSealed = chain.allSealedAt();
        int all = 0;
        int sealed = AT_ONCE;
        while (sealed == AT_ONCE) {
            sealed = transaction.execute(status -> sealSome(allSealed));
            all += sealed;
        }
        return all;
    }

    private int sealSome(Instant allSealed) {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, ONE_AT_A_TIME))) {
            return 0;
        }
        Link last = chain.last().orElse(Link.beginning());
        Instant now = notBefore(last.sealedAt());
        List<LogRow> waiting = chain.waiting(allSealed, AT_ONCE);
        if (waiting.isEmpty()) {
            if (!now.isBefore(last.sealedAt().plus(settings.signOfLife()))) {
                chain.add(List.of(last.next(null, now, true)));
            }
            return 0;
        }
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            last = last.next(waiting.get(i), now, waiting.size() < AT_ONCE && i == waiting.size() - 1);
            links.add(last);
        }
        chain.add(links);
        return waiting.size();
    }

    /** The clocks of two nodes may differ a little. */
    private Instant notBefore(Instant last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(last) ? last : now;
    }
}
