package fairway.records;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the process engine keeps, and how it forgets. Implemented by the module that knows the engine. */
public interface EngineRecords {

    /**
     * Ends what still runs under this business key, and forgets it with everything that ran under it, history and timers included.
     *
     * @return ids of the tasks that were open
     */
    Set<String> erase(String businessKey);

    /** Forgets what ran under this business key and ended before that day. @return how many runs */
    int eraseFinished(String businessKey, LocalDate before);

    /** Business keys of lines with runs that ended before that day, and how many. */
    Map<String, Integer> finishedOfLines(LocalDate before);

    /** Ids of the open tasks under this business key. */
    Set<String> tasksOf(String businessKey);

    /** Name and day of every step that this user did between these moments (London time), latest first; none for null. */
    List<String> stepsOf(String userId, LocalDateTime from, LocalDateTime until);

    /** Forgets a user with their groups and rights, whatever letters the name is written in; the last administrator stays. @return whether they are gone */
    boolean forgetUser(String userId);

    /** The user's account as the engine keeps it; empty for null, and where it keeps none. */
    Optional<Account> accountOf(String userId);

    /**
     * An account.
     *
     * @param email null where none is kept
     */
    record Account(String userId, String name, String email, List<String> groups) {
    }

    /** Business keys of those of these tasks that are open. */
    Map<String, String> businessKeysOf(Collection<String> taskIds);
}
