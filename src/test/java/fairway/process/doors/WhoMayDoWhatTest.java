package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.form.CaseActionForm;
import fairway.form.Forms;
import fairway.form.PreviewedForm;
import fairway.support.Doors;
import fairway.support.FairwayTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every role and relation to a case, times every way into Fairway: pages, {@code /api}, what is open of the engine at both doors, forms, letters,
 * filters, web applications. The routes come from the running application, the rules from {@code doors/who-may-do-what.txt}; a route without a
 * rule fails. Whoever may not see a case cannot tell whether it is there, by a list, a number, or an error.
 */
@FairwayTest
class WhoMayDoWhatTest {

    private static final WhoMayDoWhat TABLE = WhoMayDoWhat.read();
    /** To these there is no such case: every answer is what it would be without it. */
    private static final Set<Who> OUTSIDE = EnumSet.of(Who.FORMER_MANAGER, Who.OTHER_MANAGER, Who.OTHER_DIVISION_HR, Who.ADMINISTRATOR, Who.COLLEAGUE, Who.BELOW, Who.DECLARED, Who.NOBODY);

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Doors doors;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FilterService filters;
    @Autowired
    private AllowList allowed;
    @Autowired
    private Forms forms;

    private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> tried = new TreeSet<>();
    private CaseWithEverybody cases;

    @BeforeEach
    void thePeopleAndAnotherCase() {
        cases = new CaseWithEverybody(context);
        cases.withoutIt();
    }

    private Visitor as(Who who) {
        return visitors.computeIfAbsent(who, somebody -> new Visitor(doors.base(), somebody.user()));
    }

    @AfterEach
    void everybodyGoes() {
        cases.close();
    }

    @Test
    void everyRouteHasARule() throws Exception {
        List<String> without = new ArrayList<>();
        Set<String> pages = new TreeSet<>(TABLE.routes("pages", "api"));
        Set<String> there = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(route -> {
            Set<String> methods = route.getMethodsCondition().getMethods().isEmpty() ? Set.of("GET")
                    : route.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
            route.getPatternValues().forEach(pattern -> methods.forEach(method -> there.add(method + " " + pattern)));
        }));
        there.stream().filter(route -> !pages.contains(route)).forEach(without::add);
        Map<String, Long> operations = allowed.operations().stream().collect(Collectors.groupingBy(o -> o.method() + " " + o.template(), TreeMap::new, Collectors.counting()));
        List<String> engineRoutes = TABLE.routes("engine");
        operations.forEach((operation, times) -> {
            if (Collections.frequency(engineRoutes, operation) < times) {
                without.add(operation + " (open in " + times + " ways)");
            }
        });
        inFolder("forms", ".form").filter(form -> !TABLE.names("forms").contains(form) && forms.action(form).isEmpty()).forEach(form -> without.add("form " + form));
        forms.actions().stream().map(CaseActionForm::id).filter(action -> !TABLE.names("actions").contains(action)).forEach(action -> without.add("action " + action));
        inFolder("src/main/resources/letters", ".html").filter(letter -> !letter.equals("parts") && !TABLE.names("documents").contains(letter)).forEach(letter -> without.add("letter " + letter));
        filters.createFilterQuery().list().stream().map(Filter::getName).filter(filter -> !TABLE.names("filters").contains(filter)).forEach(filter -> without.add("filter " + filter));
        Stream.of(Webapp.values()).map(Webapp::id).filter(app -> !TABLE.names("web applications").contains(app)).forEach(app -> without.add("web application " + app));
        assertThat(without).as("what has no rule in doors/who-may-do-what.txt").isEmpty();

