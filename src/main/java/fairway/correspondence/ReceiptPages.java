package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fairway.staff.Absences;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The colleague's side of a letter: what they were sent, their receipt and their words (S1A-02), by the token of the link. Who may is for {@link PersonalDoor} to say. */
@Service
@Transactional
public class ReceiptPages {

    /** No receipt period is followed further than this many calendar days, whatever absence is open. */
    private static final int HORIZON = 3 * 366;

    private final DeliveryRepository deliveries;
    private final Deliveries ledger;
    private final ColleagueCommentRepository comments;
    private final Documents documents;
    private final ObjectProvider<StandStill> standStills;
    private final ReceiptSignal signal;
    private final Absences absences;
    private final WorkingDays days;
    private final TrustSettings trust;
    private final PersonalLinks links;
    private final Clock clock;

    ReceiptPages(DeliveryRepository deliveries, Deliveries ledger, ColleagueCommentRepository comments, Documents documents, ObjectProvider<StandStill> standStills,
                 ReceiptSignal signal, Absences absences, WorkingDays days, TrustSettings trust, PersonalLinks links, Clock clock) {
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.comments = comments;
        this.documents = documents;
        this.standStills = standStills;
        this.signal = signal;
        this.absences = absences;
        this.days = days;
        this.trust = trust;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What the colleague sees.
     *
     * @param label         what was sent, in words
     * @param sentAt        Europe/London; null while the message that carries the link is still being confirmed by the mail server
     * @param receiptNeeded whether the colleague is asked to confirm the receipt
     * @param receivedAt    null before the receipt is confirmed
     * @param commentsUntil last day of the comment period; null before it was sent and while the case stands still for an unknown time
     * @param caseEndedOn   null while the case lasts
     * @param words         what they wrote so far, oldest first
     * @param replaces      the version that this one corrects; null for the first
     * @param replacedBy    the version that corrects this one; null for the newest, and while the corrected one is on its way
     */
    public record Page(long delivery, String label, String to, LocalDateTime sentAt, boolean receiptNeeded, LocalDateTime receivedAt, LocalDate commentsUntil, LocalDate caseEndedOn,
                       List<IssuedDocument> documents, List<ColleagueWords> words, LetterVersion replaces, LetterVersion replacedBy) {
    }

    @Transactional(readOnly = true)
    public Optional<Page> page(String token) {
        return delivery(token).map(d -> new Page(d.id(), Kinds.label(d.kind(), d.letterVersion()), d.toName(), d.sentAt(), d.receiptNeeded(), d.receivedAt(),
                d.sentAt() == null ? null : periodEnd(d).orElse(null), links.endedOn(d.businessKey()).orElse(null),
                d.documents().stream().map(Document::issued).toList(),
                comments.findByDeliveryIdOrderById(d.id()).stream().map(ColleagueComment::words).toList(),
                d.replaces() == null ? null : ledger.version(d.replaces()),
                deliveries.findByReplacesId(d.id()).filter(next -> next.sentAt() != null).map(ledger::version).orElse(null)));
    }

    /** One document of the letter that the token belongs to, or of another letter to the same person. */
    @Transactional(readOnly = true)
    public Optional<Attachment> document(String token, long id) {
        return delivery(token).flatMap(d -> Stream.concat(Stream.of(d), othersTo(d.toStaffNumber()))
                .flatMap(letter -> letter.documents().stream()).filter(doc -> doc.id() == id).findFirst()).map(documents::read);
    }

    private Stream<Delivery> othersTo(String staffNumber) {
        return staffNumber == null ? Stream.empty()
                : deliveries.findByToStaffNumberAndKindInAndSentAtNotNullOrderByIdDesc(staffNumber, Kinds.TO_THE_COLLEAGUE).stream();
    }

    /** Confirms the receipt; a second time changes nothing. @return false if there is no such page */
    public boolean confirmReceipt(String token) {
        Optional<Delivery> found = number(token).flatMap(deliveries::findLocked).filter(d -> d.receiptNeeded() && d.sentAt() != null);
        found.filter(d -> d.receivedAt() == null).ifPresent(d -> {
            d.received(LocalDateTime.now(clock));
            signal.receiptConfirmed(d.id());
        });
        return found.isPresent();
    }

    /** Keeps the colleague's words as they are, marked late after the comment period, and marked after the end of the case. @return what was kept, empty if there is no such page */
    public Optional<ColleagueWords> comment(String token, String text) {
        LocalDateTime now = LocalDateTime.now(clock);
        return delivery(token).filter(d -> d.sentAt() != null)
                .map(d -> comments.save(new ColleagueComment(d, text, now, periodEnd(d).filter(now.toLocalDate()::isAfter).isPresent(),
                        links.endedOn(d.businessKey()).isPresent())).words());
    }

    /**
     * Keeps what the colleague gave on paper about a letter, as {@link #comment} keeps what they write on their page: it counts for the day on which they gave it.
     *
     * @param by user id of who records it
     * @throws IllegalStateException for a letter that has not reached anybody yet
     */
    public ColleagueWords commentOnPaper(long delivery, String text, LocalDate givenOn, String by) {
        Delivery letter = deliveries.findById(delivery).filter(d -> d.sentAt() != null).orElseThrow(() -> new IllegalStateException("delivery " + delivery + " has not been sent"));
        LocalDateTime now = LocalDateTime.now(clock);
        return comments.save(new ColleagueComment(letter, text, givenOn.equals(now.toLocalDate()) ? now : givenOn.atTime(12, 0), periodEnd(letter).filter(givenOn::isAfter).isPresent(),
                links.endedOn(letter.businessKey()).filter(end -> !givenOn.isBefore(end)).isPresent(), by, now)).words();
    }

    /** Last day for receipt and comments: the working days of the Trust's setting after it was sent, without days on which the case stands still. Empty while it stands still for an unknown time. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> periodEnd(long delivery) {
        return periodEnd(deliveries.findById(delivery).orElseThrow(() -> new IllegalArgumentException("no delivery " + delivery)));
    }

    private Optional<LocalDate> periodEnd(Delivery delivery) {
        LocalDate day = delivery.sentAt().toLocalDate();
        LocalDate last = day.plusDays(HORIZON);
        for (int left = trust.commentPeriodDays(); left > 0 && day.isBefore(last); ) {
            day = day.plusDays(1);
            if (days.isWorkingDay(day) && !standsStill(delivery, day)) {
                left--;
            }
        }
        return Optional.of(day).filter(d -> d.isBefore(last));
    }

    private boolean standsStill(Delivery delivery, LocalDate day) {
        return delivery.toStaffNumber() != null && absences.absent(delivery.toStaffNumber(), day)
                || standStills.stream().anyMatch(s -> s.standsStill(delivery.businessKey(), day));
    }

    private Optional<Delivery> delivery(String token) {
        return number(token).flatMap(deliveries::findById);
    }

    private Optional<Long> number(String token) {
        return links.find(token).map(PersonalLink::delivery);
    }
}
