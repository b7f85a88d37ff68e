package fairway.form;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas in {@code forms/}, against the contract that integrations rely on and against the records that the server reads. */
class FormSchemasTest {

    private static final Path FORMS = Path.of("forms");

    /** Ids and keys: the contract. Rows stand in brackets; {@code ids} are lists of plain values; a plus marks a key that a step needed beside them. */
    private static final String CONTRACT = """
            recordOneToOne: outcome heldOn tasks[task state comment] vitalStats supportGiven[kind what declined] wellbeingDiscussed \
              examples[date kind expected happened cause raised] actions[action owner due] postponedTo reason
            addEarlierOneToOne: colleague heldOn note supportGiven[kind what declined] examples[date kind expected happened cause raised]
            raiseConcern: colleague concernKind description standard
            selectEvidence: examples support raisedOn raisedIn timeGivenUntil
            decideOnMissingEvidence: decision comment
            confirmCourseOfAction: route rationale protectedFactors protectedNote medicalDirectorAgreedOn hrAttends hrAdviser
            holdInformalConversation: heldOn said colleagueView supportAgreed[kind what by] improveBy reason healthNote occupationalHealth
            reviewImprovement: result reason improveBy examples
            arrangeStage1Meeting: start minutes place neutralPlace colleagueWorksThen companion[name role] toldInPerson
            sharePolicy: sharedAt how purpose
            prepareScript: skipped script
            decideOnNonAttendance: decision rationale manager reviewOn
            recordStage1Meeting: outcome heldOn newStart reason present[name role] introductions purposeOutlined confirmedStage1 consequencesExplained \
              examplesDiscussed standards[concern jobDescription expected] colleagueView declinedToComment factors[kind what] contributoryFactors \
              healthNote adjustments adjustmentItems[what arrangedBy by inLetter] adjustmentsReason occupationalHealth signposts \
              support[kind what arrangedBy by] +excused
            agreeImprovementPlan: targets[what measure by support urgent improvement dependencies] endsOn timeframeReason reviewEvery reviewer colleagueAgrees \
              colleagueReason declinedToComment
            agreeTimeframe: agreed comment
            approveOutcomeLetter: discussion
            confirmOutcomeLetter: confirmed changes
            arrangeSupport: arranged detail date
            completeReferral: reason questions shared[what] seenByColleague consent
            recordOccupationalHealthAdvice: state fitness adjustments restrictedNote +appointmentOn
            handOverPaperCopy: handedOverOn how colleagueWords
            resolveDelivery: action
            holdProgressReview: outcome heldOn targets[id state seen] barriers support[id state] colleagueView adjustmentsConsidered detriment \
              detrimentReason healthNote postponedTo reason +excused +closeEarly
            considerFormalStage: decision rationale
            finalReview: result targets[id state seen] adjustmentsConsidered colleagueView declinedToComment reason endsOn +askHr
            explainOmission: rationale goAhead
            agreeExtension: agreed comment
            confirmReturnToMonitoring: agreed comment endsOn
            decideFormalStage: decision rationale endsOn
            withdraw: reason
            declareConflict: user why
            reportPerformanceFell: description examples
            changeManager: manager from
            changeAdviser: adviser from
            nameDeputy: deputy from to
            recordAbsence: person from to
            pause: reason reviewOn
            decideAfterPause: decision rationale manager
            recordDisclosure: note
            referToOccupationalHealth:
            withdrawConsent:
            revisePlan: targets[what measure by support urgent improvement dependencies] endsOn reason colleagueView
            colleagueChangesJob: decision rationale
            recordLeaver: on
            setLegalHold: reason
            receiveSubjectAccessRequest: person receivedOn identityChecked scope
            reviewSubjectAccess: decision reason identityChecked sendTo thirdParties[id decision exemption reason] passages[text exemption reason]
            liftLegalHold: reason
            correctLetter: letter reason texts[id text]
            confirmCorrection: confirmed changes
            recordColleagueComments: letter givenOn words
            """;

