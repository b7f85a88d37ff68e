package fairway.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import fairway.access.Parties;
import fairway.access.Relation;
import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Kinds;
import fairway.correspondence.LetterHead;
import fairway.correspondence.Letters;
import fairway.correspondence.Named;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.correspondence.SubjectAccessPack;
import fairway.correspondence.SubjectAccessReply;
import fairway.form.Refusal;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers requests for what is kept about somebody (UK GDPR Art. 12 and 15): within one calendar month of the day on which they came in, which may be
 * extended once by two months.
 */
@Service
@Transactional
public class SubjectAccess {

    private static final String COLUMNS = "select number, staff_number, received_on, identity_checked, scope, send_to, handled_by, due_on, extended_until, extension_reason, state, decision_reason, ended_on "
            + "from subject_access_request";

    private final JdbcClient jdbc;
    private final KeptAbout kept;
    private final Seal seal;
    private final ObjectMapper json;
    private final Staff staff;
    private final WorkingDays days;
    private final TrustSettings trust;
    private final RetentionSettings settings;
    private final Letters letters;
    private final Deliveries deliveries;
    private final Subjects subjects;
    private final PdfText pdfText;
    private final SubjectAccessProcess steps;
    private final CaseAccess access;
    private final HrOfTheTrust hr;
    private final AccessLog log;
    private final Clock clock;

    SubjectAccess(JdbcClient jdbc, KeptAbout kept, Seal seal, ObjectMapper json, Staff staff, WorkingDays days, TrustSettings trust, RetentionSettings settings, Letters letters, Deliveries deliveries,
                  Subjects subjects, PdfText pdfText, SubjectAccessProcess steps, CaseAccess access, HrOfTheTrust hr, AccessLog log, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.seal = seal;
        this.json = json;
        this.staff = staff;
        this.days = days;
        this.trust = trust;
        this.settings = settings;
        this.letters = letters;
        this.deliveries = deliveries;
        this.subjects = subjects;
        this.pdfText = pdfText;
        this.steps = steps;
        this.access = access;
        this.hr = hr;
        this.log = log;
        this.clock = clock;
    }

    /** @return the new request's number */
    String receive(String staffNumber, LocalDate receivedOn, String identityChecked, String scope, String userId) {
        int year = LocalDate.now(clock).getYear();
        int last = jdbc.sql("insert into subject_access_number (year, last) values (?, 1) on conflict (year) do update set last = subject_access_number.last + 1 returning last")
                .param(year).query(Integer.class).single();
        String number = "SAR-%04d-%06d".formatted(year, last);
        jdbc.sql("insert into subject_access_request (number, staff_number, received_on, identity_checked, scope, handled_by, started_at, due_on, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'review')")
                .param(number).param(staffNumber).param(receivedOn).param(identityChecked).param(scope).param(userId).param(LocalDateTime.now(clock)).param(dueOn(receivedOn)).update();
        letters.caseBegins(number);
        log.done("subject-access-received", number, userId);
        return number;
    }

    /** One calendar month after it came in; a last day that is no working day moves to the next one. */
    LocalDate dueOn(LocalDate receivedOn) {
        return days.onOrAfter(receivedOn.plusMonths(1));
    }

    /** Three months after it came in: the longest that an extension may take. */
    LocalDate longestExtension(SubjectAccessRequest request) {
        return days.onOrAfter(request.receivedOn().plusMonths(3));
    }

    @Transactional(readOnly = true)
    Optional<SubjectAccessRequest> find(String number) {
        return jdbc.sql(COLUMNS + " where number = ?").param(number).query((row, n) -> request(row)).optional();
    }

