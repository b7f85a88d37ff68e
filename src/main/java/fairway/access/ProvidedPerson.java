package fairway.access;

import java.util.Set;

/**
 * Somebody as the Trust's OpenID provider or directory knows them.
 *
 * @param provider  which one; another one may give the same user name to the same person anew
 * @param subject   who they are there, whatever becomes of their names
 * @param userName  user name, the one of the staff list
 * @param firstName null if it is not told
 * @param lastName  null if it is not told
 * @param mail      null if it is not told
 * @param groups    the groups they are in now
 */
public record ProvidedPerson(String provider, String subject, String userName, String firstName, String lastName, String mail, Set<String> groups) {

    public ProvidedPerson {
        groups = Set.copyOf(groups);
    }
}
