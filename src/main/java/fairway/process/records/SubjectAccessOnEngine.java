package fairway.process.records;

import fairway.process.TaskOwners;
import fairway.records.SubjectAccess;
import fairway.records.SubjectAccessProcess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a request asks of its running process, done on the engine. */
@Component
class SubjectAccessOnEngine implements SubjectAccessProcess {

    private final TaskOwners owners;
    private final ObjectProvider<SubjectAccess> requests;

    SubjectAccessOnEngine(TaskOwners owners, ObjectProvider<SubjectAccess> requests) {
        this.owners = owners;
        this.requests = requests;
    }

    @Override
    public void ownersChanged(String number) {
        owners.askAnew(number, user -> requests.getObject().isShutTo(user, number));
    }
}
