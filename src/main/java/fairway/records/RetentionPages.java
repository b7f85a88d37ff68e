package fairway.records;

import java.security.Principal;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Retention for HR of the whole Trust: the schedule and its review, what falls due, what is held, and what every run found or erased. Cases that are shut
 * to the reader by a conflict are in none of it.
 */
@Controller
@RequestMapping("/retention")
@PreAuthorize("hasRole('hr')")
class RetentionPages {

    private static final String NOT_ERASED = "Not erased: the database itself lets nobody take an entry out, so that nobody can hide what they did.";
    private static final int DAYS_AHEAD = 90;
    private static final int RUNS_SHOWN = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final RetentionSchedule schedule;
    private final Retention retention;
    private final LegalHolds holds;
    private final CaseAccess access;
    private final HrOfTheTrust hr;
    private final AccessLog log;

    RetentionPages(RetentionSchedule schedule, Retention retention, LegalHolds holds, CaseAccess access, HrOfTheTrust hr, AccessLog log) {
        this.schedule = schedule;
        this.retention = retention;
        this.holds = holds;
        this.access = access;
        this.hr = hr;
        this.log = log;
    }

    /** A kind of the schedule; {@code setting} is null where there is none. */
    record Kind(String label, String holds, String period, String countedFrom, String source, String setting) {
    }

    /** Something that falls due; {@code link} leads to its case. */
    record Due(String label, String key, String link, int number, String on, String note) {
    }

    record Held(String number, String link, String since, String reason) {
    }

    /** A run, with what it says of each record on its own page. */
    record Run(long id, String at, String by, String what, List<Line> lines) {
    }

    record Line(String rule, String key, int number, String since, String result) {
    }

    @GetMapping
    String page(Principal user, Model page) {
        hr.require();
        Set<String> shut = shutTo(user);
        page.addAttribute("kinds", Arrays.stream(RecordKind.values()).map(this::kind).toList());
        page.addAttribute("schedule", schedule.fingerprint());
        page.addAttribute("review", schedule.review().map(r -> MOMENT.format(r.at()) + " by " + r.by()).orElse(null));
        page.addAttribute("due", retention.dueWithin(DAYS_AHEAD).stream().filter(due -> due.key() == null || !shut.contains(due.key())).map(RetentionPages::due).toList());
        List<LegalHolds.Hold> held = holds.all().stream().filter(hold -> !shut.contains(hold.caseNumber())).toList();
        held.forEach(hold -> log.read(AccessLog.Kind.CASE_FILE, hold.caseNumber() + " legal hold", user.getName()));
        page.addAttribute("holds", held.stream()
                .map(hold -> new Held(hold.caseNumber(), "/cases/" + hold.caseNumber(), hold.setAt().format(DAY), hold.reason())).toList());
        page.addAttribute("runs", retention.runs(RUNS_SHOWN).stream().map(run -> run(run, shut)).toList());
        return "retention";
    }

    @GetMapping("/runs/{id}")
    String report(@PathVariable("id") long id, Principal user, Model page) {
        hr.require();
        Retention.Run run = retention.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("run", run(run, shutTo(user)));
        log.read(AccessLog.Kind.REGISTER, "retention run " + id, user.getName());
        return "retention-run";
    }

    /** What a conflict shuts to the reader is not named here either: cases, access requests and lines. */
    private Set<String> shutTo(Principal user) {
        Set<String> shut = new HashSet<>(access.shutTo(user.getName()));
        shut.addAll(access.conflictedLines(user.getName()));
        return shut;
    }

    /** @param shown the schedule that was looked at; where another one holds by now, it is shown again and nothing is confirmed */
    @PostMapping("/reviewed")
    String reviewed(@RequestParam(name = "schedule", defaultValue = "") String shown, Principal user) {
        hr.require();
        return schedule.reviewed(shown, user.getName()) ? "redirect:/retention" : "redirect:/retention?changed";
    }

    @PostMapping("/dry-run")
    String dryRun(Principal user) {
        hr.require();
        return "redirect:/retention/runs/" + retention.dryRun(user.getName()).id();
    }

    private Kind kind(RecordKind kind) {
        if (!kind.isErased()) {
            return new Kind(kind.label(), kind.holds(), NOT_ERASED, "", kind.source(), null);
        }
        return new Kind(kind.label(), kind.holds(), RetentionSchedule.inWords(schedule.of(kind)), kind.countedFrom(), kind.source(),
                kind == RecordKind.LINKS ? "fairway.trust.link-period" : "fairway.retention." + kind.id().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.UK));
    }

    private static Due due(DueRecord due) {
        boolean isCase = due.key() != null && due.key().startsWith("PC-");
        return new Due(due.kind().label(), due.key(), isCase ? "/cases/" + due.key() : null, due.number(), due.dueOn().format(DAY), due.held() ? "kept by a legal hold" : "");
    }

    private static Run run(Retention.Run run, Set<String> shut) {
        return new Run(run.id(), MOMENT.format(run.begunAt()), run.askedBy(), (run.dry() ? "Dry run" : "Run") + (run.finishedAt() == null ? ", cut off" : ""),
                run.items().stream().filter(item -> item.key() == null || !shut.contains(item.key()))
                        .map(item -> new Line(item.rule(), item.key(), item.number(), item.dueOn().format(DAY), item.result().label())).toList());
    }
}
