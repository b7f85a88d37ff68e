package fairway.stage1;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

/**
 * The Stage 1 meeting of a case: how it was prepared, on which days it was arranged, and what was said (S1P-03 … S1D-17). Nothing about
 * health is here.
 */
@Entity
@Table(name = "stage1_meeting")
public class Stage1Meeting {

    @Id
    private String caseNumber;

    @Column(name = "starts_at")
    private LocalDateTime start;
    private Integer minutes;
    private String place;
    private boolean neutralPlace;
    private boolean colleagueWorksThen;
    @ElementCollection
    @CollectionTable(name = "stage1_companion", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<PersonPresent> companions = new ArrayList<>();
    private boolean toldInPerson;
    private Instant arrangedAt;

    @ElementCollection
    @CollectionTable(name = "stage1_meeting_day", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<MeetingDay> formerDays = new ArrayList<>();

    private LocalDateTime policySharedAt;
    @Enumerated(EnumType.STRING)
    private PolicyChannel policySharedHow;
    private String policyVersion;
    private String purpose;

    private String scriptDraft;
    private String script;
    private boolean scriptSkipped;
    private Instant scriptDoneAt;

    private LocalDate heldOn;
    private Instant recordedAt;
    private String recordedBy;

    @ElementCollection
    @CollectionTable(name = "stage1_present", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<PersonPresent> present = new ArrayList<>();

    private boolean hrAttended;

    @ElementCollection
    @CollectionTable(name = "stage1_example", joinColumns = @JoinColumn(name = "case_number"))
    @Column(name = "example_id")
    private Set<Long> examplesDiscussed = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "stage1_standard", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<StandardExpected> standards = new ArrayList<>();

    private String colleagueView;
    private boolean declinedToComment;

    @ElementCollection
    @CollectionTable(name = "stage1_factor", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<ContributoryFactor> factors = new ArrayList<>();

    private boolean factorsDisclosed;

    @Enumerated(EnumType.STRING)
    private Adjustments adjustments;

    @Enumerated(EnumType.STRING)
    private OccupationalHealthSupport occupationalHealth;

    @ElementCollection
    @CollectionTable(name = "stage1_signpost", joinColumns = @JoinColumn(name = "case_number"))
    @Column(name = "signpost")
    private Set<String> signposts = new LinkedHashSet<>();

    protected Stage1Meeting() {
    }

    Stage1Meeting(String caseNumber) {
        this.caseNumber = caseNumber;
    }

    void arrange(LocalDateTime newStart, int newMinutes, String newPlace, boolean worksThen, List<PersonPresent> newCompanions, boolean inPerson, Instant at) {
        requireNotHeld("arranged");
        start = newStart;
        minutes = newMinutes;
        place = newPlace;
        neutralPlace = true;
        colleagueWorksThen = worksThen;
        companions = new ArrayList<>(newCompanions);
        toldInPerson = inPerson;
        arrangedAt = at;
    }

    /** It did not take place on its day and has a new one. */
    void move(LocalDateTime newStart, MeetingDay.CameTo cameTo, String reason) {
        didNotTakePlace(cameTo, reason);
        start = newStart;
    }

    /** It did not take place on its day; a new day is not known yet. */
    void didNotTakePlace(MeetingDay.CameTo cameTo, String reason) {
        requireNotHeld("moved");
        requireArranged("moved");
        formerDays.add(new MeetingDay(start, cameTo, reason));
    }

    /** It has to be arranged afresh, e.g. at another place. */
    void clearArrangement() {
        requireNotHeld("arranged anew");
        start = null;
        arrangedAt = null;
    }

    void sharePolicy(LocalDateTime at, PolicyChannel how, String version, String why) {
        requireNotHeld("prepared");
        policySharedAt = at;
        policySharedHow = how;
        policyVersion = version;
        purpose = why;
    }

    void draftScript(String draft) {
        scriptDraft = draft;
    }

    void keepScript(String text, boolean skipped, Instant at) {
        requireNotHeld("prepared");
        script = skipped ? null : text;
        scriptSkipped = skipped;
        scriptDoneAt = at;
    }

    void record(MeetingRecord said, Instant at, String by) {
        requireNotHeld("recorded");
        requireArranged("recorded");
        heldOn = said.heldOn();
        present = new ArrayList<>(said.present());
        hrAttended = said.hrAttended();
        examplesDiscussed = new LinkedHashSet<>(said.examplesDiscussed());
        standards = new ArrayList<>(said.standards());
        colleagueView = said.colleagueView();
        declinedToComment = said.declinedToComment();
        factors = new ArrayList<>(said.factors());
        factorsDisclosed = said.factorsDisclosed();
        adjustments = said.adjustments();
        occupationalHealth = said.occupationalHealth();
        signposts = new LinkedHashSet<>(said.signposts());
        recordedAt = at;
        recordedBy = by;
    }

    private void requireNotHeld(String verb) {
        if (heldOn != null) {
            throw new IllegalStateException("the Stage 1 meeting of " + caseNumber + " cannot be " + verb + ": it was held");
        }
    }

    private void requireArranged(String verb) {
        if (start == null) {
            throw new IllegalStateException("the Stage 1 meeting of " + caseNumber + " cannot be " + verb + ": it is not arranged");
        }
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** Local date and time in the Trust's zone; null while it is not arranged. */
    public LocalDateTime start() {
        return start;
    }

    /** Length in minutes; null while it was never arranged. */
    public Integer minutes() {
        return minutes;
    }

    public String place() {
        return place;
    }

    public boolean neutralPlace() {
        return neutralPlace;
    }

    public boolean colleagueWorksThen() {
        return colleagueWorksThen;
    }

    /** Who comes with the colleague, where they asked for somebody. */
    public List<PersonPresent> companions() {
        return List.copyOf(companions);
    }

    public boolean toldInPerson() {
        return toldInPerson;
    }

    /** Days on which it was arranged and did not take place. */
    public List<MeetingDay> formerDays() {
        return List.copyOf(formerDays);
    }

    /** How often the colleague did not attend; sickness and an unavailable companion do not count. */
    public int timesNotAttended() {
        return (int) formerDays.stream().filter(day -> day.cameTo() == MeetingDay.CameTo.notAttended).count();
    }

    public boolean isArranged() {
        return start != null;
    }

    public boolean isPolicyShared() {
        return policySharedAt != null;
    }

    public boolean isScriptDone() {
        return scriptDoneAt != null;
    }

    public boolean isHeld() {
        return heldOn != null;
    }

    public LocalDateTime policySharedAt() {
        return policySharedAt;
    }

    public PolicyChannel policySharedHow() {
        return policySharedHow;
    }

    /** Version of the policy document that was shared. */
    public String policyVersion() {
        return policyVersion;
    }

    public String purpose() {
        return purpose;
    }

    /** The draft that was generated from the case; null before. */
    public String scriptDraft() {
        return scriptDraft;
    }

    /** The script as the manager left it; null where it was skipped or is not written yet. */
    public String script() {
        return script;
    }

    public boolean scriptSkipped() {
        return scriptSkipped;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public List<PersonPresent> present() {
        return List.copyOf(present);
    }

    /** Whether somebody of HR was at the meeting; then HR confirms the outcome letter. */
    public boolean hrAttended() {
        return hrAttended;
    }

    public Set<Long> examplesDiscussed() {
        return Set.copyOf(examplesDiscussed);
    }

    public List<StandardExpected> standards() {
        return List.copyOf(standards);
    }

    /** The colleague's perspective in their words; null where they declined to comment. */
    public String colleagueView() {
        return colleagueView;
    }

    public boolean declinedToComment() {
        return declinedToComment;
    }

    public List<ContributoryFactor> factors() {
        return List.copyOf(factors);
    }

    /** Whether anything was disclosed when contributory factors were asked after. */
    public boolean factorsDisclosed() {
        return factorsDisclosed;
    }

    public Adjustments adjustments() {
        return adjustments;
    }

    public OccupationalHealthSupport occupationalHealth() {
        return occupationalHealth;
    }

    /** Keys of the signposts that were given. */
    public Set<String> signposts() {
        return Set.copyOf(signposts);
    }
}
