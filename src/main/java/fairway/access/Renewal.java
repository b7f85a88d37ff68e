package fairway.access;

/** Asks anew, while somebody is signed in, who they are and what roles they have, where they signed in. */
interface Renewal {

    /**
     * Takes name and roles anew.
     *
     * @param proof what was kept of the sign-in or of the last time
     * @return what to keep until the next time
     * @throws SignInEnded  when the provider or directory says that this person is signed in no more
     * @throws ProviderDown when it does not answer
     */
    KeptSignIn.Proof renew(String userId, KeptSignIn.Proof proof);

    /** Whether somebody has ended this sign-in elsewhere. */
    boolean isEndedElsewhere(KeptSignIn kept);

    /** The sign-in is over where it was made. */
    class SignInEnded extends RuntimeException {

        SignInEnded(String why) {
            super(why);
        }
    }
}
