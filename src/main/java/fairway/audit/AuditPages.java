package fairway.audit;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

import fairway.records.HrOfTheTrust;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which HR of the whole Trust searches who did and saw what, and its download. */
@Controller
@PreAuthorize("hasRole('hr')")
class AuditPages {

    private static final DateTimeFormatter FILE_DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final AuditSearch search;
    private final HrOfTheTrust readers;
    private final OwnRights rights;
    private final Clock clock;

    AuditPages(AuditSearch search, HrOfTheTrust readers, OwnRights rights, Clock clock) {
        this.search = search;
        this.readers = readers;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/audit")
    public String page(@RequestParam(defaultValue = "") String person, @RequestParam(name = "case", defaultValue = "") String about, @RequestParam(defaultValue = "") String kind,
                       @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "1") String page,
                       Principal user, Model model, HttpServletResponse response) {
        requireReader();
        Map<String, String> errors = new TreeMap<>();
        AuditQuery query = AuditQuery.read(person, about, kind, from, to, errors);
        model.addAttribute("person", person);
        model.addAttribute("case", about);
        model.addAttribute("kind", kind);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("kinds", EntryKind.values());
        model.addAttribute("errors", errors);
        model.addAttribute("safe", !rights.reachTheRecord());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "audit";
        }
        AuditSearch.Page found = search.page(user.getName(), query, page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1);
        String words = UriComponentsBuilder.newInstance().queryParam("person", "{person}").queryParam("case", "{case}").queryParam("kind", "{kind}").queryParam("from", "{from}")
                .queryParam("to", "{to}").encode().build(person, about, kind, from, to).toString();
        model.addAttribute("found", found);
        model.addAttribute("filtered", !query.isEmpty());
        model.addAttribute("file", "/audit/file" + words);
        model.addAttribute("earlier", found.number() < found.pages() ? "/audit" + words + "&page=" + (found.number() + 1) : null);
        model.addAttribute("later", found.number() > 1 ? "/audit" + words + "&page=" + (found.number() - 1) : null);
        model.addAttribute("mostExported", AuditSearch.MOST_EXPORTED);
        return "audit";
    }

    @GetMapping("/audit/file")
    public ResponseEntity<byte[]> file(@RequestParam(defaultValue = "") String person, @RequestParam(name = "case", defaultValue = "") String about,
                                       @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
                                       Principal user) {
        requireReader();
        Map<String, String> errors = new TreeMap<>();
        AuditQuery query = AuditQuery.read(person, about, kind, from, to, errors);
        if (!errors.isEmpty()) {
            return ResponseEntity.unprocessableEntity().build();
        }
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("access-record-" + FILE_DAY.format(LocalDate.now(clock)) + ".csv").build().toString())
                .body(AuditFile.of(search.export(user.getName(), query)));
    }

    private void requireReader() {
        if (!readers.isSignedIn()) {
            throw new AccessDeniedException("The record is read by HR of the whole Trust.");
        }
    }
}
