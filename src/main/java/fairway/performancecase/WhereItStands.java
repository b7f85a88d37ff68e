package fairway.performancecase;

import java.time.LocalDateTime;

/**
 * One open step of a case.
 *
 * @param step   name of the step as the model calls it
 * @param owner  user id of the owner, or the queue it waits in; null if nobody's
 * @param due    when it is due (London); null if it has no due date
 * @param taskId the task in Tasklist; null where the case waits without one
 */
public record WhereItStands(String step, String owner, LocalDateTime due, String taskId) {
}
