package fairway.staff;

import java.util.Set;

/**
 * A staff list was applied, or people's last day has passed; published in the transaction that changed it. All are staff numbers.
 *
 * @param joined         on the list for the first time, or again
 * @param left           past their last day, or no longer on the list
 * @param changedManager those whose line manager is another one now
 * @param changedSignIn  those whose user id was given, changed or taken away
 * @param moved          those whose division, job title or band is another one now
 * @param changedHr      those who advise other divisions as HR now, or none any more, and those who came to stand above HR or no longer do
 */
public record StaffChanged(Set<String> joined, Set<String> left, Set<String> changedManager, Set<String> changedSignIn, Set<String> moved,
                           Set<String> changedHr) {

    public StaffChanged {
        joined = Set.copyOf(joined);
        left = Set.copyOf(left);
        changedManager = Set.copyOf(changedManager);
        changedSignIn = Set.copyOf(changedSignIn);
        moved = Set.copyOf(moved);
        changedHr = Set.copyOf(changedHr);
    }
}
