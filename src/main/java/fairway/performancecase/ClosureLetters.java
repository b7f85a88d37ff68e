package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import fairway.correspondence.ClosureLetter;
import fairway.correspondence.ClosureLetter.Variant;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Kinds;
import fairway.correspondence.LetterHead;
import fairway.correspondence.Letters;
import fairway.correspondence.Named;
import fairway.correspondence.Signposted;
import fairway.correspondence.Subjects;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.TrustSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the colleague in writing how a case ended, one variant of the closure letter per end. Nothing is told where they were never spoken to,
 * and nothing to somebody who has left.
 */
@Component
class ClosureLetters {

    private final Letters letters;
    private final Deliveries deliveries;
    private final Subjects subjects;
    private final Staff staff;
    private final ObjectProvider<ClosureFacts> facts;
    private final ObjectProvider<OpenMatters> open;
    private final TrustSettings trust;
    private final Clock clock;

    ClosureLetters(Letters letters, Deliveries deliveries, Subjects subjects, Staff staff, ObjectProvider<ClosureFacts> facts,
                   ObjectProvider<OpenMatters> open, TrustSettings trust, Clock clock) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.subjects = subjects;
        this.staff = staff;
        this.facts = facts;
        this.open = open;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Sends the letter of this end, once for each time that the case comes to it.
     *
     * @param signedBy staff number of who signs
     * @param contact  staff number of whom the colleague can speak to
     */
    void tell(PerformanceCase about, Ending ending, String signedBy, String contact) {
        Optional<Variant> variant = variantOf(ending);
        Optional<StaffMember> colleague = staff.findCurrent(about.colleague());
        if (!about.spokenTo() || variant.isEmpty() || colleague.isEmpty() || isSent(about, ending)) {
            return;
        }
        ClosureLetter letter = compose(about, variant.get(), colleague.get(), signedBy, contact);
        deliveries.send(new Dispatch(about.number(), Kinds.CLOSURE_LETTER, occurrence(about, ending), CaseMail.recipient(colleague.get()), List.of(), subjects.letter(),
                "Dear " + colleague.get().firstName() + ",\n\nplease read the letter that comes with this message. If you have questions, speak to "
                        + letter.contact().name() + ".\n", List.of(letters.attachment(letter)), true, signedBy));
    }

    /** Letters stop: nothing more goes to a colleague who has left, also of what is on its way. */
    void stop(PerformanceCase about) {
        deliveries.stop(about.number(), about.colleague());
    }

    private boolean isSent(PerformanceCase about, Ending ending) {
        return deliveries.of(about.number(), Kinds.CLOSURE_LETTER).stream().anyMatch(sent -> sent.occurrence().equals(occurrence(about, ending)));
    }

    /** E.g. {@code standardMet}, and {@code standardMet-2} where monitoring had begun again before: what is told twice was to be told twice. */
    static String occurrence(PerformanceCase about, Ending ending) {
        return ending.name() + (about.timesReturned() == 0 ? "" : "-" + (about.timesReturned() + 1));
    }

    /** The end that a letter with this occurrence tells. */
    static Ending endingOf(String occurrence) {
        int time = occurrence.indexOf('-');
        return Ending.valueOf(time < 0 ? occurrence : occurrence.substring(0, time));
    }

    ClosureLetter compose(PerformanceCase about, Variant variant, StaffMember colleague, String signedBy, String contact) {
        boolean watched = variant == Variant.standardMet && about.watchUntil() != null;
        return new ClosureLetter(
                new LetterHead(about.number(), LocalDate.now(clock), named(colleague), named(staff.require(signedBy))),
                variant,
                about.conversationHeldOn(),
                facts.stream().flatMap(f -> f.stage1HeldOn(about.number()).stream()).findFirst().orElse(null),
                facts.stream().flatMap(f -> f.targets(about.number()).stream()).toList(),
                isForTheColleague(variant) ? about.endReason() : null,
                watched ? inWords(trust.watch()) : null,
                watched ? about.watchUntil() : null,
                open.stream().flatMap(o -> o.of(about.number()).stream()).map(OpenMatters.Matter::forColleague).filter(Objects::nonNull).toList(),
                named(staff.require(contact)),
                trust.signposts().stream().map(s -> new Signposted(s.label(), s.address())).toList());
    }

    /** HR's reasons are written so that the colleague may read them; why a manager withdrew is not. */
    private static boolean isForTheColleague(Variant variant) {
        return switch (variant) {
            case closedByHr, routedElsewhere, referred -> true;
            case improved, standardMet, sustained, withdrawn -> false;
        };
    }

    static Optional<Variant> variantOf(Ending ending) {
        return switch (ending) {
            case notInstigated, left -> Optional.empty();
            case improved -> Optional.of(Variant.improved);
            case standardMet -> Optional.of(Variant.standardMet);
            case sustained -> Optional.of(Variant.sustained);
            case referred -> Optional.of(Variant.referred);
            case closedByHr -> Optional.of(Variant.closedByHr);
            case withdrawn -> Optional.of(Variant.withdrawn);
            case routedElsewhere -> Optional.of(Variant.routedElsewhere);
        };
    }

    private static Named named(StaffMember person) {
        return new Named(person.fullName(), person.jobTitle());
    }

    /** E.g. "6 months", "1 year and 15 days". */
    static String inWords(Period period) {
        List<String> parts = Stream.of(part(period.getYears(), "year"), part(period.getMonths(), "month"), part(period.getDays(), "day"))
                .filter(Objects::nonNull).toList();
        return String.join(" and ", parts);
    }

    private static String part(int count, String unit) {
        return count == 0 ? null : count + " " + unit + (count == 1 ? "" : "s");
    }
}
