package fairway.process.forms;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import fairway.form.Refusal;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * A refusal is an answer and no fault: where the engine would log it as an error with its whole stack trace, one line of level INFO is
 * written with fields and rules. Everything else that the engine logs stays as it is.
 */
@Component
class RefusalsInTheLog {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(RefusalsInTheLog.class);

    RefusalsInTheLog() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs && logs.getTurboFilterList().stream().noneMatch(OneLine.class::isInstance)) {
            logs.addTurboFilter(new OneLine());
        }
    }

    private static final class OneLine extends TurboFilter {

        private static final String ENGINE = "org.camunda.bpm.";

        @Override
        public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
            if (format == null || !level.isGreaterOrEqual(Level.WARN) || !logger.getName().startsWith(ENGINE)) {
                return FilterReply.NEUTRAL;
            }
            Refusal refusal = refusalIn(thrown != null ? thrown : lastOf(parameters));
            if (refusal == null) {
                return FilterReply.NEUTRAL;
            }
            LOG.info("Nothing has changed: {}", refusal.getMessage());
            return FilterReply.DENY;
        }

        /** A throwable comes as the last of many parameters. */
        private static Throwable lastOf(Object[] parameters) {
            return parameters != null && parameters.length > 0 && parameters[parameters.length - 1] instanceof Throwable last ? last : null;
        }

        private static Refusal refusalIn(Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return refusal;
                }
            }
            return null;
        }
    }
}
