package fairway.health;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Kinds;
import fairway.correspondence.LetterHead;
import fairway.correspondence.Letters;
import fairway.correspondence.Named;
import fairway.correspondence.OccupationalHealthReferral;
import fairway.correspondence.Recipient;
import fairway.correspondence.Subjects;
import fairway.form.Preview;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.PerformanceCase;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.stage1.CaseLetters;
import fairway.stage1.CaseMail;
import fairway.stage1.Stage1;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a referral to Occupational Health, from the colleague's agreement to the advice (S1A-06). None of them answers with a text. */
@Service
@Transactional
public class ReferralSteps {

    private final Referrals referrals;
    private final ReferralProcess process;
    private final Seal seal;
    private final Cases cases;
    private final Stage1 stage1;
    private final Staff staff;
    private final CaseLetters people;
    private final CaseMail mail;
    private final Letters letters;
    private final Deliveries deliveries;
    private final Subjects subjects;
    private final Chronology chronology;
    private final WorkingDays workingDays;
    private final TrustSettings trust;
    private final Clock clock;

    ReferralSteps(Referrals referrals, ReferralProcess process, Seal seal, Cases cases, Stage1 stage1, Staff staff, CaseLetters people, CaseMail mail, Letters letters,
            Deliveries deliveries, Subjects subjects, Chronology chronology, WorkingDays workingDays, TrustSettings trust, Clock clock) {
        this.referrals = referrals;
        this.process = process;
        this.seal = seal;
        this.cases = cases;
        this.stage1 = stage1;
        this.staff = staff;
        this.people = people;
        this.mail = mail;
        this.letters = letters;
        this.deliveries = deliveries;
        this.subjects = subjects;
        this.chronology = chronology;
        this.workingDays = workingDays;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * The colleague agreed to be referred: a referral begins, which outlives the case. One at a time: while one is open, nothing happens.
     *
     * @return whether one begins
     */
    public boolean referralAgreed(String number, String userId) {
        return begin(Referral.agreed(number, today()), "Referral to Occupational Health agreed", userId);
    }

    /** As {@link #referralAgreed}, begun by manager or HR: the colleague agrees or declines when it is completed with them. */
    boolean referralDiscussed(String number, String userId) {
        return begin(Referral.discussed(number, today()), "Referral to Occupational Health discussed", userId);
    }

    private boolean begin(Referral referral, String inWords, String userId) {
        String number = referral.caseNumber();
        if (openReferral(number).isPresent()) {
            return false;
        }
        referrals.saveAndFlush(referral);
        chronology.addRestricted(number, userId, inWords);
        process.start(number, referral.id());
        return true;
    }

    /** The colleague was offered a referral in a meeting and did not want it: kept as that, nothing follows. */
    void referralDeclined(String number, String userId) {
        referrals.save(Referral.declined(number, today()));
        chronology.addRestricted(number, userId, "Referral to Occupational Health offered and declined");
    }

    Optional<Referral> openReferral(String number) {
        return referrals.findByCaseNumberOrderById(number).stream().filter(Referral::isOpen).findFirst();
    }

    Referral referral(String number, long id) {
        return referrals.findById(id).filter(found -> found.caseNumber().equals(number))
                .orElseThrow(() -> new IllegalArgumentException("no referral " + id + " in " + number));
    }

    void complete(String number, long id, CompleteReferral form, String userId) {
        boolean consent = form.consent() == CompleteReferral.Consent.given;
        referral(number, id).complete(seal.seal(SealedColumn.REFERRAL_REASON, number, form.reason()), seal.seal(SealedColumn.REFERRAL_QUESTIONS, number, form.questions()),
                form.shared().stream().map(shared -> seal.seal(SealedColumn.REFERRAL_SHARED, number, shared.what())).toList(), form.seenByColleague(), consent, today());
        chronology.addRestricted(number, userId, consent ? "Referral to Occupational Health completed with the colleague's consent"
                : "Colleague declined the referral to Occupational Health");
    }

    /** Sends the referral to the provider, with what the colleague agreed may be shared and nothing else; a copy of it goes to the colleague first. */
    public void send(String number, long id) {
        Referral referral = referral(number, id);
        String manager = mail.manager(number);
        Attachment document = letters.attachment(letter(number, referral.reason(seal), referral.questions(seal), referral.shared(seal),
                referral.seenByColleague() ? referral.completedOn() : null, referral.completedOn()));
        mail.sendToColleague(number, Kinds.OCCUPATIONAL_HEALTH_COPY, occurrence(id), "Please find attached your copy of the referral to Occupational Health to which you agreed. "
                + "If anything in it is not right, or if you no longer want it, tell your manager or Human Resources: you can withdraw your consent at any time, and it is stopped then.\n",
                List.of(document), false);
        deliveries.send(new Dispatch(number, Kinds.OCCUPATIONAL_HEALTH_REFERRAL, occurrence(id),
                Recipient.mailbox(trust.occupationalHealthName(), trust.occupationalHealthMail()), List.of(), subjects.letter(),
                "Please find a referral attached. Please answer to the person named in it.\n", List.of(document), false, manager));
        referral.sent(today());
        chronology.addRestricted(number, null, "Referral to Occupational Health sent");
    }

    /** The referral as provider and colleague would get it if it were completed now. Nothing is kept. */
    @Transactional(readOnly = true)
    Preview preview(String number, long id, CompleteReferral form) {
        referral(number, id);
        OccupationalHealthReferral letter = letter(number, form.reason(), form.questions(), form.shared().stream().map(CompleteReferral.Shared::what).toList(),
                form.seenByColleague() ? today() : null, today());
        return new Preview(letter.title(), letters.pdf(letter), List.of());
    }

    private OccupationalHealthReferral letter(String number, String reason, String questions, List<String> shared, LocalDate seenOn, LocalDate consentOn) {
        StaffMember colleague = staff.require(cases.require(number).colleague());
        Named provider = new Named(trust.occupationalHealthName(), null);
        Named adviceTo = cases.adviserOf(number).map(staff::require).map(adviser -> new Named(adviser.fullName(), adviser.email()))
                .orElseGet(() -> new Named("Human Resources", trust.hrMail()));
        return new OccupationalHealthReferral(new LetterHead(number, today(), provider, people.named(mail.manager(number))), new Named(colleague.fullName(), colleague.jobTitle()),
                colleague.email(), reason, questions, shared, seenOn, consentOn, adviceTo);
    }

    /** The day on which advice is asked after: some working days after the referral was sent or an appointment was made (Trust setting). */
    @Transactional(readOnly = true)
    public LocalDate adviceDueOn(String number, long id) {
        LocalDate since = referral(number, id).waitingSince();
        return workingDays.plus(since == null ? today() : since, trust.adviceReminderDays());
    }

    /** Advice has not come: HR is reminded to ask after it. */
    public void remindOfAdvice(String number, long id) {
        mail.tellHr(number, "advice-" + id + "-" + adviceDueOn(number, id), "Advice of Occupational Health, asked for on " + InWords.of(referral(number, id).sentOn())
                + ", has not been recorded yet. Please ask after it, or record it. (S1A-06)");
    }

    void recordAdvice(String number, long id, RecordOccupationalHealthAdvice form, String userId) {
        Referral referral = referral(number, id);
        referral.keep(seal.seal(SealedColumn.REFERRAL_FITNESS, number, form.fitness()), seal.seal(SealedColumn.REFERRAL_ADJUSTMENTS, number, form.adjustments()),
                seal.seal(SealedColumn.REFERRAL_RESTRICTED_NOTE, number, form.restrictedNote()), clock.instant(), userId);
        switch (form.state()) {
            case appointment -> {
                referral.appointmentMade(today(), form.appointmentOn());
                chronology.addRestricted(number, userId, "Occupational Health: appointment made");
            }
            case adviceReceived -> {
                referral.adviceReceived(today());
                chronology.addRestricted(number, userId, "Occupational Health: advice received");
            }
            case withdrawn -> {
                referral.withdraw(today(), false);
                holdBack(number, id);
                chronology.addRestricted(number, userId, "Referral to Occupational Health withdrawn");
                if (!process.tellsProvider(number, id)) {
                    tellProviderToStop(number, id);
                }
            }
        }
    }

    /**
     * Passes the advised adjustments on to the manager, and nothing else of the advice: as a promise of the Trust while the case is open, told in
     * Fairway and not by mail.
     *
     * @return id of what was promised and is to be arranged; empty where nothing was advised, or the case has ended
     */
    public Optional<Long> passOnAdjustments(String number, long id) {
        String adjustments = referral(number, id).adjustments(seal);
        PerformanceCase about = cases.require(number);
        Optional<Long> promised = adjustments == null || !about.isOpen() ? Optional.empty()
                : Optional.of(stage1.promiseAdjustment(number, adjustments, mail.manager(number), workingDays.plus(today(), trust.taskDays()), false).id());
        mail.tellManager(number, "adviceReceived-" + id, adjustments == null
                ? "Occupational Health has given its advice. It advises no adjustments."
                : "Occupational Health has given its advice, and advises adjustments. You find them in Fairway, on the page of the case"
                        + (promised.isEmpty() ? "" : ", and are asked there to arrange them") + ". (S1D-08, S1A-06)");
        return promised;
    }

    /**
     * The referral was withdrawn by the Trust or the provider: a provider that has it is told to stop, and nothing of why. Where it has not gone out, it stays
     * here and nobody is told.
     */
    public void tellProviderToStop(String number, long id) {
        if (referral(number, id).sentOn() != null && !holdBack(number, id)) {
            tellProvider(number, "referralWithdrawn-" + id + "-provider", "The referral that we sent to you under " + number + " is withdrawn. Please stop: nothing more is needed.\n");
        }
    }

    /** The colleague withdraws their consent: the open referral stops wherever it is. */
    void withdrawConsent(String number, String userId) {
        Referral referral = openReferral(number).orElseThrow(() -> new IllegalStateException(number + " has no open referral"));
        chronology.addRestricted(number, userId, "Colleague withdrew their consent to the referral");
        process.consentWithdrawn(number, referral.id());
    }

    /** The process of the referral stops. What has not reached the provider yet never does; a provider that has it is told to stop, and nothing else. */
    public void stop(String number, long id) {
        Referral referral = referral(number, id);
        boolean wentOut = referral.sentOn() != null && !holdBack(number, id);
        referral.withdraw(today(), true);
        if (wentOut) {
            tellProvider(number, "referralStopped-" + id + "-provider",
                    "The person whom we referred to you under " + number + " has withdrawn their consent. Please stop, and delete what we sent.\n");
        }
        mail.tellHr(number, "referralStopped-" + id, "The colleague has withdrawn their consent to the referral to Occupational Health. It was stopped. (S1A-06)");
    }

    private void tellProvider(String number, String occurrence, String text) {
        deliveries.send(Dispatch.message(number, Kinds.REFERRAL_STOP, occurrence, Recipient.mailbox(trust.occupationalHealthName(), trust.occupationalHealthMail()), subjects.letter(), text,
                mail.manager(number)));
    }

    /** @return whether the referral was still here, and stays here */
    private boolean holdBack(String number, long id) {
        return deliveries.withdraw(number, Kinds.OCCUPATIONAL_HEALTH_REFERRAL, occurrence(id));
    }

    private static String occurrence(long id) {
        return "referral-" + id;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
