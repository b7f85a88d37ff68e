package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import fairway.correspondence.CorrectableLetter.FreeText;
import fairway.form.ChangedParagraph;
import fairway.form.Preview;
import fairway.form.Refusal;
import fairway.form.Refusals;
import fairway.staff.Line;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of letters that were sent. What was sent is never overwritten: a correction is a new version that names the one it replaces, goes out by the
 * same ledger, and has its own receipt and period for comments. The former version keeps its bytes, its receipt and what was written about it.
 */
@Service
@Transactional
public class Corrections {

    /** What somebody writes anew: the id of a text, and the text; null takes it out. */
    public record Written(String id, String text) {
    }

    /**
     * A correction as it waits for HR.
     *
     * @param what      what was corrected
     * @param documents as they go
     * @param changes   paragraph by paragraph, in what people's texts differ from the former version
     */
    public record Waiting(String letter, String what, List<IssuedDocument> documents, List<ChangedParagraph> changes) {
    }

    /**
     * A correction that HR did not confirm, to be written anew.
     *
     * @param what    what was corrected
     * @param texts   as they were written, by their ids; one that was taken out is not there
     * @param changes what HR said has to change; null for those from before this was kept
     */
    public record Unconfirmed(String what, Map<String, String> texts, String changes, LocalDate decidedOn) {
    }

    private final LetterCorrectionRepository corrections;
    private final DeliveryRepository deliveries;
    private final Deliveries ledger;
    private final ObjectProvider<CorrectableLetter> kinds;
    private final Letters letters;
    private final CorrectionStart start;
    private final PersonalLinks links;
    private final Subjects subjects;
    private final Staff staff;
    private final WorkingDays workingDays;
    private final TrustSettings trust;
    private final Clock clock;

    Corrections(LetterCorrectionRepository corrections, DeliveryRepository deliveries, Deliveries ledger, ObjectProvider<CorrectableLetter> kinds, Letters letters,
            CorrectionStart start, PersonalLinks links, Subjects subjects, Staff staff, WorkingDays workingDays, TrustSettings trust, Clock clock) {
        this.corrections = corrections;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.kinds = kinds;
        this.letters = letters;
        this.start = start;
        this.links = links;
        this.subjects = subjects;
        this.staff = staff;
        this.workingDays = workingDays;
        this.trust = trust;
        this.clock = clock;
    }

    // ---- what may be corrected

    /** What stands against correcting this letter of the case; empty where it can be corrected. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(String number, long letter) {
        try {
            correctable(number, letter);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.fields().get(0).message());
        }
    }

    /** What people wrote in this letter, as it was sent. */
    @Transactional(readOnly = true)
    public List<FreeText> freeTexts(String number, long letter) {
        return freeTexts(correctable(number, letter));
    }

    /** Whether HR confirms a correction of this letter before it goes. */
    @Transactional(readOnly = true)
    public boolean isConfirmedByHr(String number, long letter) {
        Delivery sent = correctable(number, letter);
        return kind(sent).isConfirmedByHr(number, sent.first().occurrence());
    }

    /** Whether this is the occurrence of the letter or of one of its later versions. @param first occurrence of the first version */
    static boolean isOf(String first, String occurrence) {
        return occurrence.equals(first) || occurrence.startsWith(first + "-letter-");
    }

    /** The texts of the newest version of a letter where it was corrected, by their ids; empty where it was not. */
    @Transactional(readOnly = true)
    public Optional<Map<String, String>> texts(String number, String kind, String occurrence) {
        return deliveries.findByBusinessKeyAndKindAndOccurrence(number, kind, occurrence).map(this::newest).flatMap(this::madeIt).map(LetterCorrection::texts);
    }

    /** Whether a correction of this letter waits for HR. */
    @Transactional(readOnly = true)
    public boolean isWaiting(long letter) {
        return corrections.findByReplacesIdAndState(letter, CorrectionState.waiting).isPresent();
    }

