package fairway.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.trust.InWords;

/**
 * What a staff list would change. A person may stand in several of the lists.
 *
 * @param people         people on the list
 * @param joiners        named for the first time, or again after they had left
 * @param leavers        past their last day now, or no longer named
 * @param changedManager whose line manager is another one
 * @param changedSignIn  whose user id is given, changed or taken away
 * @param movers         whose division, job title, band or site is another one
 * @param otherChanges   whose name, e-mail, dates, HR divisions or medical and dental mark is another one
 * @param notices        what is possible but worth a look
 */
public record StaffListDifference(int people, List<Change> joiners, List<Change> leavers, List<Change> changedManager, List<Change> changedSignIn,
        List<Change> movers, List<Change> otherChanges, List<String> notices) {


    /** One person and what changes, in words. */
    public record Change(String staffNumber, String name, String what) {
    }

    /** One list of changes with its heading, as people read it. */
    public record Section(String heading, List<Change> changes) {
    }

    public boolean isEmpty() {
        return sections().isEmpty();
    }

    /** The lists that are not empty. */
    public List<Section> sections() {
        return Stream.of(new Section("Joiners", joiners), new Section("Leavers", leavers), new Section("Changed managers", changedManager),
                new Section("Changed sign-ins", changedSignIn), new Section("Movers", movers), new Section("Other changes", otherChanges))
                .filter(section -> !section.changes().isEmpty()).toList();
    }

    /** How many people change in any way, joiners and leavers left out. */
    public int changedPeople() {
        return (int) Stream.of(changedManager, changedSignIn, movers, otherChanges).flatMap(List::stream).map(Change::staffNumber).distinct().count();
    }

    /** Says whether two differences are the same: a difference is applied only as it was shown. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            sections().forEach(section -> section.changes().forEach(change ->
                    digest.update((section.heading() + "\n" + change + "\n").getBytes(StandardCharsets.UTF_8))));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static StaffListDifference between(Map<String, StaffRow> before, Set<String> listedBefore, StaffList list, LocalDate today) {
        Map<String, StaffRow> after = list.rows().stream().collect(Collectors.toMap(StaffRow::staffNumber, Function.identity()));
        Changes changes = new Changes(after, today);
        for (StaffRow row : list.rows()) {
            StaffRow old = before.get(row.staffNumber());
            if (old == null || !listedBefore.contains(row.staffNumber())) {
                changes.isNamedForTheFirstTime(old, row);
            } else {
                changes.compare(old, row);
            }
        }
        before.values().stream().filter(old -> listedBefore.contains(old.staffNumber()) && !after.containsKey(old.staffNumber()))
                .sorted(java.util.Comparator.comparing(StaffRow::staffNumber)).forEach(changes::isNoLongerNamed);
        return new StaffListDifference(list.rows().size(), changes.joiners, changes.leavers, changes.managers, changes.signIns, changes.movers,
                changes.others, list.notices(today));
    }

    /** The changes as they are found. */
    private static final class Changes {

        private final Map<String, StaffRow> after;
        private final LocalDate today;
        private final List<Change> joiners = new ArrayList<>();
        private final List<Change> leavers = new ArrayList<>();
        private final List<Change> managers = new ArrayList<>();
        private final List<Change> signIns = new ArrayList<>();
        private final List<Change> movers = new ArrayList<>();
        private final List<Change> others = new ArrayList<>();

        private Changes(Map<String, StaffRow> after, LocalDate today) {
            this.after = after;
            this.today = today;
        }

        /** @param old as an earlier list had them, which may have been years ago; null if none did */
        private void isNamedForTheFirstTime(StaffRow old, StaffRow row) {
            if (row.hasLeft(today)) {
                add(others, row, "new on the list; had left on " + InWords.of(row.leftOn()));
            } else {
                joins(row);
                if (old != null) {
                    comparePlace(old, row);
                }
            }
        }

        private void joins(StaffRow row) {
            add(joiners, row, row.jobTitle() + ", band " + row.band() + ", " + row.division()
                    + (row.managerStaffNumber() == null ? ", no manager" : ", reports to " + named(row.managerStaffNumber()))
                    + (row.userId() == null ? "" : ", signs in as " + row.userId())
                    + (row.hrDivisions().isEmpty() ? "" : ", HR for " + row.hrDivisions())
                    + (row.leftOn() == null ? "" : ", leaves on " + InWords.of(row.leftOn())));
        }

        private void isNoLongerNamed(StaffRow old) {
            if (old.hasLeft(today)) {
                add(others, old, "no longer on the list; had left on " + InWords.of(old.leftOn()));
            } else {
                add(leavers, old, "no longer on the list");
            }
        }

        private void compare(StaffRow old, StaffRow row) {
            if (old.hasLeft(today) && !row.hasLeft(today)) {
                joins(row);
                comparePlace(old, row);
                return;
            }
            if (!old.hasLeft(today) && row.hasLeft(today)) {
                add(leavers, row, "left on " + InWords.of(row.leftOn()));
            }
            comparePlace(old, row);
            String moves = Stream.of(change("division", old.division(), row.division()), change("job title", old.jobTitle(), row.jobTitle()),
                    change("band", old.band(), row.band()), change("site", old.site(), row.site())).filter(Objects::nonNull).collect(Collectors.joining("; "));
            if (!moves.isEmpty()) {
                add(movers, row, moves);
            }
            String rest = Stream.of(change("name", old.fullName(), row.fullName()), change("e-mail", orNone(old.email()), orNone(row.email())),
                    change("medical or dental", old.medicalOrDental() ? "yes" : "no", row.medicalOrDental() ? "yes" : "no"),
                    change("started on", words(old.startedOn()), words(row.startedOn())),
                    row.hasLeft(today) && !old.hasLeft(today) ? null : change("last day", words(old.leftOn()), words(row.leftOn())),
                    change("HR divisions", old.hrDivisions().isEmpty() ? "none" : old.hrDivisions(), row.hrDivisions().isEmpty() ? "none" : row.hrDivisions()))
                    .filter(Objects::nonNull).collect(Collectors.joining("; "));
            if (!rest.isEmpty()) {
                add(others, row, rest);
            }
        }

        /** Whom they report to and whom they sign in as: tasks and conflicts follow from both, for whoever comes back too. */
        private void comparePlace(StaffRow old, StaffRow row) {
            if (!Objects.equals(old.managerStaffNumber(), row.managerStaffNumber())) {
                add(managers, row, "from " + (old.managerStaffNumber() == null ? "no manager" : named(old.managerStaffNumber()))
                        + " to " + (row.managerStaffNumber() == null ? "no manager" : named(row.managerStaffNumber())));
            }
            if (!Objects.equals(old.userId(), row.userId())) {
                add(signIns, row, old.userId() == null ? "signs in as " + row.userId()
                        : row.userId() == null ? "no longer signs in (was " + old.userId() + ")" : "signs in as " + row.userId() + " (was " + old.userId() + ")");
            }
        }

        private String named(String staffNumber) {
            StaffRow person = after.get(staffNumber);
            return person == null ? staffNumber : person.fullName() + " (" + staffNumber + ")";
        }

        private static String orNone(String value) {
            return value == null ? "none" : value;
        }

        private static String words(LocalDate date) {
            return date == null ? "none" : InWords.of(date);
        }

        private static String change(String what, String from, String to) {
            return from.equals(to) ? null : what + " from " + from + " to " + to;
        }

        private static void add(List<Change> changes, StaffRow row, String what) {
            changes.add(new Change(row.staffNumber(), row.fullName(), what));
        }
    }
}
