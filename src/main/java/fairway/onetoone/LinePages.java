package fairway.onetoone;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import fairway.access.CurrentUser;
import fairway.access.Role;
import fairway.staff.Absence;
import fairway.staff.Absences;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Slot;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of a manager's own lines: when the one-to-ones are, what was noted, who is away, and what the evidence gate would say (PM-12). A line
 * is seen by its manager alone; HR sees which lines are stalled, and nothing else of them.
 */
@Controller
@PreAuthorize("hasAnyRole('manager', 'hr')")
class LinePages {

    private static final int STALLED_SHOWN = 200;

    private final Lines lines;
    private final Staff staff;
    private final Absences absences;
    private final OneToOnes oneToOnes;
    private final OneToOneBooking booking;
    private final LineStandings standings;
    private final CaseAccess access;
    private final AccessLog log;
    private final CurrentUser user;
    private final TrustSettings trust;
    private final Clock clock;
    private final ObjectProvider<EvidenceOutlook> outlook;
    private final ObjectProvider<NoteDeliveries> deliveries;

    LinePages(Lines lines, Staff staff, Absences absences, OneToOnes oneToOnes, OneToOneBooking booking, LineStandings standings, CaseAccess access, AccessLog log,
            CurrentUser user, TrustSettings trust, Clock clock, ObjectProvider<EvidenceOutlook> outlook, ObjectProvider<NoteDeliveries> deliveries) {
        this.lines = lines;
        this.staff = staff;
        this.absences = absences;
        this.oneToOnes = oneToOnes;
        this.booking = booking;
        this.standings = standings;
        this.access = access;
        this.log = log;
        this.user = user;
        this.trust = trust;
        this.clock = clock;
        this.outlook = outlook;
        this.deliveries = deliveries;
    }

    /** One line in a list. */
    public record LineRow(String key, String colleague, String manager, String jobTitle, String division, String usual, String next, String lastHeld, boolean overdue,
            String stalled) {
    }

    /** One note of the history. @param sent what has become of its copy; empty where Fairway sent none @param page of the copy, for the manager of its line; null for everybody else */
    public record NoteView(Note note, String heldOn, String manager, List<Example> examples, List<SupportRecord> support, String sent, String page) {
    }

    /** An absence that lasts or is to come. */
    public record AwayView(String who, String from, String to) {
    }

    @GetMapping("/lines")
    @Transactional(readOnly = true)
    public String lines(Model model) {
        Optional<StaffMember> me = staff.byUser(user.requireUserId());
        boolean isManager = user.has(Role.MANAGER);
        model.addAttribute("isManager", isManager);
        model.addAttribute("rows", me.filter(m -> isManager).map(m -> rows(standings.ofManager(m.staffNumber()))).orElse(List.of()));
        boolean isHr = user.has(Role.HR) && me.isPresent() && me.get().isHr();
        model.addAttribute("isHr", isHr);
        List<LineRow> stalled = isHr ? rows(standings.stalledFor(me.get(), STALLED_SHOWN + 1)) : List.of();
        model.addAttribute("stalled", stalled.stream().limit(STALLED_SHOWN).toList());
        model.addAttribute("moreStalled", stalled.size() > STALLED_SHOWN);
        return "lines";
    }

    private List<LineRow> rows(List<LineStanding> all) {
        Map<String, StaffMember> people = staff.byStaffNumber(all.stream()
                .flatMap(s -> Stream.of(s.line().colleagueStaffNumber(), s.line().managerStaffNumber())).collect(Collectors.toSet()));
        return all.stream().map(standing -> {
            Line line = standing.line();
            StaffMember colleague = people.get(line.colleagueStaffNumber());
            return new LineRow(line.businessKey(), colleague.fullName(), people.get(line.managerStaffNumber()).fullName(), colleague.jobTitle(), colleague.division(),
                    line.usualSlot().inWords(), standing.next().map(Wording::dateAndTime).orElse(""), standing.lastHeld().map(InWords::of).orElse("None noted"),
                    standing.overdue(), standing.stalled().orElse(""));
        }).toList();
    }

    @GetMapping("/lines/{key}")
    @Transactional
    public String line(@PathVariable String key, Model model) {
        Line line = ownLine(key);
        log.read(AccessLog.Kind.LINE, line.businessKey(), user.requireUserId());
        return show(line, SlotForm.of(line.usualSlot()), List.of(), List.of(), model);
    }