    /** The last correction of this letter, where HR did not confirm it. */
    @Transactional(readOnly = true)
    public Optional<Unconfirmed> unconfirmed(long letter) {
        return corrections.findFirstByReplacesIdOrderByIdDesc(letter).filter(last -> last.state() == CorrectionState.refused)
                .map(last -> new Unconfirmed(last.what(), last.texts(), last.changes(), last.decidedAt().toLocalDate()));
    }

    private Delivery newest(Delivery version) {
        return deliveries.findByReplacesId(version.id()).map(this::newest).orElse(version);
    }

    /** The correction that made this version. */
    private Optional<LetterCorrection> madeIt(Delivery version) {
        return version.replaces() == null ? Optional.empty() : corrections.findByReplacesIdAndState(version.replaces().id(), CorrectionState.issued);
    }

    private List<FreeText> freeTexts(Delivery sent) {
        List<FreeText> first = kind(sent).freeTexts(sent.businessKey(), sent.first().occurrence());
        return madeIt(sent).map(LetterCorrection::texts)
                .map(texts -> first.stream().map(text -> new FreeText(text.id(), text.label(), texts.get(text.id()), text.required())).toList()).orElse(first);
    }

    /** @throws Refusal with what to do instead */
    private Delivery correctable(String number, long letter) {
        Delivery sent = deliveries.findById(letter).filter(d -> d.businessKey().equals(number) && kinds.stream().anyMatch(k -> k.kind().equals(d.kind())))
                .orElseThrow(() -> refusal(number, "notALetter", "Choose a letter or a note to the colleague that was sent. One that is still in its step is changed there, in Tasklist."));
        String noun = Kinds.noun(sent.kind());
        if (sent.sentAt() == null) {
            throw refusal(number, "notSent", sent.state() == DeliveryState.stopped ? "This " + noun + " was stopped and never sent."
                    : "This " + noun + " has not been sent yet. While its step is open in Tasklist, edit it there; while it is on its way, wait until it was sent.");
        }
        ledger.replacedBy(sent).ifPresent(next -> {
            Delivery newest = newest(sent);
            throw refusal(number, "replaced", "This version was replaced by version " + next.version() + " on " + InWords.of(next.on()) + ". Correct the newest one, version "
                    + newest.letterVersion() + ".");
        });
        if (isWaiting(letter)) {
            throw refusal(number, "waitsForHr", "A correction of this " + noun + " waits for HR to confirm it. Wait for the answer.");
        }
        Optional<LocalDate> closed = links.endedOn(number).map(end -> end.plus(trust.linkPeriod()));
        if (closed.filter(LocalDate.now(clock)::isAfter).isPresent()) {
            throw refusal(number, "endedTooLongAgo", "The case ended on " + InWords.of(links.endedOn(number).orElseThrow()) + ", and the colleague’s own page closed on " + InWords.of(closed.get())
                    + " (Trust setting). Its letters are not corrected any more. Speak to HR.");
        }
        if (staff.findCurrent(sent.toStaffNumber()).isEmpty()) {
            throw refusal(number, "hasLeft", "The colleague has left the Trust: nothing more is sent to them. Speak to HR.");
        }
        kind(sent).overtaken(number, sent.first().occurrence()).ifPresent(why -> {
            throw refusal(number, "overtaken", why);
        });
        return sent;
    }

    /** The clause that asks for the copy of a note; of a letter, the one that asks for that. */
    private static String clause(String key, String ofTheLetter) {
        return Line.isKey(key) ? "OTO-10" : ofTheLetter;
    }

    private CorrectableLetter kind(Delivery sent) {
        return kinds.stream().filter(k -> k.kind().equals(sent.kind())).findFirst().orElseThrow();
    }

    private static Refusal refusal(String key, String rule, String message) {
        return new Refusal("letter", rule, clause(key, "S1A-02"), message);
    }

    // ---- correcting it

