package fairway.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that moves the clock, so that a visitor sees timers work. It lives among the tests and cannot exist in the packaged jar. */
@TestComponent
@Controller
class DemonstrationClock {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy HH:mm");

    private final TimeMachine time;
    private final JobExecutor jobs;
    private final Path kept;

    DemonstrationClock(TimeMachine time, ProcessEngine engine, DemonstrationFolder folder) {
        this.time = time;
        this.jobs = ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getJobExecutor();
        this.kept = folder.path().resolve("clock");
    }

    @GetMapping("/demonstration/clock")
    String page(Model model) {
        model.addAttribute("now", SHOWN.format(time.now()));
        model.addAttribute("next", time.nextTimer().map(SHOWN::format).orElse(null));
        model.addAttribute("tomorrow", time.now().toLocalDate().plusDays(1));
        return "demonstration-clock";
    }

    @PostMapping("/demonstration/clock")
    String move(@RequestParam("to") String to, @RequestParam(value = "date", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
                RedirectAttributes answer) {
        LocalDateTime now = time.now();
        LocalDateTime target = switch (to) {
            case "nextTimer" -> time.nextTimer().orElse(now);
            case "nextWorkingMorning" -> nextWorkingMorning(now);
            case "nextWeek" -> now.plusWeeks(1);
            case "date" -> date == null ? now : date.atTime(9, 0);
            default -> now;
        };
        if (!target.isAfter(now)) {
            answer.addFlashAttribute("problem", "Choose a date after today: the clock only goes forward.");
            return "redirect:/demonstration/clock";
        }
        boolean running = jobs.isActive();
        jobs.shutdown();
        int ran;
        try {
            ran = time.passTo(target);
        } finally {
            if (running) {
                jobs.start();
            }
        }
        keep(time.ahead());
        answer.addFlashAttribute("moved", "The clock was moved. " + ran + (ran == 1 ? " step of the system was" : " steps of the system were") + " taken on the way.");
        return "redirect:/demonstration/clock";
    }

    /** Puts the clock where the last start left it. */
    void resume() {
        try {
            if (Files.exists(kept)) {
                time.put(java.time.Instant.now().plus(Duration.parse(Files.readString(kept).strip())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + kept, e);
        }
    }

    private void keep(Duration ahead) {
        try {
            Files.writeString(kept, ahead.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + kept, e);
        }
    }

    private static LocalDateTime nextWorkingMorning(LocalDateTime now) {
        LocalDate day = now.toLocalDate().plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day.atTime(9, 0).atZone(WorkingDays.LONDON).toLocalDateTime();
    }
}
