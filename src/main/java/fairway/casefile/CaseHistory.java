package fairway.casefile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import fairway.correspondence.ColleagueWords;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.correspondence.OtherDate;
import fairway.correspondence.OtherDates;
import fairway.correspondence.Sent;
import fairway.onetoone.Example;
import fairway.onetoone.SupportRecord;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.ChronologyEntry;
import fairway.performancecase.EvidenceOfCases;
import fairway.performancecase.PerformanceCase;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import fairway.trust.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chronology of a case from all modules: the examples and support that it stands on, what was done and decided, letters, and what the colleague
 * wrote about them. No restricted text is in it; what tells that health came up is marked.
 */
@Component
@Transactional(readOnly = true)
class CaseHistory {

    /** What is sent to those who work on the case, and calendar entries, are no part of its story. */
    private static final Set<String> LEFT_OUT = Set.of(Kinds.REMINDER, Kinds.NOTICE, Kinds.CALENDAR_ENTRY, Kinds.REFERRAL_STOP);

    private static final Comparator<HistoryEntry> BY_TIME = Comparator.comparing(HistoryEntry::on)
            .thenComparing(HistoryEntry::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Cases cases;
    private final Chronology chronology;
    private final EvidenceOfCases evidence;
    private final Deliveries deliveries;
    private final OtherDates otherDates;
    private final Staff staff;

    CaseHistory(Cases cases, Chronology chronology, EvidenceOfCases evidence, Deliveries deliveries, OtherDates otherDates, Staff staff) {
        this.cases = cases;
        this.chronology = chronology;
        this.evidence = evidence;
        this.deliveries = deliveries;
        this.otherDates = otherDates;
        this.staff = staff;
    }

    /** The earliest first. */
    List<HistoryEntry> of(String number) {
        PerformanceCase about = cases.require(number);
        List<HistoryEntry> all = new ArrayList<>();
        evidence.examples(about).stream().map(CaseHistory::entry).forEach(all::add);
        evidence.support(about).stream().map(CaseHistory::entry).forEach(all::add);
        chronology.of(number).stream().map(this::entry).forEach(all::add);
        letters(number).stream().map(CaseHistory::entry).forEach(all::add);
        deliveries.wordsOf(number).stream().map(this::entry).forEach(all::add);
        otherDates.of(number).stream().map(CaseHistory::entry).forEach(all::add);
        return all.stream().sorted(BY_TIME).toList();
    }

    /** Letters and notes that were sent or handed over, the earliest first. */
    List<Sent> letters(String number) {
        return deliveries.of(number).stream().filter(sent -> !LEFT_OUT.contains(sent.kind()) && sent.sentAt() != null)
                .sorted(Comparator.comparing(Sent::sentAt)).toList();
    }

    private static HistoryEntry entry(Example example) {
        return new HistoryEntry(example.on(), null, null, "Example: " + example.kind().label().toLowerCase(Locale.UK),
                "Expected: " + example.expected() + "\nHappened: " + example.happened() + (example.cause() == null ? "" : "\nCause: " + example.cause()));
    }

    private static HistoryEntry entry(SupportRecord support) {
        return new HistoryEntry(support.on(), null, null, "Support " + (support.declined() ? "offered and declined: " : "given: ")
                + support.kind().label().toLowerCase(Locale.UK), support.what());
    }

    private HistoryEntry entry(ChronologyEntry entry) {
        LocalDateTime at = LocalDateTime.ofInstant(entry.at(), WorkingDays.LONDON);
        return new HistoryEntry(at.toLocalDate(), at.toLocalTime(), name(entry.byUser()), entry.what(), entry.detail(), entry.restricted());
    }

    private static HistoryEntry entry(Sent sent) {
        return new HistoryEntry(sent.sentAt().toLocalDate(), sent.sentAt().toLocalTime(), null, sent.label() + " sent to " + sent.to(), sent.corrected() == null ? null : "What was corrected: " + sent.corrected(),
                sent.isRestricted());
    }

    private HistoryEntry entry(ColleagueWords words) {
        return new HistoryEntry(words.at().toLocalDate(), words.at().toLocalTime(), name(words.recordedBy()),
                "The colleague’s comment" + (words.onPaper() ? " on paper, " : ", ") + Kinds.label(words.about()).toLowerCase(Locale.UK) + (words.mark().isEmpty() ? "" : " (" + words.mark() + ")"), words.text());
    }

    private static HistoryEntry entry(OtherDate proposed) {
        return new HistoryEntry(proposed.madeAt().toLocalDate(), proposed.madeAt().toLocalTime(), null,
                "The colleague proposed another date of the " + proposed.meeting() + ": " + InWords.of(proposed.start()), proposed.reason());
    }

    private String name(String userId) {
        return userId == null ? null : staff.byUser(userId).map(StaffMember::fullName).orElse(userId);
    }
}
