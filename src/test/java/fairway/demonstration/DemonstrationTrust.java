package fairway.demonstration;

import static fairway.support.Submissions.arrangement;
import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.evidence;
import static fairway.support.Submissions.example;
import static fairway.support.Submissions.finalReview;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.improvement;
import static fairway.support.Submissions.informalConversation;
import static fairway.support.Submissions.letterApproved;
import static fairway.support.Submissions.oneToOneHeld;
import static fairway.support.Submissions.plan;
import static fairway.support.Submissions.policyShared;
import static fairway.support.Submissions.reviewHeld;
import static fairway.support.Submissions.route;
import static fairway.support.Submissions.row;
import static fairway.support.Submissions.scriptSkipped;
import static fairway.support.Submissions.stage1Held;
import static fairway.support.Submissions.support;
import static fairway.support.Submissions.supportItem;
import static fairway.support.Submissions.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.onetoone.Example;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.staff.StaffImport;
import fairway.staff.StaffListRefused;
import fairway.staff.StaffMember;
import fairway.stage1.ImprovementActionPlan;
import fairway.stage1.Stage1;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Staffs the demonstration Trust, once: a pilot of a dozen lines whose one-to-ones and cases are played through the real processes with the
 * clock moved, then the whole staff list. Nothing is written past the processes.
 */
class DemonstrationTrust {

