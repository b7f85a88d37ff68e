package fairway.process.doors;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Stands before every command of the engine: no query that is sent carries an expression, in whatever bracket it
 * hides. (The engine itself looks at the outermost alone.)
 */
class PlainQueries extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            HarmlessExpressions.refuseAny(query);
        }
        return next.execute(command);
    }
}
