package fairway.records;

import java.util.List;

/**
 * Somebody else who is named in what is kept about a person.
 *
 * @param id      staff number, or {@code name:} with the name of somebody outside the staff list
 * @param name    as people read it
 * @param role    job title, or as what they are named
 * @param words   every word that tells who they are: names, address, staff number, user id
 * @param records how many records name them
 */
record ThirdParty(String id, String name, String role, List<String> words, int records) {

    /** Whether the word is one name by itself, as "Will" or "O'Brien", and no full name, number or address. */
    static boolean isSingleName(String word) {
        return word.matches("[\\p{L}'’-]+");
    }
}