    private static final Map<String, Integer> CLAUSES = Map.of("OTO", 12, "PM", 12, "S1P", 6, "S1D", 17, "S1A", 6);
    private static final Pattern CLAUSE = Pattern.compile("\\b(OTO|PM|S1P|S1D|S1A)-(\\d+)\\b");
    private static final Set<String> PRESENTATION = Set.of("text", "html", "group", "separator", "spacer");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyFileIsASchemaOfItsName() throws IOException {
        for (Map.Entry<String, JsonNode> schema : schemas().entrySet()) {
            assertThat(schema.getValue().path("id").asText()).as("id of forms/%s.form", schema.getKey()).isEqualTo(schema.getKey());
            assertThat(schema.getValue().path("type").asText()).isEqualTo("default");
            assertThat(schema.getValue().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
            List<String> ids = components(schema.getValue()).map(c -> c.path("id").asText()).toList();
            assertThat(ids).as("component ids of %s", schema.getKey()).doesNotHaveDuplicates().doesNotContain("");
        }
    }

    @Test
    void keysAreThoseOfTheContract() throws IOException {
        Map<String, Set<String>> schemas = new TreeMap<>();
        schemas().forEach((id, schema) -> schemas.put(id, keys(schema)));
        assertThat(schemas).isEqualTo(contract());
    }

    @Test
    void everyFieldHasALabelInWords() throws IOException {
        List<String> wrong = new ArrayList<>();
        schemas().forEach((id, schema) -> components(schema).filter(c -> !PRESENTATION.contains(c.path("type").asText())).forEach(c -> {
            String label = label(c);
            if (label.isBlank() || label.equals(c.path("key").asText())) {
                wrong.add(id + "." + c.path("key").asText());
            }
            if (c.path("type").asText().equals("datetime") && c.path("subtype").asText().equals("datetime")
                    && (c.path("timeLabel").asText().isBlank() || !c.path("timeSerializingFormat").asText().equals("no_timezone"))) {
                wrong.add(id + "." + c.path("key").asText() + " needs a time label and no time zone");
            }
            if (c.path("type").asText().equals("dynamiclist") && (c.path("defaultRepetitions").asInt(1) != 0
                    || c.path("allowAddRemove").asBoolean() && c.path("properties").path("addLabel").asText().isBlank())) {
                wrong.add(id + "." + c.path("path").asText() + " starts empty and says what is added");
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void restrictedTextIsMarkedAsSuch() throws IOException {
        Map<String, List<String>> restricted = Map.of(
                "confirmCourseOfAction", List.of("protectedFactors", "protectedNote"),
                "holdInformalConversation", List.of("healthNote"),
                "recordStage1Meeting", List.of("healthNote"),
                "recordOccupationalHealthAdvice", List.of("fitness", "restrictedNote"),
                "holdProgressReview", List.of("healthNote"),
                "recordDisclosure", List.of("note"));
        schemas().forEach((id, schema) -> assertThat(components(schema).filter(c -> c.path("properties").path("restricted").asText().equals("yes"))
                .map(c -> c.path("key").asText())).as(id).containsExactlyInAnyOrderElementsOf(restricted.getOrDefault(id, List.of())));
    }

    /** HR's reasons go into the closure letter or the revised plan as they are: whoever writes one has to know. */
    @Test
    void aReasonThatIsPrintedInALetterSaysSo_S1A01() throws IOException {
        Map<String, String> printed = Map.of("decideFormalStage", "rationale", "decideAfterPause", "rationale", "colleagueChangesJob", "rationale", "decideOnNonAttendance", "rationale",
                "confirmReturnToMonitoring", "comment");
        Map<String, JsonNode> schemas = schemas();
        printed.forEach((id, key) -> assertThat(inputs(schemas.get(id).path("components")).get(key).path("description").asText()).as(id)
                .contains("is printed word for word in the", "which the manager signs. Name no grievance, no health and nobody else."));
        assertThat(inputs(schemas.get("decideAfterPause").path("components")).get("rationale").path("description").asText()).contains("do not repeat it here");
    }

    @Test
    void everyClauseThatGuidanceNamesExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        schemas().forEach((id, schema) -> components(schema).forEach(c -> {
            Matcher clause = CLAUSE.matcher(c.path("description").asText() + " " + c.path("text").asText() + " " + c.path("content").asText());
            while (clause.find()) {
                named.add(clause.group());
                int number = Integer.parseInt(clause.group(2));
                if (number < 1 || number > CLAUSES.get(clause.group(1)) || clause.group(2).length() != 2) {
                    wrong.add(id + ": " + clause.group());
                }
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(named).contains("S1D-01", "S1D-02", "S1D-03", "S1D-04", "S1D-05", "S1D-06", "S1D-07", "S1D-08", "S1D-09", "S1D-10", "S1D-11", "S1D-12",
                "S1D-13", "S1D-14", "S1D-15", "S1D-16", "S1D-17");
    }

    @Test
    void schemaAndRecordAgreeOnKeysKindsAndChoices() throws IOException {
        Map<String, JsonNode> schemas = schemas();
        Map<String, Class<?>> records = records();
        assertThat(records.keySet()).isEqualTo(schemas.keySet());
        List<String> wrong = new ArrayList<>();
        records.forEach((id, record) -> compare(id, inputs(schemas.get(id).path("components")), record, wrong));
        assertThat(wrong).isEmpty();
    }

    private void compare(String at, Map<String, JsonNode> inputs, Class<?> record, List<String> wrong) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        Arrays.stream(record.getRecordComponents()).forEach(c -> components.put(c.getName(), c));
        inputs.keySet().stream().filter(key -> !components.containsKey(key)).forEach(key -> wrong.add(at + "." + key + " is not in " + record.getSimpleName()));
        components.forEach((key, component) -> {
            JsonNode input = inputs.get(key);
            if (input == null) {
                wrong.add(at + "." + key + " is not in the schema");
                return;
            }
            String type = input.path("type").asText();
            Type generic = component.getGenericType();
            if (generic instanceof ParameterizedType list && list.getRawType() == List.class) {
                Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
                if (element.isRecord() && type.equals("dynamiclist")) {
                    compare(at + "." + key + "[]", inputs(input.path("components")), element, wrong);
                } else if (element.isRecord() || !Set.of("checklist", "taglist").contains(type)) {
                    wrong.add(at + "." + key + " is a " + type + " for a list of " + element.getSimpleName());
                }
                return;
            }
            Class<?> kind = component.getType();
            Set<String> takes = kind == boolean.class || kind == Boolean.class ? Set.of("checkbox")
                    : kind == LocalDate.class || kind == LocalDateTime.class ? Set.of("datetime")
                    : kind == int.class || kind == Integer.class ? Set.of("number")
                    : kind == Period.class || kind.isEnum() ? Set.of("radio", "select")
                    : Set.of("textfield", "textarea", "radio", "select");
            if (!takes.contains(type)) {
                wrong.add(at + "." + key + " is a " + type + " for " + kind.getSimpleName());
            }
            if (type.equals("datetime") && input.path("subtype").asText().equals("datetime") != (kind == LocalDateTime.class)) {
                wrong.add(at + "." + key + " is a " + input.path("subtype").asText() + " for " + kind.getSimpleName());
            }
            if (kind.isEnum()) {
                Set<String> constants = new TreeSet<>(Arrays.stream(kind.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList());
                Set<String> values = new TreeSet<>();
                input.path("values").forEach(v -> values.add(v.path("value").asText()));
                if (!constants.equals(values)) {
                    wrong.add(at + "." + key + " offers " + values + ", the server takes " + constants);
                }
            }
        });
    }

    /** The records of all forms in the class path, by the form's id: {@code RecordOneToOne} of {@code recordOneToOne}. */
    private static Map<String, Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Form.class));
        Map<String, Class<?>> records = new TreeMap<>();
        scanner.findCandidateComponents("fairway").forEach(found -> {
            try {
                Class<?> record = ResolvableType.forClass(Class.forName(found.getBeanClassName())).as(Form.class).getGeneric(0).resolve();
                if (record != null && record.isRecord()) {
                    String name = record.getSimpleName();
                    records.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), record);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
        return records;
    }

    private Map<String, JsonNode> schemas() throws IOException {
        Map<String, JsonNode> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(FORMS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".form")).sorted().toList()) {
                schemas.put(file.getFileName().toString().replace(".form", ""), json.readTree(file.toFile()));
            }
        }
        return schemas;
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false).flatMap(c -> Stream.concat(Stream.of(c), components(c)));
    }

    private static String label(JsonNode component) {
        return component.hasNonNull("label") ? component.path("label").asText() : component.path("dateLabel").asText();
    }

    /** Inputs of one level by key, groups looked through; what is only shown to people left out. */
    private static Map<String, JsonNode> inputs(JsonNode components) {
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        components.forEach(c -> {
            String key = c.path("type").asText().equals("dynamiclist") ? c.path("path").asText() : c.path("key").asText();
            if (c.path("type").asText().equals("group")) {
                inputs.putAll(inputs(c.path("components")));
            } else if (!key.isEmpty() && !key.startsWith("_")) {
                inputs.put(key, c);
            }
        });
        return inputs;
    }

    private static Set<String> keys(JsonNode schema) {
        Set<String> keys = new TreeSet<>();
        inputs(schema.path("components")).forEach((key, input) -> {
            if (input.path("type").asText().equals("dynamiclist")) {
                inputs(input.path("components")).keySet().forEach(inner -> keys.add(key + "." + inner));
            } else {
                keys.add(key);
            }
        });
        return keys;
    }

    private static Map<String, Set<String>> contract() {
        Map<String, Set<String>> contract = new TreeMap<>();
        CONTRACT.lines().forEach(line -> {
            String[] parts = line.split(":", 2);
            Set<String> keys = new TreeSet<>();
            Matcher key = Pattern.compile("\\+?(\\w+)(?:\\[([^\\]]*)])?").matcher(parts[1]);
            while (key.find()) {
                if (key.group(2) == null) {
                    keys.add(key.group(1));
                } else {
                    Arrays.stream(key.group(2).split(" ")).forEach(inner -> keys.add(key.group(1) + "." + inner));
                }
            }
            contract.put(parts[0].strip(), keys);
        });
        return contract;
    }
}