        Set<String> gone = new TreeSet<>(pages);
        gone.removeAll(there);
        Set<String> goneOperations = new TreeSet<>(engineRoutes);
        goneOperations.removeAll(operations.keySet());
        gone.addAll(goneOperations);
        assertThat(gone).as("rules for what is not there any more").isEmpty();
    }

    private static Stream<String> inFolder(String folder, String ending) throws java.io.IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending)).map(name -> name.substring(0, name.length() - ending.length())).toList().stream();
        }
    }

    @Test
    void everybodyIsLetInWhereTheTableSays_andNowhereElse() {
        cases.withIt();
        cases.handOver();
        List<WhoMayDoWhat.Rule> rules = TABLE.rules(rule -> true);
        // those who are not let in come first, so that they find everything as it was
        TABLE.documentsOfACase().forEach(cases::document);
        Map<String, String> before = doors.fingerprint();
        rules.forEach(rule -> check(rule, shutOut(rule.open())));
        documents(true);
        actions(true);
        filters(true);
        Map<String, String> after = doors.fingerprint();
        assertThat(after.keySet().stream().filter(rows -> !after.get(rows).equals(before.get(rows)))).as("tables that were changed by what was refused").isEmpty();
        rules.forEach(rule -> check(rule, rule.open()));
        documents(false);
        actions(false);
        filters(false);
        assertThat(wrong).isEmpty();
    }

    private static Set<Who> shutOut(Set<Who> open) {
        return EnumSet.complementOf(EnumSet.copyOf(open.isEmpty() ? EnumSet.noneOf(Who.class) : open));
    }

    private void check(WhoMayDoWhat.Rule rule, Set<Who> whom) {
        for (Who who : whom) {
            boolean expected = rule.open().contains(who);
            // those who are shut out come to one of the doors each, and all of them to both
            answers(rule, who, expected ? BOTH : (rule.hashCode() + who.ordinal()) % 2 == 0 ? "/engine-rest" : "/camunda").forEach((way, answer) -> {
                // where nothing of the case is asked for, whoever is let in may find nothing there
                if (!expected || rule.isOfTheCase() || answer.status() != 404) {
                    judge(rule.toString() + way, who, expected, answer);
                }
            });
        }
    }

    private void judge(String what, Who who, boolean expected, Visitor.Answer answer) {
        if (answer.status() >= 500) {
            wrong.add(who + " " + what + " answered " + answer.status() + " " + shortened(answer.text()));
        } else if (answer.isLetIn() != expected) {
            wrong.add(who + (expected ? " is shut out of " : " is let in at ") + what + ": " + answer.status() + " " + answer.to() + " " + shortened(answer.text()));
        }
        boolean sees = TABLE.of("actions", "pause").contains(who) || who == Who.REVIEWER && expected || who == Who.COLLEAGUE && expected && what.contains("/my/");
        if (!sees) {
            CaseWithEverybody.TEXTS.stream().filter(answer.text()::contains).forEach(text -> wrong.add(who + " reads \"" + text + "\" at " + what));
        }
        if (!sees && !expected) {
            Stream.concat(CaseWithEverybody.NAMES.stream(), Stream.of("walls.declared@", "Outcome letter")).filter(answer.text()::contains)
                    .forEach(text -> wrong.add(who + " reads \"" + text + "\" in the refusal of " + what));
        }
        if (expected && OUTSIDE.contains(who) && !sees && !what.contains("{number}") && answer.text().contains(cases.number())) {
            wrong.add(who + " reads the number of the case at " + what);
        }
        if (who == Who.PROCESS_OWNER && expected && (answer.text().contains("PC-2026-") || answer.text().contains(cases.value("instance")))) {
            wrong.add(who + " reads of single cases at " + what);
        }
    }

    /** At each of its doors. */
    private Map<String, Visitor.Answer> answers(WhoMayDoWhat.Rule rule, Who who) {
        return answers(rule, who, BOTH);
    }

    private static final String BOTH = "/engine-rest /camunda";

    /** What the way answers at these doors, where it is one of the engine's. */
    private Map<String, Visitor.Answer> answers(WhoMayDoWhat.Rule rule, Who who, String engineDoors) {
        String path = filled(rule.path(), who);
        String body = "submission".equals(rule.body()) ? doors.body("{\"surprise\":\"x\"}") : rule.body() == null ? null : filled(rule.body(), who);
        Visitor visitor = as(who);
        Map<String, Visitor.Answer> answers = new LinkedHashMap<>();
        if (!rule.section().equals("engine")) {
            if (rule.section().equals("pages") || who != Who.NOBODY) {
                answers.put("", visitor.browses(rule.method(), path, body));
            }
            if (rule.section().equals("api")) {
                answers.put(" (as a program)", visitor.calls(rule.method(), path, body));
            }
        } else if (path.startsWith("webapp:")) {
            answers.put("", visitor.browses(rule.method(), "/camunda/api/" + path.substring("webapp:".length()), body));
        } else {
            if (engineDoors.contains("/engine-rest")) {
                answers.put(" at /engine-rest", visitor.calls(rule.method(), "/engine-rest/" + path, body));
            }
            if (engineDoors.contains("/camunda")) {
                answers.put(" at /camunda", visitor.browses(rule.method(), path.equals("engine") ? "/camunda/api/engine/engine/" : "/camunda/api/engine/engine/default/" + path, body));
            }
        }
        return answers;
    }

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:[=:]([^}]*))?}");

    private String filled(String template, Who who) {
        Matcher place = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (place.find()) {
            String name = place.group(2) == null ? place.group(1) : place.group(1).equals("definition") ? "definition " + place.group(2) : place.group(2);
            place.appendReplacement(filled, Matcher.quoteReplacement(name.equals("me") ? String.valueOf(who.user()) : cases.value(name)));
        }
        return place.appendTail(filled).toString().replace("/static/*", "/static/app/plugin.js");
    }

    private void documents(boolean refused) {
        for (String kind : TABLE.documentsOfACase()) {
            String document = cases.document(kind);
            String copy = cases.editableCopy(document);
            Set<Who> open = TABLE.of("documents", kind);
            for (Who who : refused ? shutOut(open) : open) {
                judge("document " + kind, who, open.contains(who), as(who).browses("GET", "/documents/" + document, null));
                if (copy != null) {
                    judge("editable copy of " + kind, who, open.contains(who), as(who).browses("GET", "/documents/" + copy, null));
                }
            }
        }
    }

    private void actions(boolean refused) {
        for (String action : TABLE.names("actions")) {
            Set<Who> open = TABLE.of("actions", action);
            String path = "/cases/" + cases.number() + "/actions/" + action;
            for (Who who : refused ? shutOut(open) : open) {
                judge("page of " + action, who, open.contains(who), as(who).browses("GET", path, null));
                judge("form of " + action, who, open.contains(who), as(who).calls("GET", "/api" + path, null));
                judge("action " + action, who, open.contains(who), as(who).calls("POST", "/api" + path, "{\"surprise\":\"x\"}"));
                boolean letter = forms.action(action).orElseThrow() instanceof PreviewedForm;
                judge("preview of " + action, who, letter && open.contains(who), as(who).calls("POST", "/api" + path + "/preview", "{\"surprise\":\"x\"}"));
                judge("action " + action + " in the browser", who, open.contains(who), as(who).browses("POST", "/api" + path, "{\"surprise\":\"x\"}"));
            }
        }
    }

    private void filters(boolean refused) {
        for (Filter filter : filters.createFilterQuery().list()) {
            Set<Who> open = TABLE.of("filters", filter.getName());
            for (Who who : refused ? shutOut(open) : open) {
                for (String way : refused ? List.of("GET ", "POST /list", "POST /count") : List.of("GET ", "GET /list", "GET /count", "POST /list", "POST /count")) {
                    String method = way.substring(0, way.indexOf(' '));
                    String path = "filter/" + filter.getId() + way.substring(way.indexOf(' ') + 1);
                    String body = method.equals("POST") ? "{}" : null;
                    if (!refused) {
                        judge("filter " + filter.getName() + " " + way, who, open.contains(who), as(who).calls(method, "/engine-rest/" + path, body));
                    }
                    judge("filter " + filter.getName() + " " + way + " in Tasklist", who, open.contains(who), as(who).browses(method, "/camunda/api/engine/engine/default/" + path, body));
                }
            }
        }
        for (String app : TABLE.names("web applications")) {
            Set<Who> open = TABLE.of("web applications", app);
            for (Who who : refused ? shutOut(open) : open) {
                judge("web application " + app, who, open.contains(who), as(who).browses("GET", "/camunda/app/" + app + "/default/", null));
            }
        }
    }

    // ---- forms

    @Test
    void everyStepIsItsOwnersAlone_inEveryForm() throws Exception {
        cases.withIt();
        cases.handOver();
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            for (Path file : models.filter(path -> path.toString().endsWith(".bpmn")).sorted().toList()) {
                String process = file.getFileName().toString().replace(".bpmn", "");
                for (UserTask step : Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class)) {
                    String form = step.getId().substring("userTask_".length());
                    if (TABLE.isOfACase(form)) {
                        step(process, form);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void step(String process, String form) {
        Task task = cases.standingAt(process, form);
        String what = form + " of " + process;
        Set<Who> finds = TABLE.whoFinds(form);
        Set<Who> fillsIn = TABLE.whoFillsIn(form);
        if (task.getAssignee() == null) {
            for (Who who : shutOut(finds)) {
                judge("claim " + what, who, false, as(who).calls("POST", "/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"" + who.user() + "\"}"));
            }
            finds.forEach(who -> judge("found in the queue: " + what, who, true, as(who).calls("GET", "/engine-rest/task/" + task.getId(), null)));
            engine.getTaskService().setAssignee(task.getId(), fillsIn.iterator().next().user());
        }
        boolean first = tried.add(finds + " " + fillsIn);
        for (boolean owner : new boolean[]{false, true}) {
            for (Who who : owner ? fillsIn : shutOut(fillsIn)) {
                Visitor visitor = as(who);
                form("form of " + what, who, owner, visitor.calls("GET", "/api/tasks/" + task.getId() + "/form", null));
                judge("complete " + what, who, owner, visitor.calls("POST", "/engine-rest/task/" + task.getId() + "/complete", doors.body("{\"surprise\":\"x\"}")));
                judge("task " + what, who, finds.contains(who), visitor.browses("GET", "/camunda/api/engine/engine/default/task/" + task.getId(), null));
                if (first || owner) {
                    everyOtherWay(task, what, who, owner, finds.contains(who), forms.task(form).orElseThrow() instanceof PreviewedForm);
                }
            }
        }
        if (engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 0) {
            wrong.add(what + " was completed by what should have been refused");
            return;
        }
        engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "looked at", true, true, true);
    }

    private void everyOtherWay(Task task, String what, Who who, boolean owner, boolean finds, boolean previewed) {
        Visitor visitor = as(who);
        String api = "/api/tasks/" + task.getId();
        String rest = "/engine-rest/task/" + task.getId();
        String tasklist = "/camunda/api/engine/engine/default/task/" + task.getId();
        String submission = doors.body("{\"surprise\":\"x\"}");
        form("form in Tasklist of " + what, who, owner, visitor.browses("GET", api + "/form", null));
        judge("preview of " + what, who, owner && previewed, visitor.calls("POST", api + "/preview", "{\"surprise\":\"x\"}"));
        judge("draft of " + what, who, owner, visitor.calls("PUT", api + "/draft", "{\"surprise\":\"x\"}"));
        judge("draft taken away of " + what, who, owner, visitor.calls("DELETE", api + "/draft", null));
        if (!owner) {
            judge("hand back " + what, who, false, visitor.calls("POST", rest + "/unclaim", null));
            judge("claim " + what, who, false, visitor.calls("POST", rest + "/claim", "{\"userId\":\"" + who.user() + "\"}"));
        }
        judge("submit " + what, who, owner, visitor.calls("POST", rest + "/submit-form", submission));
        judge("complete in Tasklist " + what, who, owner, visitor.browses("POST", tasklist + "/complete", submission));
        judge("submit in Tasklist " + what, who, owner, visitor.browses("POST", tasklist + "/submit-form", submission));
        judge("task as a program " + what, who, finds, visitor.calls("GET", rest, null));
        judge("form key of " + what, who, finds, visitor.calls("GET", rest + "/form", null));
    }

    /** The case has not come to each of these steps, so that not every form finds what it shows: that its owner gets so far is what counts here. */
    private void form(String what, Who who, boolean owner, Visitor.Answer answer) {
        if (!owner || answer.status() != 500) {
            judge(what, who, owner, answer);
        }
    }

    // ---- leaks

    @Test
    void whoeverMayNotSeeACaseCannotTellThatItIsThere() {
        List<WhoMayDoWhat.Rule> lists = TABLE.rules(rule -> !rule.isOfTheCase() && !rule.path().matches("/(my|audit|retention).*") && !rule.method().matches("PUT|DELETE")
                && !rule.path().matches(".*/(create|start|submit-form|unlock|password|import.*)$"));
        Map<String, String> without = everythingLearnt(lists);
        assertThat(without).hasSizeGreaterThan(900);
        cases.withIt();
        cases.handOver();
        fairway.support.TestClock.set(CaseWithEverybody.NOW);
        Map<String, String> with = everythingLearnt(lists);
        without.forEach((what, learnt) -> {
            if (!learnt.equals(with.get(what))) {
                wrong.add(what + "\n    without the case: " + shortened(learnt) + "\n    with it:          " + shortened(with.get(what)));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Map<String, String> everythingLearnt(List<WhoMayDoWhat.Rule> lists) {
        Map<String, String> learnt = new LinkedHashMap<>();
        for (Who who : OUTSIDE) {
            for (WhoMayDoWhat.Rule rule : lists) {
                // the line of the colleague is still the former manager's, with notes of its own
                if (who != Who.FORMER_MANAGER || !rule.path().startsWith("/lines")) {
                    answers(rule, who, "/camunda").forEach((way, answer) -> learnt.put(who + " " + rule + way, answer.learnt()));
                }
            }
            for (Filter filter : filters.createFilterQuery().list()) {
                for (String way : List.of("/list", "/count")) {
                    learnt.put(who + " filter " + filter.getName() + way, as(who).browses("POST", "/camunda/api/engine/engine/default/filter/" + filter.getId() + way, "{}").learnt());
                }
                learnt.put(who + " filter " + filter.getName(), as(who).browses("GET", "/camunda/api/engine/engine/default/filter/" + filter.getId() + "?itemCount=true", null).learnt());
            }
        }
        return learnt;
    }

    /** Numbers can be guessed: what is not one's own is answered as what does not exist. */
    @Test
    void aCaseThatIsNotOnesOwnIsAnsweredAsOneThatDoesNotExist() {
        cases.withIt();
        cases.handOver();
        String next = cases.number().substring(0, cases.number().length() - 3) + "777";
        List<String> ways = new ArrayList<>(List.of("/cases/%s", "/cases/%s/health", "/api/cases/%s", "/cases/%s/actions/pause", "/api/cases/%s/actions/pause"));
        for (Who who : OUTSIDE) {
            for (String way : ways) {
                same(who, way, cases.number(), next, "GET", null);
            }
            same(who, "/api/cases/%s/actions/pause", cases.number(), next, "POST", "{\"surprise\":\"x\"}");
            same(who, "/documents/%s", cases.document("outcomeLetter"), "987654", "GET", null);
            if (who != Who.FORMER_MANAGER) {
                same(who, "/lines/%s", cases.value("key"), "L-987654", "GET", null);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void same(Who who, String way, String one, String other, String method, String body) {
        Visitor visitor = as(who);
        String here = visitor.browses(method, way.formatted(one), body).learnt().replace(one, "…");
        String there = visitor.browses(method, way.formatted(other), body).learnt().replace(other, "…");
        if (!here.equals(there)) {
            wrong.add(who + " " + method + " " + way + "\n    the case: " + shortened(here) + "\n    none:     " + shortened(there));
        }
    }

    // ---- hand-over

    /** What the manager and the adviser had, the new ones have in the same second, and the former ones no more. */
    @Test
    void aHandOverTakesEverythingAlongInOneStep() {
        cases.withIt();
        List<WhoMayDoWhat.Rule> ofTheCase = TABLE.rules(rule -> rule.path().matches("/(api/)?cases/\\{number}.*") && rule.method().equals("GET"));
        Task step = cases.standingAt("delivery", "handOverPaperCopy");
        Task decision = cases.standingAt("performanceCase", "decideFormalStage");
        assertThat(has(Who.FORMER_MANAGER, ofTheCase, step)).containsOnly(true);
        assertThat(has(Who.MANAGER, ofTheCase, step)).containsOnly(false);
        assertThat(health(Who.DIVISION_HR, decision)).containsOnly(true);
        assertThat(health(Who.ADVISER, decision)).containsOnly(false);
        cases.handOver();
        assertThat(has(Who.FORMER_MANAGER, ofTheCase, step)).containsOnly(false);
        assertThat(has(Who.MANAGER, ofTheCase, null)).containsOnly(true);
        assertThat(has(Who.DEPUTY, ofTheCase, step)).as("who stands in for the manager has the manager's steps").containsOnly(true);
        assertThat(health(Who.DIVISION_HR, decision)).containsOnly(false);
        assertThat(health(Who.ADVISER, decision)).containsOnly(true);
    }

    private List<Boolean> has(Who who, List<WhoMayDoWhat.Rule> rules, Task step) {
        List<Boolean> has = new ArrayList<>();
        rules.stream().filter(rule -> !rule.path().endsWith("/health")).forEach(rule -> answers(rule, who).values().forEach(answer -> has.add(answer.isLetIn())));
        for (String kind : List.of("outcomeLetter", "improvementPlan", "occupationalHealthReferral")) {
            has.add(as(who).browses("GET", "/documents/" + cases.document(kind), null).isLetIn());
        }
        if (step != null) {
            has.addAll(fillsIn(who, step));
        }
        return has;
    }

    private List<Boolean> health(Who who, Task decision) {
        List<Boolean> has = new ArrayList<>(fillsIn(who, decision));
        has.add(as(who).browses("GET", "/cases/" + cases.number() + "/health", null).isLetIn());
        return has;
    }

    private List<Boolean> fillsIn(Who who, Task step) {
        return List.of(as(who).calls("DELETE", "/api/tasks/" + step.getId() + "/draft", null).isLetIn(),
                as(who).calls("POST", "/engine-rest/task/" + step.getId() + "/submit-form", doors.body("{\"surprise\":\"x\"}")).isLetIn());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 400 ? line : line.substring(0, 400) + "…";
    }
}
