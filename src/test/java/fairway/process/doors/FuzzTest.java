package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.form.CaseActionForm;
import fairway.form.Forms;
import fairway.monitoring.PlanUnderWay;
import fairway.onetoone.LineProcess;
import fairway.onetoone.LinesInTests;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Snapshot;
import fairway.support.TestClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Random and damaged submissions of every form, staff lists and requests. No answer is a fault of the server; a refused one has changed no row,
 * and says nothing of how Fairway is made, nor of other people. The same few in each build; {@code mvn verify -Pfaults} sends 100,000 new ones. The
 * seed is printed; {@code -Dfairway.fuzz.seed} runs the same again.
 */
@FairwayTest
class FuzzTest {

    private static final Integer ASKED = Integer.getInteger("fairway.fuzz.times");
    private static final int TIMES = ASKED == null ? 300 : ASKED;
    private static final long SEED = Long.getLong("fairway.fuzz.seed", ASKED == null ? 20_261_005L : System.nanoTime());
    private static final int LOOKED_AT_TOGETHER = 60;
    /** What an answer to a bad request must not hold: classes, SQL, the engine's own messages. */
    private static final Pattern INSIDES = Pattern.compile("\\b(?:java|javax|jakarta|org|com|fairway)\\.[a-z]+\\.[\\w.]+|\\b[A-Z]\\w+Exception\\b|ENGINE-\\d|(?i:\\bselect\\b.+\\bfrom\\b|insert into|"
            + "sqlstate|violates|duplicate key|caused by:|nullpointer)|\\bat \\w+\\.\\w+\\(");
    /** Steps that a case whose plan is under way has come to: what is fit may be taken there. At all others each submission has a fault of its own. */
    private static final Set<String> AT_HAND = Set.of("holdProgressReview", "finalReview", "arrangeSupport", "completeReferral", "recordOneToOne");
    private static final Set<String> OTHERS = Set.of("Zoë Somebodyelse", "zoe@trust.example");

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Doors doors;
    @Autowired
    private Engine engine;
    @Autowired
    private ProcessEngine processEngine;
    @Autowired
    private Forms forms;
    @Autowired
    private AllowList allowed;
    @Autowired
    private JdbcTemplate jdbc;

    private final Garbage garbage = new Garbage(SEED);
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Map<String, Task> open = new TreeMap<>();
    private Snapshot before;

    /** Every step is open, and what is there now is found again by all that come later. */
    @BeforeEach
    void aCaseWithAPlan() throws IOException {
        System.out.println("fairway.fuzz.seed=" + SEED + " fairway.fuzz.times=" + TIMES);
        underWay();
        steps().forEach((form, process) -> standingAt(process, form));
        before = new Snapshot(jdbc).take();
    }

    /** Whatever an administrator has done to users, groups and rights is undone. */
    @AfterEach
    void takeAway() {
        before.putBack();
        before.forget();
    }

    private Visitor as(String user) {
        return visitors.computeIfAbsent(user, somebody -> new Visitor(doors.base(), somebody));
    }

    // ---- forms

    @Test
    void submissionsOfEveryForm() throws Exception {
        Map<String, String> processOf = steps();
        List<String> all = Stream.of(processOf.keySet(), forms.actions().stream().map(CaseActionForm::id).toList(), List.of("raiseConcern", "addEarlierOneToOne", "receiveSubjectAccessRequest"))
                .flatMap(java.util.Collection::stream).sorted().toList();
        inLots(TIMES, () -> {
            String form = garbage.one(all);
            if (forms.action(form).isPresent()) {
                Class<?> type = forms.action(form).orElseThrow().type();
                String submission = form.equals("withdrawConsent") ? garbage.refused(type) : garbage.submission(type);
                if (form.equals("correctLetter") && garbage.below(2) == 0) {
                    String line = jdbc.queryForObject("select 'L-' || min(id) from line where manager_staff_number = '10004' and ended_on is null", String.class);
                    return new Sent("action correctLetter on " + line + " " + submission, as("teamleader").calls("POST", "/api/cases/" + line + "/actions/correctLetter", submission), before::putBack);
                }
                return new Sent("action " + form + " " + submission, as("hr").calls("POST", "/api/cases/" + PlanUnderWay.NUMBER + "/actions/" + form, submission), before::putBack);
            }
            if (forms.start(form).isPresent()) {
                String process = forms.start(form).orElseThrow().processKey();
                String submission = garbage.submission(forms.start(form).orElseThrow().type());
                return garbage.below(9) == 0
                        ? new Sent("draft of " + form + " " + submission, as(starter(process)).calls("PUT", "/api/start-forms/" + form + "/draft", submission), () -> { })
                        : new Sent("start " + form + " " + submission, as(starter(process)).calls("POST", "/engine-rest/process-definition/key/" + process + "/submit-form", doors.body(submission)), before::putBack);
            }
            Task task = standingAt(processOf.get(form), form);
            String submission = AT_HAND.contains(form) ? garbage.submission(forms.task(form).orElseThrow().type()) : garbage.refused(forms.task(form).orElseThrow().type());
            String what = form + " " + submission;
            return switch (garbage.below(12)) {
                case 0 -> new Sent("draft of " + what, as(task.getAssignee()).calls("PUT", "/api/tasks/" + task.getId() + "/draft", submission), () -> { });
                case 1 -> new Sent("preview of " + what, as(task.getAssignee()).calls("POST", "/api/tasks/" + task.getId() + "/preview", submission), () -> { });
                case 2 -> new Sent(what + " in Tasklist", as(task.getAssignee()).browses("POST", "/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form", doors.body(submission)), before::putBack);
                default -> new Sent(what, as(task.getAssignee()).calls("POST", "/engine-rest/task/" + task.getId() + "/complete", doors.body(submission)), before::putBack);
            };
        });
    }

