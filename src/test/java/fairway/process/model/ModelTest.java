package fairway.process.model;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fairway.correspondence.Sending;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models as files: complete, in the words of the vocabulary, carrying every clause of the policy, and drawn so that they can be read. */
class ModelTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Path FORMS = Path.of("forms");
    private static final Path CLAUSES = Path.of("src/main/resources/policy/clauses.csv");
    private static final Pattern CLAUSE = Pattern.compile("\\b(?:OTO|PM|S1P|S1D|S1A)-\\d\\d\\b");
    /** What carries a step that the law asks for, and not the policy. */
    private static final Pattern LAW = Pattern.compile("\\bUK GDPR Art\\. \\d+");
    private static final Set<String> BY_LAW = Set.of(SubjectAccessRequestModel.KEY);
    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");
    private static final Pattern BEAN_CALL = Pattern.compile("\\b(\\w+)\\.(\\w+)\\(execution");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-z]\\w*");
    private static final Set<String> WORDS_OF_EXPRESSIONS = Set.of("execution", "or", "and", "not", "empty", "true", "false");

    /** Variables that say which row a step is about; beans and forms read them, no gateway does. */
    private static final Set<String> SUBJECTS = Set.of("oneToOne", "referral", "delivery", "correction");

    /** Words that keep their capital within a label. */
    private static final Set<String> NAMES = Set.of("HR", "Stage", "Trust", "Improvement", "Action", "Plan", "Occupational", "Health");

    private static final Map<String, String> PREFIXES = Map.of("startEvent", "startEvent_", "userTask", "userTask_", "serviceTask", "serviceTask_",
            "businessRuleTask", "ruleTask_", "callActivity", "callActivity_", "subProcess", "subProcess_", "endEvent", "endEvent_",
            "boundaryEvent", "event_", "intermediateCatchEvent", "event_", "intermediateThrowEvent", "event_");

    private static final Map<String, BpmnModelInstance> MODELS = read(Models.processes(), Bpmn::readModelFromStream);
    private static final Map<String, DmnModelInstance> TABLES = read(Models.decisions(), Dmn::readModelFromStream);

    static Collection<String> models() {
        return MODELS.keySet();
    }

    static List<Vocabulary> vocabularies() {
        return Vocabulary.all();
    }

    // names

    @Test
    void theSetIsComplete() {
        assertThat(MODELS.keySet()).containsExactlyInAnyOrderElementsOf(Vocabulary.all().stream().map(Vocabulary::key).toList());
        assertThat(TABLES.keySet()).containsExactlyInAnyOrder(DecisionTables.EvidenceGate.KEY, DecisionTables.OneToOneFrequency.KEY,
                DecisionTables.PlanTimeframe.KEY);
    }

    @ParameterizedTest
    @MethodSource("models")
    void theProcessIsNamedAsItsFileAndCanRun(String key) {
        assertThat(all(key, Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(key);
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(process.getCamundaVersionTag()).isEqualTo("1.0.0");
            assertThat(isFounded(key, process)).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsSayWhatAnElementIs(String key) {
        for (FlowElement element : all(key, FlowElement.class)) {
            String type = element.getElementType().getTypeName();
            String prefix = element instanceof SequenceFlow ? "flow_" : element instanceof Gateway ? "gateway_" : PREFIXES.get(type);
            assertThat(element.getId()).matches(prefix + "[a-z][A-Za-z0-9]*(_[A-Za-z0-9]+)?");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void labelsAreSentences(String key) {
        for (FlowElement element : all(key, FlowElement.class)) {
            String name = element.getName();
            if (name == null) {
                continue;
            }
            String[] words = name.split(" ");
            assertThat(words[0]).as(name).matches("[A-Z0-9].*");
            assertThat(Stream.of(words).skip(1).map(word -> word.replaceAll("\\W", "")))
                    .as(name).allMatch(word -> NAMES.contains(word) || !word.matches("[A-Z].*"));
        }
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void theVocabularyNamesTheElementsAndNoOthers(Vocabulary words) {
        assertThat(words.group("Elements")).isEqualTo(all(words.key(), FlowNode.class).stream().map(FlowNode::getId).collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void theVocabularyNamesTheMessagesAndErrorsAndNoOthers(Vocabulary words) {
        assertThat(words.group("Messages")).isEqualTo(all(words.key(), Message.class).stream().map(Message::getName).collect(toSet()));
        assertThat(words.group("Errors")).isEqualTo(all(words.key(), Error.class).stream().map(Error::getErrorCode).collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void theVocabularyNamesTheVariablesAndNoOthers(Vocabulary words) {
        Set<String> variables = variables(words.key());
        Set<String> named = new TreeSet<>(words.group("Variables"));
        assertThat(named).containsAll(variables);
        named.removeAll(variables);
        assertThat(SUBJECTS).containsAll(named);
    }

    @Test
    void theBeansAreThoseOfTheModels() {
        Set<String> delegates = new HashSet<>();
        Map<String, Set<String>> answers = new TreeMap<>();
        for (String key : MODELS.keySet()) {
            String xml = xml(key);
            Pattern.compile("delegateExpression=\"#\\{(\\w+)}\"").matcher(xml).results().forEach(match -> delegates.add(match.group(1)));
            expressions(key).forEach(expression -> BEAN_CALL.matcher(expression).results()
                    .forEach(call -> answers.computeIfAbsent(call.group(1), bean -> new TreeSet<>()).add(call.group(2))));
        }
        assertThat(delegates).isEqualTo(Beans.DELEGATES);
        assertThat(answers).isEqualTo(Beans.ANSWERS.entrySet().stream().collect(toMap(Map.Entry::getKey, bean -> new TreeSet<>(bean.getValue()))));
    }

    @Test
    void theEndsAreThoseOfTheCase() {
        Set<String> told = Pattern.compile("caseEnds\\.end\\(execution, '(\\w+)'\\)").matcher(xml(PerformanceCaseModel.KEY)).results()
                .map(match -> match.group(1)).collect(toSet());
        assertThat(told).isEqualTo(new Vocabulary(PerformanceCaseModel.class).group("Endings"));
    }

    // steps

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasAFormAnOwnerADueDateAndAFollowUpDate(String key) {
        for (UserTask task : all(key, UserTask.class)) {
            String id = task.getId().substring("userTask_".length());
            assertThat(task.getCamundaFormKey()).as(id).isEqualTo("embedded:app:form-host/task.html");
            assertThat(FORMS.resolve(id + ".form")).exists();
            assertThat(task.getCamundaAssignee() != null || "operations".equals(task.getCamundaCandidateGroups())).as("owner of " + id).isTrue();
            if ("#{owners.adviser(execution)}".equals(task.getCamundaAssignee())) {
                assertThat(task.getCamundaCandidateGroups()).as("queue of " + id).isEqualTo("#{owners.hrQueue(execution)}");
            }
            assertThat(task.getCamundaDueDate()).as("due date of " + id).startsWith("#{dueDates.");
            assertThat(task.getCamundaFollowUpDate()).as("follow-up date of " + id).startsWith("#{dueDates.");
        }
    }

    @Test
    void whatPeopleStartHasAFormAndStandsInTasklist() {
        Map<String, String> forms = Map.of(PerformanceCaseModel.KEY, "raiseConcern", EarlierOneToOneModel.KEY, "addEarlierOneToOne",
                SubjectAccessRequestModel.KEY, "receiveSubjectAccessRequest");
        for (String key : MODELS.keySet()) {
            Process process = all(key, Process.class).iterator().next();
            StartEvent start = process.getChildElementsByType(StartEvent.class).iterator().next();
            assertThat(process.isCamundaStartableInTasklist()).as(key).isEqualTo(forms.containsKey(key));
            assertThat(start.getCamundaFormKey()).as(key).isEqualTo(forms.containsKey(key) ? "embedded:app:form-host/start.html" : null);
            assertThat(start.isCamundaAsyncBefore()).as("a start form's submission is transient").isFalse();
            if (forms.containsKey(key)) {
                assertThat(FORMS.resolve(forms.get(key) + ".form")).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyServiceTaskIsABean(String key) {
        assertThat(all(key, ServiceTask.class)).allSatisfy(task -> assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches("#\\{\\w+}"));
        assertThat(all(key, Task.class)).allMatch(task -> task instanceof UserTask || task instanceof ServiceTask || task instanceof BusinessRuleTask);
    }

    /** Were there fewer pauses than attempts need, the engine would give up before the last one and nobody would be asked. */
    @Test
    void theModelPausesBetweenAllAttemptsToSend() {
        String pauses = MODELS.get(DeliveryModel.KEY).getModelElementsByType(CamundaFailedJobRetryTimeCycle.class).iterator().next().getTextContent();
        assertThat(pauses.split(",").length + 1).isEqualTo(Sending.ATTEMPTS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTimerIsADateOfTheClocks(String key) {
        for (TimerEventDefinition timer : all(key, TimerEventDefinition.class)) {
            assertThat(timer.getTimeDate().getTextContent().trim()).as(timer.getId()).matches("#\\{clocks\\.\\w+\\(execution\\)}");
            assertThat(timer.getTimeDuration()).isNull();
            assertThat(timer.getTimeCycle()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void calledProcessesAndTablesAreThoseOfTheSameDeployment(String key) {
        for (CallActivity call : all(key, CallActivity.class)) {
            assertThat(MODELS).containsKey(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list())
                    .singleElement().satisfies(in -> assertThat(in.getCamundaBusinessKey()).isEqualTo("#{execution.processBusinessKey}"));
        }
        for (BusinessRuleTask rule : all(key, BusinessRuleTask.class)) {
            assertThat(TABLES).containsKey(rule.getCamundaDecisionRef());
            assertThat(rule.getCamundaDecisionRefBinding()).isEqualTo("deployment");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyQuestionHasNamedAnswersAndOneForTheRest(String key) {
        assertThat(all(key, InclusiveGateway.class)).isEmpty();
        for (Gateway gateway : all(key, Gateway.class)) {
            boolean question = gateway instanceof ExclusiveGateway && gateway.getOutgoing().size() > 1;
            if (!question) {
                assertThat(gateway.getName()).as(gateway.getId()).isNull();
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            SequenceFlow rest = ((ExclusiveGateway) gateway).getDefault();
            assertThat(rest).as("default of " + gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null).as(flow.getId()).isEqualTo(flow.equals(rest));
            });
        }
    }

    // the policy

    @ParameterizedTest
    @MethodSource("models")
    void everyStepNamesItsClauses(String key) {
        Set<String> known = policy();
        for (FlowNode node : all(key, FlowNode.class)) {
            boolean join = node instanceof Gateway && node.getOutgoing().size() == 1;
            assertThat(join || isFounded(key, node)).as("clauses of " + node.getId()).isTrue();
            assertThat(known).containsAll(clauses(node));
        }
    }

    @Test
    void everyClauseIsCarriedByAStep() {
        Set<String> carried = new TreeSet<>();
        for (String key : MODELS.keySet()) {
            all(key, FlowNode.class).forEach(node -> carried.addAll(clauses(node)));
        }
        assertThat(carried).hasSize(53).containsExactlyInAnyOrderElementsOf(policy());
    }

    @Test
    void guidanceOnConductStandsInTheModelOfTheOneToOne() {
        assertThat(clauses(all(OneToOneCycleModel.KEY, Process.class).iterator().next())).contains("OTO-11", "OTO-12");
        assertThat(clauses(MODELS.get(PerformanceCaseModel.KEY).getModelElementById(PerformanceCaseModel.Elements.START_CONCERN_RAISED))).contains("PM-12");
    }

    @Test
    void everyTableNamesItsClauses() {
        Set<String> known = policy();
        TABLES.forEach((key, table) -> {
            Decision decision = table.getModelElementsByType(Decision.class).iterator().next();
            assertThat(decision.getId()).isEqualTo(key);
            assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(known).containsAll(clausesIn(decision.getDescription().getTextContent()));
            assertThat(clausesIn(decision.getDescription().getTextContent())).isNotEmpty();
        });
    }

    // the diagrams

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawnAndLabelled(String key) {
        Diagram diagram = new Diagram(MODELS.get(key));
        assertThat(all(key, FlowNode.class)).allMatch(diagram::draws);
        assertThat(all(key, SequenceFlow.class)).allMatch(diagram::draws);
        assertThat(all(key, FlowElement.class)).allMatch(element -> element.getName() == null || element instanceof Task || element instanceof CallActivity
                || element instanceof SubProcess || diagram.labels(element.getId()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingCrossesOrCoversAnything(String key) {
        Diagram diagram = new Diagram(MODELS.get(key));
        assertThat(diagram.crossings()).isEmpty();
        assertThat(diagram.misguidedLines()).isEmpty();
        assertThat(diagram.overlappingShapes()).isEmpty();
        assertThat(diagram.coveredLabels()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyStepIsDrawnInTheLaneOfItsOwner(String key) {
        Diagram diagram = new Diagram(MODELS.get(key));
        for (Lane lane : all(key, Lane.class)) {
            for (FlowNode node : lane.getFlowNodeRefs()) {
                assertThat(diagram.shape(lane).contains(diagram.shape(node))).as(node.getId() + " in " + lane.getName()).isTrue();
                if (node instanceof UserTask task) {
                    assertThat(lane.getName().startsWith("HR")).as(task.getId() + " in " + lane.getName()).isEqualTo("#{owners.adviser(execution)}".equals(task.getCamundaAssignee()));
                }
                if (node instanceof IntermediateCatchEvent event && !event.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
                    assertThat(lane.getName()).as("a clock is nobody's step: " + event.getId()).contains("Fairway");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatTheTrustSetsIsLabelledSo(String key) {
        for (FlowElement element : all(key, FlowElement.class)) {
            if (element.getName() != null && !(element instanceof SequenceFlow)) {
                assertThat(element.getName()).as("a number of days stands where it is labelled").doesNotContainPattern("\\d+ (working )?days");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theWayLeadsFromLeftToRight(String key) {
        Diagram diagram = new Diagram(MODELS.get(key));
        for (StartEvent start : all(key, StartEvent.class)) {
            double beginning = diagram.shape(start).middle();
            start.getParentElement().getChildElementsByType(FlowNode.class).stream().filter(node -> !(node instanceof SubProcess) && node != start)
                    .forEach(node -> assertThat(diagram.shape(node).middle()).as(node.getId()).isGreaterThan(beginning));
        }
        assertThat(all(key, SequenceFlow.class).stream()
                .filter(flow -> diagram.shape(flow.getTarget()).middle() < diagram.shape(flow.getSource()).middle())
                .filter(flow -> !leadsBack(flow.getTarget(), flow.getSource())).map(SequenceFlow::getId))
                .as("only ways back lead to the left").isEmpty();
    }

    /** Whether a way leads from one node to the other. */
    private static boolean leadsBack(FlowNode from, FlowNode to) {
        Set<FlowNode> seen = new HashSet<>();
        List<FlowNode> ahead = new ArrayList<>(List.of(from));
        while (!ahead.isEmpty()) {
            FlowNode node = ahead.remove(0);
            if (node.equals(to)) {
                return true;
            }
            if (seen.add(node)) {
                node.getOutgoing().forEach(flow -> ahead.add(flow.getTarget()));
                node.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().equals(node)).forEach(ahead::add);
                if (node instanceof IntermediateThrowEvent link) {
                    link.getParentElement().getChildElementsByType(IntermediateCatchEvent.class).stream()
                            .filter(there -> link.getName().equals(there.getName())).forEach(ahead::add);
                }
            }
        }
        return false;
    }

    private static Set<String> variables(String key) {
        Set<String> found = new TreeSet<>();
        for (String expression : expressions(key)) {
            if (!Beans.DELEGATES.contains(expression)) {
                NAME.matcher(expression.replaceAll("'[^']*'", "")).results().map(MatchResult::group)
                        .filter(name -> !WORDS_OF_EXPRESSIONS.contains(name) && !Beans.ANSWERS.containsKey(name)).forEach(found::add);
            }
            Pattern.compile("setVariable\\('(\\w+)'").matcher(expression).results().forEach(match -> found.add(match.group(1)));
        }
        for (BusinessRuleTask rule : all(key, BusinessRuleTask.class)) {
            found.add(rule.getCamundaResultVariable());
            TABLES.get(rule.getCamundaDecisionRef()).getModelElementsByType(InputExpression.class)
                    .forEach(input -> found.add(input.getText().getTextContent()));
        }
        all(key, CamundaOut.class).forEach(out -> found.add(out.getCamundaTarget()));
        Pattern.compile("elementVariable=\"(\\w+)\"").matcher(xml(key)).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<String> expressions(String key) {
        return EXPRESSION.matcher(xml(key)).results().map(match -> match.group(1)).toList();
    }

    private static String xml(String key) {
        return text(Models.FOLDER.resolve(key + ".bpmn"));
    }

    /** Whether it names what it carries: clauses of the policy, or for a model that the law asks for the article. */
    private static boolean isFounded(String key, BaseElement element) {
        return BY_LAW.contains(key) ? LAW.matcher(element.getDocumentations().stream().map(Documentation::getTextContent).reduce("", String::concat)).find()
                : !clauses(element).isEmpty();
    }

    private static Set<String> clauses(BaseElement element) {
        return clausesIn(element.getDocumentations().stream().map(Documentation::getTextContent).reduce("", String::concat));
    }

    private static Set<String> clausesIn(String text) {
        return CLAUSE.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static Set<String> policy() {
        try (CSVParser parser = CSVParser.parse(CLAUSES, StandardCharsets.UTF_8, CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            Set<String> ids = new TreeSet<>();
            for (CSVRecord row : parser) {
                ids.add(row.get("id"));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends ModelElementInstance> Collection<T> all(String key, Class<T> type) {
        return MODELS.get(key).getModelElementsByType(type);
    }

    private static <M> Map<String, M> read(List<Path> files, Function<InputStream, M> reader) {
        Map<String, M> models = new TreeMap<>();
        files.forEach(file -> models.put(file.getFileName().toString().replaceAll("\\.\\w+$", ""), reader.apply(Models.open(file))));
        return models;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
