package fairway.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import fairway.access.HrLabels;

/** What the rows of a staff list say about each other: nobody twice, every manager on the list, nobody below themselves, divisions that exist. */
final class StaffListCheck {

    private final List<StaffRow> rows;
    private final List<StaffListProblem> problems;
    private final Map<String, StaffRow> byNumber = new LinkedHashMap<>();

    private StaffListCheck(List<StaffRow> rows, List<StaffListProblem> problems) {
        this.rows = rows;
        this.problems = problems;
    }

    /**
     * @param rowsWereLeftOut whether rows with wrong values are missing: then a manager who is not found may be one of them and is not reported
     */
    static void check(List<StaffRow> rows, boolean rowsWereLeftOut, List<StaffListProblem> problems) {
        StaffListCheck check = new StaffListCheck(rows, problems);
        check.nobodyStandsTwice();
        check.whoSignsInHasMail();
        check.managersExist(rowsWereLeftOut);
        check.nobodyIsBelowThemselves();
        check.hrDivisionsExist(rowsWereLeftOut);
        check.divisionsAreToldApart();
    }

    private void nobodyStandsTwice() {
        unique(StaffColumn.STAFF_NUMBER, StaffRow::staffNumber, "This staff number");
        unique(StaffColumn.EMAIL, StaffRow::email, "This e-mail address");
        unique(StaffColumn.USER_ID, StaffRow::userId, "This user id");
        rows.forEach(row -> byNumber.putIfAbsent(row.staffNumber(), row));
    }

    private void unique(StaffColumn column, Function<StaffRow, String> value, String what) {
        Map<String, StaffRow> first = new HashMap<>();
        for (StaffRow row : rows) {
            String key = value.apply(row);
            StaffRow other = key == null ? null : first.putIfAbsent(key.toLowerCase(Locale.ROOT), row);
            if (other != null) {
                problems.add(new StaffListProblem(row.line(), column.title(), what + " stands in line " + other.line() + " already. It can be one person's only."));
            }
        }
    }

    /** Others may be without: what is written to them is printed and handed over. */
    private void whoSignsInHasMail() {
        rows.stream().filter(row -> row.email() == null && row.userId() != null)
                .forEach(row -> problem(row, StaffColumn.EMAIL, "Whoever signs in needs an e-mail address. Fill it in, or leave the user id empty."));
    }

    private void managersExist(boolean rowsWereLeftOut) {
        for (StaffRow row : rows) {
            String manager = row.managerStaffNumber();
            if (manager == null) {
                continue;
            }
            if (manager.equals(row.staffNumber())) {
                problem(row, StaffColumn.MANAGER_STAFF_NUMBER, "Nobody is their own manager. Name somebody else, or leave this empty.");
            } else if (!byNumber.containsKey(manager) && !rowsWereLeftOut) {
                problem(row, StaffColumn.MANAGER_STAFF_NUMBER, "The manager " + StaffColumn.shortened(manager) + " is not on this list. Name somebody who is, or leave this empty.");
            }
        }
    }

    private void nobodyIsBelowThemselves() {
        Set<String> cleared = new HashSet<>();
        for (StaffRow start : rows) {
            List<String> path = new ArrayList<>();
            Set<String> onPath = new HashSet<>();
            String at = start.staffNumber();
            while (at != null && byNumber.containsKey(at) && !cleared.contains(at) && onPath.add(at)) {
                path.add(at);
                at = byNumber.get(at).managerStaffNumber();
            }
            if (at != null && onPath.contains(at)) {
                List<String> circle = path.subList(path.indexOf(at), path.size());
                if (circle.size() > 1) {
                    StaffRow first = circle.stream().map(byNumber::get).min(Comparator.comparingLong(StaffRow::line)).orElseThrow();
                    problem(first, StaffColumn.MANAGER_STAFF_NUMBER, "These people report to each other in a circle: " + inWords(circle) + ". Correct one of their managers.");
                }
            }
            cleared.addAll(path);
        }
    }

    private static String inWords(List<String> circle) {
        String shown = circle.stream().limit(10).collect(Collectors.joining(", "));
        return circle.size() > 10 ? shown + " and " + (circle.size() - 10) + " more" : shown;
    }

    private void hrDivisionsExist(boolean rowsWereLeftOut) {
        Set<String> divisions = rows.stream().map(StaffRow::division).collect(Collectors.toSet());
        for (StaffRow row : rows) {
            for (String division : row.hrDivisionList()) {
                if (division.equals("*")) {
                    if (row.hrDivisionList().size() > 1) {
                        problem(row, StaffColumn.HR_DIVISIONS, "* stands for all divisions. Remove the others, or the *.");
                    }
                } else if (!divisions.contains(division) && !rowsWereLeftOut) {
                    problem(row, StaffColumn.HR_DIVISIONS, "Nobody on this list is in the division “" + StaffColumn.shortened(division)
                            + "”. Write divisions as in the column division, with a semicolon between them, or * for all.");
                }
            }
        }
    }

    /** Divisions that differ in signs alone would share one queue of HR's. */
    private void divisionsAreToldApart() {
        Map<String, StaffRow> first = new HashMap<>();
        for (StaffRow row : rows) {
            StaffRow other = first.putIfAbsent(HrLabels.ofDivision(row.division()), row);
            if (other != null && !other.division().equals(row.division())) {
                problem(row, StaffColumn.DIVISION, "The divisions “" + StaffColumn.shortened(row.division()) + "” and “" + StaffColumn.shortened(other.division()) + "” (line " + other.line()
                        + ") differ in signs or capitals alone. Write both the same way.");
            }
        }
    }

    private void problem(StaffRow row, StaffColumn column, String message) {
        problems.add(new StaffListProblem(row.line(), column.title(), message));
    }
}