    private static String starter(String process) {
        return process.equals("subjectAccessRequest") ? "hr" : "teamleader";
    }

    private static Map<String, String> steps() throws IOException {
        Map<String, String> processOf = new TreeMap<>();
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            // a request for what is kept about somebody is no step of this case
            models.filter(file -> file.toString().endsWith(".bpmn") && !file.endsWith("subjectAccessRequest.bpmn")).sorted().forEach(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class)
                    .forEach(task -> processOf.put(task.getId().substring("userTask_".length()), file.getFileName().toString().replace(".bpmn", ""))));
        }
        return processOf;
    }

    private Task standingAt(String process, String form) {
        return open.computeIfAbsent(form, f -> {
            Task task = opened(process, form);
            if (task.getAssignee() == null) {
                processEngine.getTaskService().setAssignee(task.getId(), form.equals("resolveDelivery") ? "ops" : "hr");
            }
            return processEngine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
        });
    }

    private Task opened(String process, String form) {
        if (process.equals("oneToOneCycle")) {
            LinesInTests inTests = new LinesInTests(jdbc, context.getBean(Lines.class), context.getBean(LineProcess.class), context.getBean(TransactionTemplate.class));
            Line line = inTests.line("10006", TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
            inTests.start(line);
            engine.runDue();
            return engine.task(form, line.businessKey());
        }
        long delivery = context.getBean(Deliveries.class).send(new Dispatch(PlanUnderWay.NUMBER, "reviewNote", "of " + form, new Recipient(null, "Zoë Somebodyelse", "zoe@trust.example"), List.of(),
                "A note", "Dear Zoë", List.of(), false, PlanUnderWay.MANAGER));
        Map<String, Object> subject = switch (process) {
            case "delivery" -> Map.of("delivery", String.valueOf(delivery));
            case "occupationalHealthReferral" -> Map.of("referral", jdbc.queryForObject("select max(id)::text from referral", String.class),
                    "supportItem", jdbc.queryForObject("select max(id)::text from support_item", String.class));
            case "afterStage1Meeting" -> Map.of("supportItem", jdbc.queryForObject("select max(id)::text from support_item", String.class));
            case "letterCorrection" -> Map.of("correction", "1");
            default -> Map.of();
        };
        String instance = processEngine.getRuntimeService().createProcessInstanceByKey(process).businessKey(PlanUnderWay.NUMBER).startBeforeActivity("userTask_" + form)
                .setVariables(subject).execute().getId();
        return processEngine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
    }

    private void underWay() {
        PlanUnderWay.in(jdbc).referredToOccupationalHealth().supportPromised(TestClock.today().plusDays(14));
        processEngine.getRuntimeService().createProcessInstanceByKey("performanceCase").businessKey(PlanUnderWay.NUMBER).startBeforeActivity("gateway_watchGoesOn").execute();
        processEngine.getRuntimeService().createProcessInstanceByKey("occupationalHealthReferral").businessKey(PlanUnderWay.NUMBER).startBeforeActivity("userTask_completeReferral")
                .setVariable("referral", jdbc.queryForObject("select max(id)::text from referral", String.class)).execute();
    }

    // ---- the staff list

    @Test
    void staffLists() throws Exception {
        byte[] whole = Objects.requireNonNull(getClass().getResourceAsStream("/demonstration/staff.csv")).readAllBytes();
        List<String> lines = new String(whole, StandardCharsets.UTF_8).lines().limit(14).toList();
        inLots(Math.max(40, TIMES / 4), () -> {
            byte[] list = staffList(lines);
            String name = garbage.below(9) == 0 ? garbage.text() : "staff.csv";
            return new Sent("staff list " + name + " " + new String(list, StandardCharsets.UTF_8), as("hr").uploads("/staff/import", name, list), before::putBack);
        });
    }

    private byte[] staffList(List<String> lines) {
        List<String> some = new ArrayList<>(lines.subList(0, 2 + garbage.below(lines.size() - 2)));
        for (int i = garbage.below(4); i > 0; i--) {
            int line = garbage.below(some.size());
            String[] cells = some.get(line).split(",", -1);
            cells[garbage.below(cells.length)] = garbage.below(2) == 0 ? garbage.text() : "\"" + garbage.text().replace("\"", "\"\"") + "\"";
            some.set(line, String.join(",", cells));
        }
        byte[] list = String.join(garbage.below(5) == 0 ? "\r\n" : "\n", some).getBytes(StandardCharsets.UTF_8);
        return garbage.below(3) == 0 ? garbage.damaged(list) : list;
    }

    // ---- requests

    private static final Map<String, List<String>> USERS = Map.of("manager", List.of("teamleader"), "hr", List.of("hr", "hr2"), "process-owner", List.of("owner"), "operations", List.of("ops"),
            "camunda-admin", List.of("admin"));

    @Test
    void requestsToEverythingThatIsOpen() {
        List<Operation> operations = allowed.operations();
        List<String[]> routes = routes();
        List<String> ids = new ArrayList<>(List.of(standingAt("progressMonitoring", "holdProgressReview").getId(), "00000000-0000-0000-0000-000000000000", PlanUnderWay.NUMBER, "1"));
        ids.add(processEngine.getTaskService().createTaskQuery().taskId(ids.get(0)).singleResult().getProcessInstanceId());
        processEngine.getFilterService().createFilterQuery().list().forEach(filter -> ids.add(filter.getId()));
        ids.add(processEngine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("delivery").latestVersion().singleResult().getId());
        inLots(TIMES, () -> {
            if (garbage.below(4) == 0) {
                String[] route = garbage.one(routes);
                String user = garbage.one(List.of("teamleader", "hr", "ops", "admin"));
                String path = filled(route[1], user, ids) + (garbage.below(3) == 0 ? "?" + encoded(garbage.text()) + "=" + encoded(garbage.text()) : "");
                String body = route[0].equals("GET") ? null : route[1].startsWith("/api") || garbage.below(3) == 0 ? garbage.json(0).toString() : "from=" + encoded(garbage.text()) + "&who=" + encoded(garbage.text());
                return new Sent(route[0] + " " + path + " " + body + " as " + user, as(user).browses(route[0], path, body), () -> { });
            }
            Operation operation = garbage.one(operations);
            String user = garbage.one(USERS.get(garbage.one(operation.roles().stream().sorted().toList()).group()));
            String path = filled(operation.template(), user, ids);
            String query = operation.query().stream().sorted().filter(name -> garbage.below(3) == 0).map(name -> encoded(name) + "=" + encoded(garbage.below(2) == 0 ? garbage.one(ids) : garbage.text()))
                    .collect(Collectors.joining("&"));
            String body = operation.method().matches("POST|PUT") ? body(operation) : null;
            String address = path.startsWith("webapp:") ? "/camunda/api/" + path.substring("webapp:".length()) : "/engine-rest/" + path;
            String whole = query.isEmpty() ? address : address + "?" + query;
            return new Sent(operation.method() + " " + whole + " " + body + " as " + user,
                    path.startsWith("webapp:") ? as(user).browses(operation.method(), whole, body) : as(user).calls(operation.method(), whole, body), () -> { });
        });
    }

    private List<String[]> routes() {
        List<String[]> routes = new ArrayList<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(route -> route.getPatternValues().forEach(pattern -> {
            Set<String> methods = route.getMethodsCondition().getMethods().isEmpty() ? Set.of("GET") : route.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
            // a password that is changed here would shut out the tests that come after
            methods.stream().filter(method -> !pattern.equals("/password")).forEach(method -> routes.add(new String[]{method, pattern}));
        }));
        routes.sort(java.util.Comparator.comparing(route -> route[1] + route[0]));
        return routes;
    }

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}|\\*+");

    private String filled(String template, String user, List<String> ids) {
        return PLACE.matcher(template).replaceAll(place -> java.util.regex.Matcher.quoteReplacement(switch (place.group()) {
            case "{me}" -> user;
            case "{name}" -> garbage.one(List.of("fuzz", "fuzz2", "nobody"));
            case "{key}" -> garbage.one(List.of("performanceCase", "L-1", "delivery", "x"));
            default -> garbage.below(5) == 0 ? encoded(garbage.text()) : garbage.one(ids);
        }));
    }

    private static final List<String> KEYS = List.of("id", "name", "type", "userId", "groupId", "permissions", "resourceType", "resourceId", "profile", "credentials", "firstName", "email", "sorting",
            "suspended", "retries", "processDefinitionKey", "processInstanceIds", "businessKey", "taskIdIn", "dueBefore", "createdAfter", "priority", "assigneeIn", "maxResults", "firstResult",
            "sortBy", "sortOrder", "activityIdIn", "startedAfter", "variables", "unfinished", "withRetriesLeft", "idIn", "processDefinitionIdIn", "password", "jobIds", "candidateGroups", "name");

    private String body(Operation operation) {
        if (garbage.below(8) == 0) {
            return garbage.json(0).toString();
        }
        StringBuilder body = new StringBuilder("{");
        for (int i = garbage.below(3); i >= 0; i--) {
            String key = garbage.one(KEYS);
            String value = key.equals("profile") ? "{\"id\":\"fuzz" + garbage.below(3) + "\",\"firstName\":" + garbage.json(2) + "}"
                    : key.equals("credentials") ? "{\"password\":" + garbage.json(2) + "}" : key.equals("id") || key.equals("userId") ? "\"fuzz\"" : garbage.json(1).toString();
            body.append(body.length() > 1 ? "," : "").append('"').append(key).append("\":").append(value);
        }
        return body.append('}').toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    // ---- what must hold of each

    /** Something that was sent, and what to do when it was taken. */
    private record Sent(String what, Visitor.Answer answer, Runnable whenTaken) {
    }

    /** The tables are looked at after every lot, and whenever something was taken. */
    private void inLots(int times, Supplier<Sent> send) {
        List<String> refused = new ArrayList<>();
        Map<String, String> versions = before.versions();
        for (int i = 0; i < times && wrong.size() < 20; i++) {
            Sent sent = send.get();
            judge(sent);
            // what was only read has changed nothing either
            boolean taken = sent.answer().status() < 400 && !sent.what().startsWith("GET ");
            if (taken) {
                sent.whenTaken().run();
                versions = before.versions();
                refused.clear();
            } else {
                refused.add(sent.what());
                if (refused.size() == LOOKED_AT_TOGETHER) {
                    versions = unchanged(versions, refused);
                }
            }
            if (i % 1000 == 999) {
                System.out.println((i + 1) + " of " + times + " sent, " + wrong.size() + " wrong");
            }
        }
        unchanged(versions, refused);
        assertThat(wrong).as("seed " + SEED).isEmpty();
    }

    private Map<String, String> unchanged(Map<String, String> before, List<String> refused) {
        Map<String, String> now = this.before.versions();
        List<String> changed = Snapshot.changed(before, now);
        if (!changed.isEmpty()) {
            wrong("a refused one has changed " + changed + ", one of:\n  " + String.join("\n  ", refused));
        }
        refused.clear();
        return now;
    }

    /** Said at once, too: a long run need not come to its end to be learnt from. */
    private void wrong(String what) {
        wrong.add(what);
        System.out.println("fairway.fuzz: " + what);
    }

    private void judge(Sent sent) {
        Visitor.Answer answer = sent.answer();
        String what = sent.what().length() > 600 ? sent.what().substring(0, 600) + "…" : sent.what();
        if (answer.status() >= 500) {
            wrong(what + "\n    answered " + answer.status() + " " + answer.text());
        } else if (answer.status() >= 400) {
            java.util.regex.Matcher insides = INSIDES.matcher(answer.text());
            if (insides.find() && !sent.what().contains(insides.group())) {
                wrong(what + "\n    answered " + answer.status() + " with \"" + insides.group() + "\": " + (answer.text().length() > 500 ? answer.text().substring(0, 500) : answer.text()));
            }
            OTHERS.stream().filter(answer.text()::contains).forEach(other -> wrong(what + "\n    answered with " + other));
        }
    }
}
