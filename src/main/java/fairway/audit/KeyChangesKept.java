package fairway.audit;

import fairway.access.AccessLog;
import fairway.access.CommandLine;
import fairway.secrecy.KeyChanges;
import org.springframework.stereotype.Component;

/** Changes of the keys to texts about health are kept, with the numbers of the keys and whoever made them at the command line. */
@Component
class KeyChangesKept implements KeyChanges {

    private final AccessLog log;

    KeyChangesKept(AccessLog log) {
        this.log = log;
    }

    @Override
    public void beforeThe(String what, String keys) {
        log.done("health-keys-" + what, "keys " + keys, CommandLine.user());
    }
}
