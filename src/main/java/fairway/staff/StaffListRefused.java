package fairway.staff;

import java.util.List;

/** A staff list was not imported; nothing of it was. The exception's own message holds no text of the list. */
public class StaffListRefused extends RuntimeException {

    private final transient List<StaffListProblem> problems;

    StaffListRefused(List<StaffListProblem> problems) {
        super("staff list refused: " + problems.size() + " problems");
        this.problems = List.copyOf(problems);
    }

    StaffListRefused(String message) {
        this(List.of(new StaffListProblem(0, "", message)));
    }

    /** All that is wrong, in the order of the file. */
    public List<StaffListProblem> problems() {
        return problems;
    }
}
