package fairway.records;

/** What a request asks of its running process. Implemented by the module that knows the engine. */
public interface SubjectAccessProcess {

    /** Who owns the open tasks under this number is asked anew, what is to be handed over on paper included. Nothing happens where none is open. */
    void ownersChanged(String number);
}
