package fairway.correspondence;

import fairway.form.SubmissionReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the colleague does on their own page, with JSON, refused with problem details. */
@RestController
@RequestMapping(path = "/my/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
class ColleagueApi {

    private final ReceiptPages letters;
    private final OtherDates otherDates;
    private final SubmissionReader reader;

    ColleagueApi(ReceiptPages letters, OtherDates otherDates, SubmissionReader reader) {
        this.letters = letters;
        this.otherDates = otherDates;
        this.reader = reader;
    }

    @PostMapping("/receipt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receipt(@PathVariable("token") String token) {
        if (!letters.confirmReceipt(token)) {
            throw ColleaguePages.noSuchPage();
        }
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comment(@PathVariable("token") String token, @RequestBody String comments) {
        letters.page(token).orElseThrow(ColleaguePages::noSuchPage);
        letters.comment(token, reader.read(comments, Comments.class).text()).orElseThrow(ColleaguePages::noSuchPage);
    }

    @PostMapping("/other-date")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void otherDate(@RequestAttribute(PersonalLink.ATTRIBUTE) PersonalLink link, @RequestBody String proposal) {
        otherDates.propose(link, reader.read(proposal, ProposeOtherDate.class));
    }
}
