package fairway.casefile;

import java.security.Principal;
import java.util.Map;

import fairway.form.Preview;
import fairway.form.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Cases for integrations and for the pages' own scripts. A case that one may not see is answered as one that does not exist. Its actions are reached by the key of a line too, where a line has them. */
@RestController
@RequestMapping("/api/cases/{number}")
class CaseApi {

    private final CaseFile file;
    private final CaseActions actions;

    CaseApi(CaseFile file, CaseActions actions) {
        this.file = file;
        this.actions = actions;
    }

    @GetMapping
    CaseFile.Standing standing(@PathVariable("number") String number, Principal user) {
        return file.standing(user.getName(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/actions/{action}")
    Map<String, Object> form(@PathVariable("number") String number, @PathVariable("action") String action,
                             @RequestParam(name = "about", required = false) Long about, Principal user) {
        return actions.form(user.getName(), number, action, about).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The pages of the letter that the action would make with what is posted, and what differs from the version before. Nothing is kept. */
    @PostMapping(path = "/actions/{action}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Preview> preview(@PathVariable("number") String number, @PathVariable("action") String action, @RequestBody String submission, Principal user) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(actions.preview(user.getName(), number, action, submission).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @PostMapping(path = "/actions/{action}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> complete(@PathVariable("number") String number, @PathVariable("action") String action, @RequestBody String submission, Principal user) {
        try {
            return Map.of("location", actions.complete(user.getName(), number, action, submission)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        } catch (OptimisticLockingFailureException e) {
            throw new Refusal("", "changedMeanwhile", "", "Somebody changed the case at the same moment. Nothing of yours was kept: look at the case again, then repeat it.");
        }
    }
}
