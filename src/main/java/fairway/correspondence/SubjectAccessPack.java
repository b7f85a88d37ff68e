package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that is kept about somebody, for themselves (UK GDPR Art. 15), with a contents page. It may hold texts about their own health: it is sealed in
 * the database, and readable by whoever answers the request alone.
 *
 * @param person     who asks
 * @param receivedOn when the request came in; null for a copy that answers no request
 * @param scope      what they asked for; null for everything
 * @param staffList  what the staff list says of them
 * @param oneToOnes  their own line: notes, agreed actions, examples, support
 * @param cases      cases about them
 * @param letters    letters, messages and calendar entries
 * @param drafts     forms that were begun and not sent
 * @param named      what records about other people say of them
 * @param readings   who looked at it
 * @param upkeep     earlier requests, legal holds and what was erased
 * @param redactions what was taken out, and why
 * @param files      titles of the letters that go with it as files
 */
public record SubjectAccessPack(LetterHead head, Named person, LocalDate receivedOn, String scope, List<Item> staffList, List<Item> oneToOnes, List<Item> cases,
                                List<Item> letters, List<Item> drafts, List<Item> named, List<Item> readings, List<Item> upkeep, List<Redaction> redactions,
                                List<String> files) implements Letter {

    /** One record with what it says. */
    public record Item(String title, List<Fact> facts) {
    }

    public record Fact(String label, String text) {
    }

    /**
     * @param mark   as it stands where something was taken out, e.g. {@code [redacted 2]}
     * @param what   the exemption in words
     * @param reason of whoever reviewed the pack
     */
    public record Redaction(String mark, String what, String reason) {
    }

    @Override
    public String kind() {
        return Kinds.SUBJECT_ACCESS_PACK;
    }

    @Override
    public String title() {
        return "What is kept about you";
    }
}
