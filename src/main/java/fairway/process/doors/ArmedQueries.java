package fairway.process.doors;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Stands before every command of the engine: no query runs an expression that somebody sent, in whatever bracket it hides. */
class ArmedQueries extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            HarmlessExpressions.arm(query);
        }
        return next.execute(command);
    }
}
