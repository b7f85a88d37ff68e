package fairway.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the role as which Fairway runs could change or remove what the record holds. Triggers hold nobody who owns them. Fairway runs all the same: a
 * demonstration has one role for everything; but whoever relies on the record has to know.
 */
@Component
class OwnRights {

    private static final Logger LOG = LoggerFactory.getLogger(OwnRights.class);
    private static final String TOO_MANY = """
            select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.oid in ('access_log'::regclass, 'audit_seal'::regclass)
              and (pg_has_role(current_user, c.relowner, 'MEMBER') or pg_has_role(current_user, n.nspowner, 'MEMBER')
                or has_any_column_privilege(current_user, c.oid, 'UPDATE') or has_table_privilege(current_user, c.oid, 'DELETE, TRUNCATE, TRIGGER')))""";

    private final JdbcTemplate jdbc;

    OwnRights(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether that role, or one that it may take on, owns the record or may do more than read it and add to it. */
    boolean reachTheRecord() {
        return Boolean.TRUE.equals(jdbc.queryForObject(TOO_MANY, Boolean.class));
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (reachTheRecord()) {
            LOG.warn("The record of access and decisions is NOT SAFE: Fairway runs as the database role {}, which owns access_log or audit_seal, or may change and remove their rows. Set up two roles with "
                    + "docker/roles.sql; see \"Record of access and decisions\" in docs/operations.md", jdbc.queryForObject("select current_user::text", String.class));
        }
    }
}