    static final String PASSWORD = "fairway";

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationTrust.class);
    /** Weeks of one-to-ones before the visitor comes in; the longest case needs them all. */
    private static final int WEEKS = 22;
    /** Colleagues whose lines are played, those with the longest cases first; the others join later, with as much of a history as a case of theirs needs. */
    private static final List<String> PILOT = List.of("10010", "10011", "10020", "10053");
    private static final int WEEKS_OF_OTHERS = 15;
    private static final List<String> OTHERS = List.of("10005", "10006", "10007", "10008", "10009", "10018", "10027", "10034", "10060");

    private static final String WAITS_FOR_PAPER = "10053";

    private static final Set<String> SIGN_INS = Set.of("teamleader", "manager", "manager2", "manager3", "hr");

    private final TimeMachine time;
    private final Play play;
    private final IdentityService identity;
    private final StaffImport staffImport;
    private final Staff staff;
    private final Lines lines;
    private final OneToOnes oneToOnes;
    private final Stage1 stage1;
    private final WorkingDays days;
    private final Map<String, Integer> held = new HashMap<>();

    DemonstrationTrust(TimeMachine time, Play play, IdentityService identity, StaffImport staffImport, Staff staff, Lines lines, OneToOnes oneToOnes,
                       Stage1 stage1, WorkingDays days) {
        this.time = time;
        this.play = play;
        this.identity = identity;
        this.staffImport = staffImport;
        this.staff = staff;
        this.lines = lines;
        this.oneToOnes = oneToOnes;
        this.stage1 = stage1;
        this.days = days;
    }

    boolean isStaffed() {
        return staff.countCurrent() > 0;
    }

    void populate() {
        LOG.info("Making the demonstration Trust: a dozen cases are played through their processes, which takes about a minute. The sign-ins are complete when Fairway says that it is ready.");
        Instant visit = Instant.now();
        LocalDate today = LocalDate.ofInstant(visit, WorkingDays.LONDON);
        time.put(days.onOrAfter(today.minusWeeks(WEEKS)).atTime(9, 0));
        importStaff(partOf(staffList(), PILOT));
        createSignIns();
        List<CaseStory> stories = stories(today);
        LocalDate joined = days.onOrAfter(today.minusWeeks(WEEKS_OF_OTHERS));
        for (LocalDate day = time.now().toLocalDate(); day.isBefore(today); day = days.onOrAfter(day.plusDays(1))) {
            time.passTo(day.atTime(16, 30));
            if (day.equals(joined)) {
                importStaff(partOf(staffList(), Stream.concat(PILOT.stream(), OTHERS.stream()).toList()));
            }
            holdOneToOnes(day);
            for (CaseStory story : stories) {
                tell(story, day);
                handOverPaperCopies(story);
            }
        }
        time.put(visit);
        time.runDue();
        // the one-to-ones of everybody else are booked by the job executor while the visitor looks around
        importStaff(staffList());
        createSignIns();
        stories.stream().filter(s -> s.waitingFor() != null)
                .forEach(s -> LOG.warn("the case of {} ({}) did not come as far as it should: it waits for {}", s.colleague(), s.number(), s.waitingFor()));
    }

    // people

    private void importStaff(String csv) {
        byte[] content = csv.getBytes(StandardCharsets.UTF_8);
        try {
            staffImport.apply(content, staffImport.compare(content).fingerprint());
        } catch (StaffListRefused refused) {
            throw new IllegalStateException("the demonstration's staff list is refused: " + refused.problems(), refused);
        }
    }

    private static String staffList() {
        try (InputStream list = Objects.requireNonNull(DemonstrationTrust.class.getResourceAsStream("/demonstration/staff.csv"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the staff list for these colleagues, everybody above them, and one HR adviser; only who takes part in the pilot has a sign-in. */
    private static String partOf(String list, List<String> colleagues) {
        Map<String, String[]> byNumber = new LinkedHashMap<>();
        for (String row : list.split("\r?\n")) {
            byNumber.put(row.split(",")[0], row.split(",", -1));
        }
        Set<String> wanted = byNumber.values().stream().filter(r -> SIGN_INS.contains(r[8])).map(r -> r[0]).collect(Collectors.toSet());
        wanted.add("staff_number");
        wanted.addAll(colleagues);
        for (String number : List.copyOf(wanted)) {
            for (String[] at = byNumber.get(number); at != null; at = byNumber.get(at[7])) {
                wanted.add(at[0]);
            }
        }
        return byNumber.values().stream().filter(r -> wanted.contains(r[0])).map(r -> {
            r[8] = SIGN_INS.contains(r[8]) || r[8].equals("user_id") ? r[8] : "";
            return String.join(",", r);
        }).collect(Collectors.joining("\n")) + "\n";
    }

    private void createSignIns() {
        for (StaffMember member : staff.withSignIn()) {
            createUser(member.userId(), member.firstName(), member.lastName());
            if (member.isHr()) {
                join(member.userId(), "hr");
            }
            if (!staff.reportsOf(member.staffNumber()).isEmpty()) {
                join(member.userId(), "manager");
            }
        }
        Map.of("owner", "process-owner", "ops", "operations", "admin", "camunda-admin").forEach((user, group) -> {
            createUser(user, Character.toUpperCase(user.charAt(0)) + user.substring(1), "Demonstration");
            join(user, group);
        });
    }

    private void createUser(String id, String firstName, String lastName) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setPassword(PASSWORD);
            // the word of the demonstration is shorter than the rule for passwords allows
            ((IdentityServiceImpl) identity).saveUser(user, true);
        }
    }

    private void join(String user, String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    // one-to-ones

    private void holdOneToOnes(LocalDate day) {
        List<String> pilot = lines.open().stream().map(Line::businessKey).toList();
        for (Task task : play.due("recordOneToOne", pilot)) {
            LocalDateTime at = LocalDateTime.ofInstant(task.getFollowUpDate().toInstant(), WorkingDays.LONDON);
            Line line = lines.require(play.businessKey(task));
            int count = held.merge(line.colleagueStaffNumber(), 1, Integer::sum);
            LocalDate on = at.toLocalDate();
            var note = oneToOneHeld(on);
            boolean struggles = PILOT.contains(line.colleagueStaffNumber()) || OTHERS.contains(line.colleagueStaffNumber());
            if (struggles && count % 3 == 1) {
                note.with("supportGiven", List.of(support("coaching", "Went through the order of the morning's checks together", false)));
            }
            if (struggles && (count % 3 != 1 || count > 6)) {
                note.with("examples", List.of(example(days.onOrBefore(on.minusDays(2)))));
            }
            play.complete(task, null, note.json());
        }
    }

    // cases

    private List<CaseStory> stories(LocalDate today) {
        return List.of(
                upToEvidence(new CaseStory("10005", "teamleader", today.minusDays(3)), 0),
                upToEvidence(new CaseStory("10006", "teamleader", today.minusDays(6)), 1),
                upToEvidence(new CaseStory("10060", "manager3", today.minusDays(9)), 1)
                        .then("confirmCourseOfAction", 2, s -> route("informalConversation", hr()).json()),
                upToConversation(new CaseStory("10007", "teamleader", today.minusDays(24)), 28),
                upToStage1(new CaseStory("10008", "teamleader", today.minusDays(52)), 28),
                upToMeeting(new CaseStory("10009", "teamleader", today.minusDays(66))),
                upToPlan(new CaseStory("10010", "teamleader", today.minusDays(94)), 63)
                        .then("approveOutcomeLetter", 1, s -> letterApproved().json())
                        .then("arrangeSupport", 1, s -> form().with("arranged", true).with("detail", "Booked with the education team").json())
                        .then("holdProgressReview", 1, this::review)
                        .then("holdProgressReview", 1, this::review),
                upToPlan(new CaseStory("10011", "manager", today.minusDays(104)), 35)
                        .then("approveOutcomeLetter", 1, s -> letterApproved().json())
                        .then("arrangeSupport", 1, s -> form().with("arranged", true).with("detail", "Booked with the education team").json())
                        .then("holdProgressReview", 1, this::review)
                        .then("holdProgressReview", 1, this::review)
                        .then("holdProgressReview", 1, this::review)
                        .then("holdProgressReview", 1, this::review)
                        .then("finalReview", 0, s -> finalReview("notMet", targets(s, "notMet")).with("askHr", false).json()),
                upToEvidence(new CaseStory("10018", "manager", today.minusDays(40)), 1)
                        .then("confirmCourseOfAction", 2, s -> route("medicalStaffProcedure", hr()).json()),
                upToPlan(new CaseStory("10020", "manager2", today.minusDays(108)), 35)
                        .then("approveOutcomeLetter", 1, s -> letterApproved().json())
                        .then("arrangeSupport", 1, s -> form().with("arranged", true).with("detail", "Booked with the education team").json())
                        .then("holdProgressReview", 1, this::review)
                        .then("holdProgressReview", 1, this::review)
                        .then("holdProgressReview", 1, this::review)
                        .then("holdProgressReview", 1, this::review)
                        .then("finalReview", 0, s -> finalReview("standardMet", targets(s, "met")).json()),
                upToConversation(new CaseStory("10027", "manager2", today.minusDays(80)), 28)
                        .then("reviewImprovement", 20, s -> improvement("improved").json()),
                new CaseStory("10034", "manager2", today.minusDays(5))
                        .then("selectEvidence", 1, s -> evidence(List.of(), List.of(), time.now().toLocalDate().minusDays(20), "In the corridor after the ward round").json()),
                upToPlan(new CaseStory("10053", "manager3", today.minusDays(90)), 42)
                        .then("approveOutcomeLetter", 2, s -> letterApproved().json()));
    }

    private CaseStory upToEvidence(CaseStory story, int steps) {
        return steps == 0 ? story : story.then("selectEvidence", 1, this::evidenceOf);
    }

    private CaseStory upToConversation(CaseStory story, int days) {
        return upToEvidence(story, 1)
                .then("confirmCourseOfAction", 2, s -> route("informalConversation", hr()).json())
                .then("holdInformalConversation", 3, s -> informalConversation(today(), today().plusDays(days)).json());
    }

    private CaseStory upToStage1(CaseStory story, int days) {
        return upToConversation(story, days).then("reviewImprovement", days, this::notImproved);
    }

    private CaseStory upToMeeting(CaseStory story) {
        return upToStage1(story, 28)
                .then("arrangeStage1Meeting", 1, this::arrange)
                .then("sharePolicy", 0, s -> policyShared(time.now().minusHours(1).withSecond(0).withNano(0)).json())
                .then("prepareScript", 0, s -> scriptSkipped().json())
                .then("recordStage1Meeting", 1, this::meeting);
    }

    private CaseStory upToPlan(CaseStory story, int length) {
        return upToMeeting(story).then("agreeImprovementPlan", 1, s -> {
            s.planEndsOn = s.meetingOn.plusDays(length);
            return plan(s.planEndsOn, managerOf(s)).json();
        });
    }

    private void tell(CaseStory story, LocalDate day) {
        if (story.isToBeRaised(day)) {
            story.raised(play.start(story.manager(), "performanceCase", concern(story.colleague()).json()), day);
            return;
        }
        for (CaseStory.Beat beat = story.due(day); beat != null; beat = story.due(day)) {
            List<Task> open = play.open(beat.formId(), story.number());
            if (open.isEmpty()) {
                return;
            }
            String submission = beat.submission().apply(story);
            if (submission == null) {
                return;
            }
            play.complete(open.get(0), "hr", submission);
            time.runDue();
            story.told(day);
        }
    }

    /** Nobody here confirms a receipt on their page; one manager is behind with the paper copies. */
    private void handOverPaperCopies(CaseStory story) {
        if (story.number() != null && !story.colleague().equals(WAITS_FOR_PAPER)) {
            play.open("handOverPaperCopy", story.number())
                    .forEach(task -> play.complete(task, null, form().with("handedOverOn", today()).with("how", "in person").json()));
        }
    }

    private String evidenceOf(CaseStory story) {
        List<Example> examples = oneToOnes.examplesOf(story.colleague()).stream().filter(Example::raised).toList();
        List<SupportRecord> given = oneToOnes.supportOf(story.colleague());
        if (examples.isEmpty() || given.isEmpty()) {
            return null;
        }
        Example latest = examples.get(examples.size() - 1);
        story.examples = examples.stream().map(e -> String.valueOf(e.id())).toList();
        return evidence(story.examples, given.stream().map(g -> String.valueOf(g.id())).toList(),
                latest.noteHeldOn(), "N-" + latest.noteId()).json();
    }

    private String notImproved(CaseStory story) {
        List<String> later = examplesAfterConversation(story);
        return later.isEmpty() ? null : improvement("notImproved").with("examples", later).json();
    }

    private List<String> examplesAfterConversation(CaseStory story) {
        return oneToOnes.examplesOf(story.colleague()).stream().sorted((a, b) -> b.on().compareTo(a.on())).limit(1).map(e -> String.valueOf(e.id())).toList();
    }

    private String arrange(CaseStory story) {
        LocalDate day = days.plus(today(), 5);
        String manager = managerOf(story);
        while (oneToOnes.clashesWithOneToOne(manager, story.colleague(), day.atTime(10, 0), 60).isPresent()) {
            day = days.plus(day, 1);
        }
        story.meetingOn = day;
        return arrangement(day.atTime(10, 0)).json();
    }

    private String meeting(CaseStory story) {
        if (time.now().isBefore(story.meetingOn.atTime(11, 0))) {
            return null;
        }
        return stage1Held(story.meetingOn, story.examples)
                .with("present", List.of(row("name", name(managerOf(story)), "role", "Manager"), row("name", name(story.colleague()), "role", "Colleague")))
                .with("support", List.of(supportItem("Half-day refresher on the medication round", managerOf(story), story.meetingOn.plusDays(21)))).json();
    }

    private String review(CaseStory story) {
        return reviewHeld(today(), targets(story, "onTrack"))
                .with("support", stage1.openSupport(story.number()).stream()
                        .map(item -> row("id", String.valueOf(item.id()), "state", item.arrangedOn() == null ? "notYet" : "delivered")).toList()).json();
    }

    private List<Map<String, Object>> targets(CaseStory story, String state) {
        ImprovementActionPlan plan = stage1.planOf(story.number());
        return plan.targets().stream().map(t -> target(String.valueOf(t.id()), state)).toList();
    }

    private String managerOf(CaseStory story) {
        return staff.byUser(story.manager()).orElseThrow().staffNumber();
    }

    private String name(String staffNumber) {
        return staff.require(staffNumber).fullName();
    }

    private String hr() {
        return staff.byUser("hr").orElseThrow().staffNumber();
    }

    private LocalDate today() {
        return time.now().toLocalDate();
    }
}
