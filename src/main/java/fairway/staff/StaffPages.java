package fairway.staff;

import java.io.IOException;
import java.security.Principal;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import fairway.access.ManagersNotOnStaffList;
import fairway.trust.InWords;
import fairway.trust.WorkingDays;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The staff list for HR and for Fairway's administrators: who is on it, which lines are stalled, and its import. A list says whose HR and whose
 * manager somebody is: HR of single divisions, who could make themselves HR of all, look at it and do not import it.
 */
@Controller
@PreAuthorize("hasAnyRole('hr', 'camunda-admin')")
class StaffPages {

    private static final int PEOPLE_SHOWN = 100;
    private static final int PROBLEMS_SHOWN = 200;
    private static final int CHANGES_SHOWN = 300;
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Staff staff;
    private final Lines lines;
    private final StaffUploads uploads;
    private final ManagersNotOnStaffList signIns;

    StaffPages(Staff staff, Lines lines, StaffUploads uploads, ManagersNotOnStaffList signIns) {
        this.staff = staff;
        this.lines = lines;
        this.uploads = uploads;
        this.signIns = signIns;
    }

    /** A person of the list as the page shows them. */
    public record PersonRow(String staffNumber, String name, String jobTitle, String band, String division, String manager, String signIn, String left) {
    }

    /** A manager whose lines have no running one-to-ones, because they have no sign-in. */
    public record StalledManager(String staffNumber, String name, String division, int lines) {
    }

    /** An import that was applied. */
    public record PastImport(String fileName, String by, String at, int people, int joined, int left, int changed) {
    }

    /** A section of the difference, cut where it is long. */
    public record ShownSection(String heading, int size, List<StaffListDifference.Change> changes) {

        public int more() {
            return size - changes.size();
        }
    }

    @GetMapping("/staff")
    public String staff(@RequestParam(defaultValue = "") String words, Model model, HttpServletRequest request) {
        List<StaffMember> found = staff.search(words.replace('\0', ' '), PEOPLE_SHOWN + 1);
        List<StaffMember> shown = found.stream().limit(PEOPLE_SHOWN).toList();
        Map<String, StaffMember> managers = staff.byStaffNumber(numbers(shown.stream().map(StaffMember::managerStaffNumber)));
        model.addAttribute("words", words);
        model.addAttribute("mayImport", mayImport(request));
        model.addAttribute("rows", shown.stream().map(p -> row(p, managers)).toList());
        model.addAttribute("more", found.size() > PEOPLE_SHOWN);
        model.addAttribute("current", staff.countCurrent());
        model.addAttribute("stalled", stalled());
        model.addAttribute("unlisted", signIns.userIds());
        return "staff";
    }

    private PersonRow row(StaffMember person, Map<String, StaffMember> managers) {
        String manager = person.managerStaffNumber() == null ? "" : managers.get(person.managerStaffNumber()).fullName();
        return new PersonRow(person.staffNumber(), person.fullName(), person.jobTitle(), person.band(), person.division(), manager,
                person.userId() == null ? "" : person.userId(),
                staff.isCurrent(person) ? "" : "Left on " + InWords.of(person.leftOn()));
    }

    private List<StalledManager> stalled() {
        Map<String, Long> byManager = lines.notRunning().stream().collect(Collectors.groupingBy(Line::managerStaffNumber, Collectors.counting()));
        return staff.byStaffNumber(byManager.keySet()).values().stream().filter(m -> !m.hasSignIn())
                .map(m -> new StalledManager(m.staffNumber(), m.fullName(), m.division(), byManager.get(m.staffNumber()).intValue()))
                .sorted(java.util.Comparator.comparing(StalledManager::division).thenComparing(StalledManager::name)).toList();
    }

    private static Collection<String> numbers(Stream<String> staffNumbers) {
        return staffNumbers.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @GetMapping("/staff/import")
    public String importPage(Model model, HttpServletRequest request) {
        requireImport(request);
        return showImport(model);
    }

    private String showImport(Model model) {
        model.addAttribute("past", uploads.applied().stream().map(u -> new PastImport(u.fileName(), u.appliedBy(),
                u.appliedAt().atZoneSameInstant(WorkingDays.LONDON).format(DATE_AND_TIME), u.people(), u.joined(), u.leftTrust(), u.changed())).toList());
        return "staff-import";
    }

    @PostMapping(path = "/staff/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    public String upload(@RequestParam("file") MultipartFile file, Principal user, Model model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        requireImport(request);
        try {
            return "redirect:/staff/import/" + uploads.keep(file.getOriginalFilename(), file.getBytes(), user.getName()).id();
        } catch (StaffListRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showProblems(refused, file.getOriginalFilename(), model);
        }
    }

    private String showProblems(StaffListRefused refused, String fileName, Model model) {
        model.addAttribute("fileName", fileName);
        model.addAttribute("problems", refused.problems().stream().limit(PROBLEMS_SHOWN).map(StaffListProblem::inWords).toList());
        model.addAttribute("moreProblems", Math.max(0, refused.problems().size() - PROBLEMS_SHOWN));
        return showImport(model);
    }

    @GetMapping("/staff/import/{id}")
    public String difference(@PathVariable long id, Model model, HttpServletRequest request) {
        requireImport(request);
        Optional<StaffUpload> upload = waiting(id);
        if (upload.isEmpty()) {
            return "redirect:/staff/import";
        }
        StaffListDifference difference = uploads.difference(upload.get());
        model.addAttribute("id", id);
        model.addAttribute("fileName", upload.get().fileName());
        model.addAttribute("difference", difference);
        model.addAttribute("sections", difference.sections().stream()
                .map(s -> new ShownSection(s.heading(), s.changes().size(), s.changes().stream().limit(CHANGES_SHOWN).toList())).toList());
        return "staff-difference";
    }

    @PostMapping("/staff/import/{id}/apply")
    public String apply(@PathVariable long id, @RequestParam String shown, Principal user, HttpServletRequest request, RedirectAttributes after) {
        requireImport(request);
        StaffUpload upload = waiting(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            uploads.apply(upload, shown, user.getName());
        } catch (StaffListRefused refused) {
            after.addFlashAttribute("changedSince", refused.problems().get(0).inWords());
            return "redirect:/staff/import/" + id;
        }
        after.addFlashAttribute("applied", upload.fileName());
        return "redirect:/staff/import";
    }

    @PostMapping("/staff/import/{id}/discard")
    public String discard(@PathVariable long id, HttpServletRequest request, RedirectAttributes after) {
        requireImport(request);
        waiting(id).ifPresent(upload -> {
            uploads.discard(upload);
            after.addFlashAttribute("discarded", upload.fileName());
        });
        return "redirect:/staff/import";
    }

    private void requireImport(HttpServletRequest request) {
        if (!mayImport(request)) {
            throw new AccessDeniedException("The staff list is imported by HR of the whole Trust and by administrators.");
        }
    }

    private boolean mayImport(HttpServletRequest request) {
        return request.isUserInRole("camunda-admin")
                || staff.byUser(request.getUserPrincipal().getName()).filter(person -> person.hrDivisions().contains("*")).isPresent();
    }

    private Optional<StaffUpload> waiting(long id) {
        return uploads.find(id).filter(upload -> upload.appliedAt() == null);
    }
}
