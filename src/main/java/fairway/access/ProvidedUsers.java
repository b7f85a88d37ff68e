package fairway.access;

import java.util.Set;

/** Where users are kept whom the Trust's provider or directory knows. */
public interface ProvidedUsers {

    /**
     * The one user whom nobody is: a member of the administrators' group while people sign in elsewhere. Camunda's web applications shut themselves
     * to everybody while that group is empty.
     */
    String NOBODY = "fairway.nobody";

    /**
     * Keeps somebody with the name, these roles, and no other group.
     *
     * @param withoutPassword whether a password that this user may have had before is made useless
     */
    void provide(ProvidedPerson person, Set<Role> roles, boolean withoutPassword);
}
