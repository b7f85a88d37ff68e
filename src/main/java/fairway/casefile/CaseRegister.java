package fairway.casefile;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import fairway.access.CaseAccess;
import fairway.performancecase.CaseProcess;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import fairway.performancecase.WhereItStands;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases that a user sees, with their next step. */
@Service
@Transactional(readOnly = true)
class CaseRegister {

    private final Cases cases;
    private final CaseProcess process;
    private final CaseAccess access;
    private final Staff staff;

    CaseRegister(Cases cases, CaseProcess process, CaseAccess access, Staff staff) {
        this.cases = cases;
        this.process = process;
        this.access = access;
        this.staff = staff;
    }

    /** One line of the register; {@code due} is null where nothing is due. */
    record Row(String number, String colleague, String manager, String stage, String nextStep, LocalDateTime due, boolean open) {
    }

    /**
     * @param show  {@code open}, {@code ended}, {@code all} or the name of a stage; anything else counts as {@code open}
     * @param words part of a case number or of the colleague's name; blank for all
     */
    List<Row> rows(String userId, String show, String words) {
        String wanted = words == null ? "" : words.strip().toLowerCase(Locale.UK);
        return candidates(userId).stream()
                .filter(found -> isShown(found, show))
                .filter(found -> access.maySee(userId, found.number()))
                .filter(found -> wanted.isEmpty() || found.number().toLowerCase(Locale.UK).contains(wanted)
                        || name(found.colleague()).toLowerCase(Locale.UK).contains(wanted))
                .sorted(Comparator.comparing(PerformanceCase::number).reversed())
                .map(this::row).toList();
    }

    private List<PerformanceCase> candidates(String userId) {
        return staff.byUser(userId).map(person -> cases.concerning(person.staffNumber(), person.hrDivisions())).orElse(List.of());
    }

    private static boolean isShown(PerformanceCase found, String show) {
        return switch (show == null ? "open" : show) {
            case "all" -> true;
            case "ended" -> !found.isOpen();
            default -> stage(show).map(stage -> found.stage() == stage).orElse(found.isOpen());
        };
    }

    private static Optional<Stage> stage(String name) {
        return List.of(Stage.values()).stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    private Row row(PerformanceCase found) {
        Optional<WhereItStands> next = found.isOpen() ? process.where(found.number()).stream().findFirst() : Optional.empty();
        return new Row(found.number(), name(found.colleague()), name(found.manager()),
                found.isOpen() ? found.stage().label() : found.ending().label(), next.map(WhereItStands::step).orElse(null),
                next.map(WhereItStands::due).orElse(null), found.isOpen());
    }

    private String name(String staffNumber) {
        return staff.find(staffNumber).map(StaffMember::fullName).orElse(staffNumber);
    }
}
