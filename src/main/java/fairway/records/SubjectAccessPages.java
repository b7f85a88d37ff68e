package fairway.records;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

import fairway.access.AccessLog;
import fairway.correspondence.Deliveries;
import fairway.staff.Staff;
import fairway.trust.InWords;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Requests for what is kept about somebody, for HR of the whole Trust; not those about the reader or anybody above them. */
@Controller
@RequestMapping("/subject-access")
@PreAuthorize("hasRole('hr')")
class SubjectAccessPages {

    private final SubjectAccess requests;
    private final HrOfTheTrust hr;
    private final Staff staff;
    private final Deliveries deliveries;
    private final AccessLog log;

    SubjectAccessPages(SubjectAccess requests, HrOfTheTrust hr, Staff staff, Deliveries deliveries, AccessLog log) {
        this.requests = requests;
        this.hr = hr;
        this.staff = staff;
        this.deliveries = deliveries;
        this.log = log;
    }

    record Request(String number, String person, String receivedOn, String lastDay, String state, String scope, String reason) {
    }

    record Party(String name, String role, int records) {
    }

    @GetMapping
    String page(Principal user, Model page) {
        hr.require();
        log.read(AccessLog.Kind.REGISTER, "access requests", user.getName());
        page.addAttribute("requests", requests.all().stream().filter(request -> !requests.isInConflict(user.getName(), request.staffNumber())).map(this::shown).toList());
        return "subject-access";
    }

    @GetMapping("/{number}")
    String request(@PathVariable("number") String number, Principal user, Model page) {
        SubjectAccessRequest request = theirs(number, user);
        log.read(AccessLog.Kind.CASE_FILE, number, user.getName());
        Optional<CollectedPack> collected = requests.collected(number);
        page.addAttribute("request", shown(request));
        page.addAttribute("sent", deliveries.of(number).stream().flatMap(sent -> sent.documents().stream()).toList());
        page.addAttribute("collected", collected.isPresent());
        page.addAttribute("collecting", request.isOpen() && collected.isEmpty());
        page.addAttribute("parties", collected.map(CollectedPack::thirdParties).orElse(List.of()).stream().map(party -> new Party(party.name(), party.role(), party.records())).toList());
        return "subject-access-request";
    }

    /** What was collected, nothing taken out. */
    @GetMapping("/{number}/pack.pdf")
    ResponseEntity<byte[]> pack(@PathVariable("number") String number, Principal user) {
        SubjectAccessRequest request = theirs(number, user);
        CollectedPack collected = requests.collected(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        log.read(AccessLog.Kind.EXPORT, number + " as it was collected, health records included", user.getName());
        requests.casesRead(request.staffNumber(), "read in " + number, user.getName());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + number + ".pdf\"").body(requests.unredacted(request, collected));
    }

    private SubjectAccessRequest theirs(String number, Principal user) {
        hr.require();
        return requests.find(number).filter(request -> !requests.isInConflict(user.getName(), request.staffNumber())).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Request shown(SubjectAccessRequest request) {
        String state = switch (request.state()) {
            case "issued" -> "Issued on " + InWords.of(request.endedOn());
            case "refused" -> "Refused on " + InWords.of(request.endedOn());
            case "withdrawn" -> "Withdrawn on " + InWords.of(request.endedOn());
            default -> request.extendedUntil() == null ? "In review" : "In review, extended";
        };
        return new Request(request.number(), staff.require(request.staffNumber()).fullName(), InWords.of(request.receivedOn()), InWords.of(request.lastDay()), state, request.scope(),
                request.decisionReason() != null ? request.decisionReason() : request.extensionReason());
    }
}
