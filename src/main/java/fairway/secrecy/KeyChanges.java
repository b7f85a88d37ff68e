package fairway.secrecy;

/** Is told of every change of the keys to texts about health before it is made. What it cannot take stops the change. */
public interface KeyChanges {

    /**
     * @param what {@code rotate}, {@code reencrypt} or {@code remove-old}
     * @param keys numbers of the keys that it is about
     */
    void beforeThe(String what, String keys);
}
