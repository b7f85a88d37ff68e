package fairway.records;

import fairway.correspondence.RequestReaders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The answer to a request is read by HR of the whole Trust, unless they are in conflict with it. */
@Component
class ReadersOfRequests implements RequestReaders {

    private final ObjectProvider<SubjectAccess> requests;
    private final HrOfTheTrust hr;

    ReadersOfRequests(ObjectProvider<SubjectAccess> requests, HrOfTheTrust hr) {
        this.requests = requests;
        this.hr = hr;
    }

    @Override
    public boolean mayRead(String number, String userId) {
        return hr.isSignedIn() && hr.is(userId) && requests.getObject().find(number).filter(request -> !requests.getObject().isInConflict(userId, request.staffNumber())).isPresent();
    }
}
