package fairway.health;

import java.security.Principal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import fairway.trust.WorkingDays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The restricted part of a case on a page, for its HR adviser alone; to everybody else there is no such page. */
@Controller
class HealthPage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(WorkingDays.LONDON);

    private final HealthRecords records;
    private final Staff staff;

    HealthPage(HealthRecords records, Staff staff) {
        this.records = records;
        this.staff = staff;
    }

    /** One entry, with what was written. */
    record Entry(String at, String by, String what, List<String> texts) {
    }

    /** Where a referral stands. */
    record Standing(String agreedOn, String sentOn, String state) {
    }

    @GetMapping("/cases/{number}/health")
    String page(@PathVariable("number") String number, Principal user, Model page) {
        if (!records.mayRead(number, user.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("number", number);
        page.addAttribute("notes", records.notesOf(number, user.getName()).stream()
                .map(note -> new Entry(at(note.writtenAt()), by(note.writtenBy()), note.source().label(), List.of(note.text()))).toList());
        page.addAttribute("advice", records.adviceOf(number, user.getName()).stream()
                .map(advice -> new Entry(at(advice.writtenAt()), by(advice.writtenBy()), "Occupational Health", texts(advice))).toList());
        page.addAttribute("referrals", records.referralsOf(number).stream().map(referral -> new Standing(InWords.of(referral.agreedOn()),
                referral.sentOn() == null ? "" : InWords.of(referral.sentOn()), referral.state().label())).toList());
        return "health";
    }

    private static List<String> texts(RestrictedAdvice advice) {
        return Stream.of(labelled("Adjustments (the manager sees these too)", advice.adjustments()), labelled("Fitness for work", advice.fitness()),
                labelled("Else", advice.restrictedNote())).filter(Objects::nonNull).toList();
    }

    private static String labelled(String label, String text) {
        return text == null ? null : label + ": " + text;
    }

    private static String at(Instant instant) {
        return MOMENT.format(instant);
    }

    private String by(String userId) {
        return staff.byUser(userId).map(StaffMember::fullName).orElse(userId);
    }
}
