package fairway.access;

import java.util.Optional;

/** A directory that knows people by user name and password. */
interface Directory {

    /**
     * The user, with the roles of now, if name and password are right.
     *
     * @throws ProviderDown when the directory does not answer
     * @throws NotAdmitted  when they are right, but that person cannot come in
     */
    Optional<Identity> signIn(String userName, String password);
}