    /**
     * The corrected letter as it would go now. Nothing is kept.
     *
     * @throws Refusal as {@link #write}
     */
    public Preview preview(String number, long letter, String what, List<Written> written) {
        Delivery sent = correctable(number, letter);
        Map<String, String> texts = changed(sent, written);
        Letter corrected = kind(sent).with(number, sent.first().occurrence(), texts);
        return new Preview(correction(sent, what).titled(corrected.title()), letters.correctedPdf(corrected, correction(sent, what)), changes(freeTexts(sent), texts));
    }

    /**
     * Keeps the correction with its documents as they go, and issues it; or has HR asked first.
     *
     * @param byHr    whether it is HR who corrects it, so that nobody else is asked
     * @param manager staff number of who hands over a paper copy where mail does not reach
     * @return the new version; empty while it waits for HR
     * @throws Refusal when the letter cannot be corrected, or a text that it needs is missing
     */
    public Optional<Sent> write(String number, long letter, String what, List<Written> written, String userId, boolean byHr, String manager) {
        deliveries.hold(letter);
        Delivery sent = correctable(number, letter);
        String occurrence = sent.first().occurrence();
        Map<String, String> texts = changed(sent, written);
        CorrectableLetter kind = kind(sent);
        List<KeptDocument> documents = Stream.concat(Stream.of(letters.corrected(kind.with(number, occurrence, texts), correction(sent, what))), kind.enclosures(number).stream())
                .map(document -> ledger.issue(number, sent.kind(), document)).map(kept -> new KeptDocument(kept.id(), kept.sha256())).toList();
        LetterCorrection correction = corrections.saveAndFlush(new LetterCorrection(sent, what, texts, documents, kind.enclosed(number), userId, LocalDateTime.now(clock)));
        if (kind.isConfirmedByHr(number, occurrence) && !byHr) {
            start.start(number, correction.id());
            return Optional.empty();
        }
        correction.confirm(userId, LocalDateTime.now(clock));
        return Optional.of(issue(correction, manager));
    }

    private Map<String, String> changed(Delivery sent, List<Written> written) {
        Map<String, String> texts = texts(sent, written);
        new Refusals().when(kind(sent).isItsTextsAlone() && changes(freeTexts(sent), texts).isEmpty(), "texts", "nothingChanged", clause(sent.businessKey(), "S1A-02"),
                "Nothing is written anew: correct the text that was wrong, or leave the " + Kinds.noun(sent.kind()) + " as it was sent.").throwIfAny();
        return texts;
    }

