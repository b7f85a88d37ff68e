package fairway.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A staff list in which nothing is wrong. */
record StaffList(List<StaffRow> rows, String encoding) {

    /** @throws StaffListRefused naming everything that is wrong, by line and column */
    static StaffList read(byte[] content) {
        StaffListText text = StaffListText.of(content);
        List<StaffListProblem> problems = new ArrayList<>();
        List<StaffRow> rows = StaffListReader.read(text.text(), problems);
        StaffListCheck.check(rows, !problems.isEmpty(), problems);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingLong(StaffListProblem::line));
            throw new StaffListRefused(problems);
        }
        return new StaffList(rows, text.encoding());
    }

    /** What is possible but worth a look. */
    List<String> notices(LocalDate today) {
        Map<String, StaffRow> byNumber = rows.stream().collect(Collectors.toMap(StaffRow::staffNumber, Function.identity()));
        List<String> notices = new ArrayList<>();
        if (encoding.equals("Windows-1252")) {
            notices.add("The file is not in UTF-8 and was read as Windows-1252. Look whether names with accents are right.");
        }
        count(notices, rows.stream().filter(r -> !r.hasLeft(today) && r.managerStaffNumber() == null && !r.band().equals("VSM")).toList(),
                "no manager, and so no one-to-ones");
        count(notices, rows.stream().filter(r -> !r.hasLeft(today) && r.managerStaffNumber() != null && byNumber.get(r.managerStaffNumber()).hasLeft(today)).toList(),
                "a manager who has left, and so no one-to-ones until a new one is named");
        count(notices, rows.stream().filter(r -> !r.hasLeft(today) && !r.hrDivisions().isEmpty() && r.userId() == null).toList(),
                "HR divisions but no sign-in, and cannot act for HR");
        return notices;
    }

    private static void count(List<String> notices, List<StaffRow> people, String what) {
        if (!people.isEmpty()) {
            String shown = people.stream().limit(5).map(p -> p.fullName() + " (" + p.staffNumber() + ")").collect(Collectors.joining(", "));
            notices.add((people.size() == 1 ? "One person has " : people.size() + " people have ") + what + ": " + shown + (people.size() > 5 ? ", …" : "") + ".");
        }
    }
}
