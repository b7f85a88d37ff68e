package fairway.access;

import java.util.Set;

/**
 * Who stands where in a case now. People are staff numbers, {@code conflicted} are user ids. A conflict holds for the person and for the sign-in.
 *
 * @param caseNumber e.g. {@code PC-2026-000123}
 * @param colleague  whose performance it is about
 * @param manager    who owns the case now
 * @param deputy     who stands in for the manager today; null when nobody does
 * @param adviser    the HR adviser; null before there is one
 * @param division   whose HR the case belongs to
 * @param takingPart reviewer, those who arrange support, attendees: see what their step needs, not the case file
 * @param conflicted users with a declared conflict of interest
 * @param conflictedPeople the same as people, whatever their sign-in is by now
 */
public record Parties(String caseNumber, String colleague, String manager, String deputy, String adviser, String division,
                      Set<String> takingPart, Set<String> conflicted, Set<String> conflictedPeople) {

    public Parties {
        takingPart = Set.copyOf(takingPart);
        conflicted = Set.copyOf(conflicted);
        conflictedPeople = Set.copyOf(conflictedPeople);
    }
}