    private Map<String, String> texts(Delivery sent, List<Written> written) {
        Refusals refusals = new Refusals();
        Map<String, FreeText> known = new LinkedHashMap<>();
        freeTexts(sent).forEach(text -> known.put(text.id(), text));
        Map<String, String> texts = new LinkedHashMap<>();
        known.values().stream().filter(text -> text.text() != null).forEach(text -> texts.put(text.id(), text.text()));
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < written.size(); at++) {
            Written one = written.get(at);
            FreeText text = known.get(one.id());
            refusals.when(text == null, "texts[" + at + "].id", "unknown", "", "There is no such text in it. Open the correction again from its page.");
            refusals.when(text != null && !seen.add(one.id()), "texts[" + at + "].id", "twice", "", "This text is given twice. Remove one of the two.");
            if (text != null) {
                refusals.when(text.required() && one.text() == null, "texts[" + at + "].text", "required", clause(sent.businessKey(), "S1A-01"), "The " + Kinds.noun(sent.kind()) + " needs this text: fill it in.");
                texts.put(one.id(), one.text());
            }
        }
        refusals.throwIfAny();
        texts.values().removeIf(text -> text == null);
        return texts;
    }

    private static List<ChangedParagraph> changes(List<FreeText> before, Map<String, String> texts) {
        List<ChangedParagraph> changes = new ArrayList<>();
        before.forEach(text -> changes.addAll(ChangedParagraph.between(text.text() == null ? "" : text.text(), texts.getOrDefault(text.id(), ""))));
        return Collections.unmodifiableList(changes);
    }

    private static Correction correction(Delivery sent, String what) {
        return new Correction(sent.letterVersion() + 1, sent.sentAt().toLocalDate(), what);
    }

    private Sent issue(LetterCorrection correction, String manager) {
        LocalDateTime now = LocalDateTime.now(clock);
        correction.issued();
        corrections.saveAndFlush(correction);
        Delivery sent = correction.replaces();
        int version = sent.letterVersion() + 1;
        StaffMember colleague = staff.require(sent.toStaffNumber());
        String noun = Kinds.noun(sent.kind());
        StringBuilder text = new StringBuilder("Please find attached a corrected version of our " + noun + " of " + InWords.of(sent.sentAt().toLocalDate())
                + ". It takes the place of that " + noun + "; its first lines say what was corrected.\n");
        if (sent.receiptNeeded()) {
            LocalDate until = workingDays.plus(now.toLocalDate(), trust.commentPeriodDays());
            text.append("Your comments or corrections are welcome within ").append(trust.commentPeriodDays()).append(" working days (until ").append(InWords.of(until))
                    .append(now.toLocalDate().isAfter(correction.writtenAt().toLocalDate()) ? ": this day counts, not the earlier one in the letter" : "").append("); later ones are kept too.\n");
        }
        Delivery written = ledger.sendVersion(new Dispatch(sent.businessKey(), sent.kind(), sent.first().occurrence() + "-letter-" + version,
                new Recipient(colleague.staffNumber(), colleague.fullName(), colleague.email()), sent.copies(), noun.equals("note") ? subjects.note() : subjects.letter(), text.toString(),
                correction.documents().stream().map(kept -> ledger.kept(kept.documentId(), kept.sha256())).toList(), sent.receiptNeeded(), manager), sent);
        return ledger.find(written.id()).orElseThrow();
    }

    // ---- HR's word

    /** What HR confirms. */
    @Transactional(readOnly = true)
    public Waiting waiting(long correction) {
        LetterCorrection found = require(correction);
        return new Waiting(ledger.find(found.replaces().id()).orElseThrow().label(), found.what(),
                ledger.issued(found.documents().stream().map(KeptDocument::documentId).toList()), changes(freeTexts(found.replaces()), found.texts()));
    }

    /**
     * HR has confirmed it: {@link #send} follows.
     *
     * @return the new version in words, e.g. "Outcome letter, version 2"
     * @throws Refusal when the letter cannot be sent to the colleague any more
     */
    public String confirm(long correction, String userId) {
        LetterCorrection found = require(correction);
        if (staff.findCurrent(found.replaces().toStaffNumber()).isEmpty()) {
            throw new Refusal("confirmed", "hasLeft", "S1A-02", "The colleague has left the Trust: nothing more is sent to them. Do not confirm the correction, and say so.");
        }
        if (found.enclosed() != null && !found.enclosed().equals(kind(found.replaces()).enclosed(found.replaces().businessKey()))) {
            throw new Refusal("confirmed", "planRevised", "S1A-02", "The plan was revised meanwhile: the one that goes with this letter is not in force any more. "
                    + "Do not confirm the correction, and ask for it to be written again.");
        }
        kind(found.replaces()).overtaken(found.replaces().businessKey(), found.replaces().first().occurrence()).ifPresent(why -> {
            throw new Refusal("confirmed", "overtaken", "S1A-02", why + " Do not confirm the correction, and say so.");
        });
        found.confirm(userId, LocalDateTime.now(clock));
        return Kinds.label(found.replaces().kind(), found.replaces().letterVersion() + 1);
    }

    /**
     * Sends a correction that HR has confirmed, byte for byte as it was seen.
     *
     * @param manager staff number of who hands over a paper copy where mail does not reach
     */
    public Sent send(long correction, String manager) {
        return issue(require(correction), manager);
    }

    /** HR does not confirm it and says what has to change: nothing goes out, and the letter that was sent stands. */
    public void refuse(long correction, String changes, String userId) {
        require(correction).refuse(changes, userId, LocalDateTime.now(clock));
    }

    private LetterCorrection require(long correction) {
        return corrections.findById(correction).orElseThrow(() -> new IllegalArgumentException("no correction " + correction));
    }
}