    private String show(Line line, SlotForm slot, List<String> slotErrors, List<String> absenceErrors, Model model) {
        StaffMember colleague = staff.require(line.colleagueStaffNumber());
        model.addAttribute("row", rows(List.of(standings.of(line))).get(0));
        model.addAttribute("frequency", booking.frequencyInWords(line));
        model.addAttribute("additionalSupport", line.additionalSupport());
        model.addAttribute("slot", slot);
        model.addAttribute("slotErrors", slotErrors);
        model.addAttribute("absenceErrors", absenceErrors);
        model.addAttribute("weekdays", weekdays());
        model.addAttribute("notes", notes(line, colleague));
        model.addAttribute("away", away(line, colleague));
        model.addAttribute("outlook", outlook.stream().findFirst().map(gate -> gate.of(colleague.staffNumber())).orElse(null));
        return "line";
    }

    private static Map<String, String> weekdays() {
        Map<String, String> days = new LinkedHashMap<>();
        Stream.of(DayOfWeek.values()).limit(5).forEach(day -> days.put(day.name(), day.getDisplayName(TextStyle.FULL, Locale.UK)));
        return days;
    }

    private List<NoteView> notes(Line line, StaffMember colleague) {
        List<Example> examples = oneToOnes.examplesOf(colleague.staffNumber());
        List<SupportRecord> support = oneToOnes.supportOf(colleague.staffNumber());
        return oneToOnes.notesOf(colleague.staffNumber()).stream().map(note -> {
            Optional<NoteCopy> copy = deliveries.stream().findFirst().flatMap(d -> d.of(note));
            return new NoteView(note, InWords.of(note.heldOn()), staff.require(note.manager()).fullName(), examples.stream().filter(e -> e.noteId() == note.id()).toList(),
                    support.stream().filter(s -> s.noteId() == note.id()).toList(), copy.map(NoteCopy::standing).orElse(""),
                    copy.map(NoteCopy::link).filter(link -> note.lineId() == line.id()).orElse(null));
        }).toList();
    }

    private List<AwayView> away(Line line, StaffMember colleague) {
        LocalDate today = LocalDate.now(clock);
        Stream<AwayView> theirs = absences.from(colleague.staffNumber(), today).stream().map(a -> away(colleague.fullName(), a));
        return Stream.concat(theirs, absences.from(line.managerStaffNumber(), today).stream().map(a -> away("You", a))).toList();
    }

    private static AwayView away(String who, Absence absence) {
        return new AwayView(who, InWords.of(absence.firstDay()), absence.lastDay() == null ? "Not known" : InWords.of(absence.lastDay()));
    }

    @PostMapping("/lines/{key}/slot")
    @Transactional
    public String useSlot(@PathVariable String key, @RequestParam(required = false) String weekday, @RequestParam(required = false) String time,
            @RequestParam(required = false) String minutes, Model model, RedirectAttributes after, HttpServletResponse response) {
        Line line = ownLine(key);
        SlotForm form = new SlotForm(weekday, time, minutes);
        List<String> errors = new ArrayList<>();
        Optional<Slot> slot = form.read(trust, errors);
        if (slot.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(line, form, errors, List.of(), model);
        }
        log.done("usual-slot", line.businessKey(), user.requireUserId());
        booking.useSlot(line, slot.get());
        after.addFlashAttribute("done", "The usual slot is now " + slot.get().inWords() + ". A one-to-one that was booked has moved, and its calendar entry with it.");
        return "redirect:/lines/" + key;
    }

    @PostMapping("/lines/{key}/absence")
    @Transactional
    public String recordAbsence(@PathVariable String key, @RequestParam(required = false) String who, @RequestParam(required = false) String from,
            @RequestParam(required = false) String to, Model model, RedirectAttributes after, HttpServletResponse response) {
        Line line = ownLine(key);
        List<String> errors = new ArrayList<>();
        LocalDate first = date(from, "Enter the first day away as a date that exists.", true, errors);
        LocalDate last = date(to, "Enter the last day away as a date that exists, or leave it empty while it is not known.", false, errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.add("The last day away cannot be before the first.");
        }
        if (!"colleague".equals(who) && !"manager".equals(who)) {
            errors.add("Choose who is away.");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(line, SlotForm.of(line.usualSlot()), List.of(), errors, model);
        }
        log.done("line-absence", line.businessKey() + " " + who, user.requireUserId());
        absences.record("manager".equals(who) ? line.managerStaffNumber() : line.colleagueStaffNumber(), first, last);
        after.addFlashAttribute("done", "The absence is recorded. One-to-ones stand still meanwhile; one that was booked within it has moved.");
        return "redirect:/lines/" + key;
    }

    private static LocalDate date(String text, String message, boolean required, List<String> errors) {
        if (text == null || text.isBlank()) {
            if (required) {
                errors.add(message);
            }
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.getYear() >= 1900 && date.getYear() <= 2199) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Answered below, as a date out of reach is.
        }
        errors.add(message);
        return null;
    }

    private Line ownLine(String key) {
        access.requireSeeLine(user.requireUserId(), key);
        return lines.require(key);
    }
}