    /** @throws IllegalArgumentException when there is none */
    @Transactional(readOnly = true)
    SubjectAccessRequest require(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("no subject access request " + number));
    }

    /** Whether a request of this person that came in on this day is being answered: the same one is not recorded twice. */
    @Transactional(readOnly = true)
    boolean isOpen(String staffNumber, LocalDate receivedOn) {
        return jdbc.sql("select exists (select from subject_access_request where staff_number = ? and received_on = ? and ended_on is null)").param(staffNumber).param(receivedOn)
                .query(Boolean.class).single();
    }

    /** All requests, latest first. */
    @Transactional(readOnly = true)
    List<SubjectAccessRequest> all() {
        return jdbc.sql(COLUMNS + " order by number desc").query((row, n) -> request(row)).list();
    }

    /**
     * Whether nobody but others may answer it: their own request, that of somebody above them in the staff list, or of somebody with a part in a case that
     * is shut to them, which the answer opens.
     */
    @Transactional(readOnly = true)
    public boolean isInConflict(String userId, String staffNumber) {
        if (access.relation(userId, new Parties("", staffNumber, "", null, null, "", Set.of(), Set.of(), Set.of())) == Relation.IN_CONFLICT) {
            return true;
        }
        Set<String> shut = access.conflictedCases(userId);
        return !shut.isEmpty() && jdbc.sql("select number from performance_case where number in (:shut) and :person in (colleague, manager, adviser, deputy)")
                .param("shut", shut).param("person", staffNumber).query(String.class).list().stream().findAny().isPresent();
    }

    /** The user who answers it, unless they have left or are in conflict; empty for another business key. */
    @Transactional(readOnly = true)
    public Optional<String> handledBy(String number) {
        return find(number).map(SubjectAccessRequest::handledBy).filter(user -> !isShutTo(user, number));
    }

    /** Whether this user may not answer it: no longer of HR of the whole Trust, or in conflict. */
    @Transactional(readOnly = true)
    public boolean isShutTo(String userId, String number) {
        return !hr.is(userId)
                || find(number).filter(request -> !isInConflict(userId, request.staffNumber())).isEmpty();
    }

    /** Whoever answers it, or while they cannot, another of HR of the whole Trust: for what has to be handed over on paper. Empty for another business key. */
    @Transactional(readOnly = true)
    public Optional<String> handedOverBy(String number) {
        return handledBy(number).or(() -> find(number).flatMap(request -> staff.hrPeople().stream().filter(StaffMember::hasSignIn).map(StaffMember::userId)
                .filter(user -> !isShutTo(user, number)).findFirst()));
    }

    /** Whoever answers it has left, or may not any more: its tasks are those of HR of the whole Trust. */
    void ownersChanged() {
        all().stream().filter(request -> handledBy(request.number()).isEmpty()).forEach(request -> {
            steps.ownersChanged(request.number());
            if (request.isOpen()) {
                deliveries.send(Dispatch.message(request.number(), Kinds.REMINDER, "nobodyAnswers-" + request.handledBy(), mailbox(), subjects.reminder(),
                        "Whoever was answering a subject access request no longer can. It waits for HR of the whole Trust: claim “Review the pack” in Tasklist. The answer is due by "
                                + InWords.of(request.lastDay()) + " (UK GDPR Art. 12(3)).\n\n" + linkTo(request.number()), null));
            }
        });
    }

    private String linkTo(String number) {
        return "Request " + number + ": " + trust.baseUrl() + "/subject-access/" + number + "\n";
    }

    /** The last day for the answer; empty for another business key. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDay(String number) {
        return find(number).map(SubjectAccessRequest::lastDay);
    }

    /** When its answer is reminded of; empty for another business key. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> remindOn(String number) {
        return lastDay(number).map(last -> last.minus(settings.subjectAccessReminder()));
    }

    /** Collects everything that is kept about the person, with whoever else is named there. */
    public void collect(String number) {
        SubjectAccessRequest request = require(number);
        byte[] pack = bytes(kept.of(request.staffNumber()));
        jdbc.sql("update subject_access_request set pack = ?, collected_at = ? where number = ?").param(seal.sealBytes(SealedColumn.SUBJECT_ACCESS_PACK, number, pack))
                .param(LocalDateTime.now(clock)).param(number).update();
        log.read(AccessLog.Kind.EXPORT, number + " collected, health records included", request.handledBy());
        casesRead(request.staffNumber(), "collected for " + number, request.handledBy());
    }

    /** In the record of each case too: whoever asks there who has seen its health data finds this. */
    void casesRead(String staffNumber, String how, String userId) {
        jdbc.sql("select number from performance_case where colleague = ? order by number").param(staffNumber).query(String.class).list()
                .forEach(number -> log.read(AccessLog.Kind.HEALTH_RECORD, number + " " + how, userId));
    }

    /** What was collected; empty once the request is answered. */
    @Transactional(readOnly = true)
    Optional<CollectedPack> collected(String number) {
        return jdbc.sql("select pack from subject_access_request where number = ? and pack is not null").param(number).query(byte[].class).optional()
                .map(sealed -> read(seal.openBytes(SealedColumn.SUBJECT_ACCESS_PACK, number, sealed), CollectedPack.class));
    }

    void redact(String number, Redactions redactions) {
        jdbc.sql("update subject_access_request set redactions = ? where number = ?").param(seal.sealBytes(SealedColumn.SUBJECT_ACCESS_REDACTIONS, number, bytes(redactions)))
                .param(number).update();
    }

    void extend(String number, LocalDate until, String reason) {
        jdbc.sql("update subject_access_request set extended_until = ?, extension_reason = ?, extended_on = ? where number = ?").param(until).param(reason).param(LocalDate.now(clock))
                .param(number).update();
    }

    /** Whoever reviews it answers it from now on. */
    void reviewed(String number, String userId, String identityChecked, String sendTo) {
        jdbc.sql("update subject_access_request set handled_by = ?, identity_checked = ?, send_to = ? where number = ?").param(userId).param(identityChecked).param(sendTo).param(number).update();
    }

    void decide(String number, String state, String reason) {
        jdbc.sql("update subject_access_request set decision_reason = ?, redactions = case when ? = 'issued' then redactions end where number = ?").param(reason).param(state).param(number).update();
        if (state.equals("withdrawn")) {
            end(number, state);
        }
    }

    private void end(String number, String state) {
        jdbc.sql("update subject_access_request set state = ?, ended_on = ?, pack = null where number = ?").param(state).param(LocalDate.now(clock)).param(number).update();
        log.done("subject-access-" + state, number, require(number).handledBy());
    }

    public void remind(String number) {
        tell(number, "dueSoon", handler(number).orElseGet(this::mailbox), "The answer to a subject access request is due by " + InWords.of(require(number).lastDay()) + " (UK GDPR Art. 12(3)).");
    }

    /** Tells whoever answers it, and HR's mailbox too: somebody else may have to see to it. */
    public void tellOfOverdueAnswer(String number) {
        String text = "The answer to a subject access request was due by " + InWords.of(require(number).lastDay()) + " and is overdue (UK GDPR Art. 12(3)).";
        handler(number).ifPresent(late -> tell(number, "overdue", late, text));
        tell(number, "overdue-mailbox", mailbox(), text);
    }

    /** A step of it failed for good: until operations have put that right nobody is given the review, and no other reminder goes out. Nothing for another business key. */
    public void standsStill(String number, String incident) {
        if (number != null && find(number).filter(SubjectAccessRequest::isOpen).isPresent()) {
            deliveries.send(Dispatch.message(number, Kinds.REMINDER, "standsStill-" + incident, mailbox(), subjects.reminder(),
                    "A subject access request stands still: a step that Fairway does by itself has failed. Your Fairway operations see why in Cockpit, and it goes on once they have put it right. "
                            + "The answer is due by " + InWords.of(require(number).lastDay()) + " all the same (UK GDPR Art. 12(3)).\n\n" + linkTo(number), null));
        }
    }

    private Optional<Recipient> handler(String number) {
        return handledBy(number).flatMap(staff::byUser).map(SubjectAccess::recipient);
    }

    private Recipient mailbox() {
        return Recipient.mailbox("Human Resources", trust.hrMail());
    }

    private void tell(String number, String occurrence, Recipient to, String text) {
        deliveries.send(Dispatch.message(number, Kinds.REMINDER, occurrence + "-" + require(number).lastDay(), to, subjects.reminder(), text + "\n\n" + linkTo(number), null));
    }

    public void tellOfExtension(String number) {
        SubjectAccessRequest request = require(number);
        reply(request, "extension", new SubjectAccessReply(head(request), request.receivedOn(), request.extendedUntil(), request.extensionReason()));
    }

    public void tellOfRefusal(String number) {
        SubjectAccessRequest request = require(number);
        reply(request, "refusal", new SubjectAccessReply(head(request), request.receivedOn(), null, request.decisionReason()));
        end(number, "refused");
    }

    private void reply(SubjectAccessRequest request, String occurrence, SubjectAccessReply letter) {
        StaffMember person = staff.require(request.staffNumber());
        deliveries.send(new Dispatch(request.number(), Kinds.SUBJECT_ACCESS_REPLY, occurrence, answered(request, person), List.of(), subjects.letter(),
                "Please find our answer to your request attached.\n", List.of(letters.attachment(letter)), false, staffNumberOf(request.handledBy())));
    }

    /**
     * Sends the redacted pack with the person's letters.
     *
     * @throws Refusal when a word that was to be taken out stands in it all the same; nothing is sent then
     */
    public void issue(String number) {
        SubjectAccessRequest request = require(number);
        StaffMember person = staff.require(request.staffNumber());
        CollectedPack collected = collected(number).orElseThrow();
        byte[] pdf = redacted(request, collected);
        List<Attachment> documents = new ArrayList<>();
        documents.add(Attachment.pdf("What is kept about you", pdf));
        if (!collected.files().isEmpty()) {
            documents.add(new Attachment("your-letters.zip", "Your letters", "application/zip", zip(collected.files())));
        }
        deliveries.send(new Dispatch(number, Kinds.SUBJECT_ACCESS_PACK, "pack", answered(request, person), List.of(), subjects.letter(),
                "You asked for a copy of what Fairway keeps about you. It is attached, with the letters that were sent to you.\n", documents, false, staffNumberOf(request.handledBy())));
        end(number, "issued");
    }

    /** Where an answer goes: to the address that HR checked, or to the staff mailbox; of somebody who has left that is closed, or somebody else's by now, so they get paper. */
    private Recipient answered(SubjectAccessRequest request, StaffMember person) {
        String mail = request.sendTo() != null ? request.sendTo() : hasLeft(person) ? null : person.email();
        return new Recipient(person.staffNumber(), person.fullName(), mail);
    }

    @Transactional(readOnly = true)
    boolean hasLeft(StaffMember person) {
        return !person.listed() || !staff.isCurrent(person);
    }

    /** The pack as it would be issued now. */
    private byte[] redacted(SubjectAccessRequest request, CollectedPack collected) {
        return redacted(request, collected, jdbc.sql("select redactions from subject_access_request where number = ? and redactions is not null").param(request.number()).query(byte[].class)
                .optional().map(sealed -> read(seal.openBytes(SealedColumn.SUBJECT_ACCESS_REDACTIONS, request.number(), sealed), Redactions.class)).orElseGet(() -> new Redactions(List.of())));
    }

    /**
     * The pack with these words taken out.
     *
     * @throws Refusal when one of them stands in it all the same
     */
    @Transactional(readOnly = true)
    byte[] redacted(SubjectAccessRequest request, CollectedPack collected, Redactions redactions) {
        RedactedPack pack = new RedactedPack(collected.items(), redactions);
        LetterHead head = head(request);
        if (!pack.leftIn(head.from().name()).isEmpty()) {
            head = new LetterHead(head.reference(), head.date(), head.to(), new Named("Human Resources", null));
        }
        String scope = request.scope() == null ? null : pack.without(request.scope());
        byte[] pdf = letters.pdf(letter(head, request.staffNumber(), request.receivedOn(), scope, pack.items(), pack.reasons(), collected.files()));
        if (!pack.leftInItems().isEmpty() || !pack.leftInPages(pdfText.of(pdf), new String(pdf, StandardCharsets.ISO_8859_1)).isEmpty()) {
            throw new Refusal("", "stillThere", "", "Some of the words that were to be taken out stand in the pack all the same, so nothing was sent. Tell your Fairway operations.");
        }
        return pdf;
    }

    /** What was collected, nothing taken out, for whoever reviews it. */
    @Transactional(readOnly = true)
    byte[] unredacted(SubjectAccessRequest request, CollectedPack collected) {
        return letters.pdf(letter(head(request), request.staffNumber(), request.receivedOn(), request.scope(), collected.items(), List.of(), collected.files()));
    }

    /** Whether somebody on the staff list has or had this staff number. */
    @Transactional(readOnly = true)
    public boolean knows(String staffNumber) {
        return staff.find(staffNumber).isPresent();
    }

    /**
     * Everything that is kept about a person and their letters, in one archive; it answers no request, and nothing is taken out.
     *
     * @throws IllegalArgumentException when there is nobody with this staff number
     */
    @Transactional(readOnly = true)
    public byte[] archive(String staffNumber, String askedBy) {
        CollectedPack collected = kept.of(staffNumber);
        log.read(AccessLog.Kind.EXPORT, "subject access to " + staffNumber + ", health records included", askedBy);
        casesRead(staffNumber, "exported for subject access", askedBy);
        LetterHead head = new LetterHead(null, LocalDate.now(clock), named(staff.require(staffNumber)), new Named("Human Resources", null));
        byte[] pdf = letters.pdf(letter(head, staffNumber, null, null, collected.items(), List.of(), collected.files()));
        return zip(collected.files(), pdf);
    }

    private SubjectAccessPack letter(LetterHead head, String staffNumber, LocalDate receivedOn, String scope, List<KeptItem> items, List<SubjectAccessPack.Redaction> redactions,
                                     List<Long> files) {
        return new SubjectAccessPack(head, named(staff.require(staffNumber)), receivedOn, scope, part(items, KeptPart.STAFF_LIST), part(items, KeptPart.ONE_TO_ONES),
                part(items, KeptPart.CASES), part(items, KeptPart.LETTERS), part(items, KeptPart.DRAFTS), part(items, KeptPart.NAMED), part(items, KeptPart.READINGS),
                part(items, KeptPart.UPKEEP), redactions, files.stream().map(id -> fileName(files, id, deliveries.document(id))).toList());
    }

    private static List<SubjectAccessPack.Item> part(List<KeptItem> items, KeptPart part) {
        return items.stream().filter(item -> item.part() == part).map(item -> new SubjectAccessPack.Item(item.title(),
                item.facts().stream().map(fact -> new SubjectAccessPack.Fact(fact.label(), fact.text())).toList())).toList();
    }

    private byte[] zip(List<Long> files, byte[]... pack) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (byte[] pdf : pack) {
                zip.putNextEntry(new ZipEntry("what-is-kept-about-you.pdf"));
                zip.write(pdf);
                zip.closeEntry();
            }
            for (Long id : files) {
                Attachment letter = deliveries.document(id);
                zip.putNextEntry(new ZipEntry("letters/" + fileName(files, id, letter)));
                zip.write(letter.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String fileName(List<Long> files, Long id, Attachment letter) {
        return "%02d-%s".formatted(files.indexOf(id) + 1, letter.fileName());
    }

    private LetterHead head(SubjectAccessRequest request) {
        return new LetterHead(request.number(), LocalDate.now(clock), named(staff.require(request.staffNumber())),
                staff.byUser(request.handledBy()).map(SubjectAccess::named).orElseGet(() -> new Named("Human Resources", null)));
    }

    private static Named named(StaffMember person) {
        return new Named(person.fullName(), person.jobTitle());
    }

    private static Recipient recipient(StaffMember person) {
        return new Recipient(person.staffNumber(), person.fullName(), person.email());
    }

    private String staffNumberOf(String userId) {
        return staff.byUser(userId).map(StaffMember::staffNumber).orElse(null);
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(byte[] value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SubjectAccessRequest request(ResultSet row) throws SQLException {
        return new SubjectAccessRequest(row.getString("number"), row.getString("staff_number"), day(row, "received_on"), row.getString("identity_checked"), row.getString("scope"), row.getString("send_to"),
                row.getString("handled_by"), day(row, "due_on"), day(row, "extended_until"), row.getString("extension_reason"), row.getString("state"), row.getString("decision_reason"), day(row, "ended_on"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
