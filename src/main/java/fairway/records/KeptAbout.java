package fairway.records;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.WorkingDays;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Collects everything that is kept about a person: whole rows where a record is theirs, and of records about other people what those say of them, i.e. as
 * what they are named, on which day, and the sentences with their name. What they wrote about somebody else is that person's record and stays there.
 */
@Component
@Transactional(readOnly = true)
class KeptAbout {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final Pattern CAMEL = Pattern.compile("[a-z]+(?:[A-Z0-9][a-z0-9]*)+");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(?:_[A-Z]+)+|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY");
    private static final Pattern MOMENT_SHOWN = Pattern.compile("\\d\\d/\\d\\d/\\d{4}( \\d\\d:\\d\\d)?");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]*[.!?\\n]?");
    private static final int SHORTEST_NAME = 3;
    private static final String ROW = "fairway_row";
    private static final String SEAL_ROW = "fairway_seal_row";

    private final NamedParameterJdbcTemplate jdbc;
    private final Staff staff;
    private final Seal seal;
    private final Deliveries deliveries;
    private final EngineRecords engine;
    private final PdfText pdfText;

    KeptAbout(NamedParameterJdbcTemplate jdbc, Staff staff, Seal seal, Deliveries deliveries, EngineRecords engine, PdfText pdfText) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.seal = seal;
        this.deliveries = deliveries;
        this.engine = engine;
        this.pdfText = pdfText;
    }

    /** A row of a table: its columns in order, with values as people read them. */
    private record Row(String at, Map<String, String> values) {
    }

    /** The person who asks, and what is theirs. */
    private record Asking(StaffMember person, Map<String, Object> parameters, List<String> words) {

        boolean isNamedIn(String text) {
            return words.stream().anyMatch(word -> pattern(word).matcher(text).find());
        }
    }

    CollectedPack of(String staffNumber) {
        Asking asking = asking(staff.require(staffNumber));
        List<KeptItem> items = new ArrayList<>();
        Map<String, Set<String>> own = new HashMap<>();
        for (KeptTables.Kept kept : KeptTables.ABOUT_A_PERSON) {
            List<Row> rows = rows(kept.table(), kept.where(), asking.parameters());
            rows.forEach(row -> own.computeIfAbsent(kept.table(), t -> new HashSet<>()).add(row.at()));
            number(kept.title(), rows.size(), (n, title) -> items.add(new KeptItem(kept.part(), title(asking, kept, rows.get(n), title), facts(asking, rows.get(n)))));
        }
        List<Long> files = new ArrayList<>();
        documents(asking, items, files);
        items.addAll(named(asking, own));
        engine.stepsOf(asking.person().userId()).forEach(step -> items.add(new KeptItem(KeptPart.NAMED, "A step that you did", List.of(new KeptItem.Fact("Step", step)))));
        return new CollectedPack(items.stream().filter(item -> !item.facts().isEmpty()).toList(), thirdParties(asking, items), files);
    }

    private Asking asking(StaffMember person) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("person", person.staffNumber());
        parameters.put("user", person.userId() == null ? "" : person.userId());
        List<Long> lines = jdbc.queryForList("select id from line where colleague_staff_number = :person", parameters, Long.class);
        List<String> keys = new ArrayList<>(jdbc.queryForList("select number from performance_case where colleague = :person", parameters, String.class));
        Set<String> tasks = keys.stream().flatMap(number -> engine.tasksOf(number).stream()).collect(Collectors.toSet());
        String named = keys.isEmpty() ? "^$" : "\\m(" + String.join("|", keys) + ")\\M";
        lines.forEach(line -> keys.add("L-" + line));
        parameters.put("lines", lines.isEmpty() ? List.of(-1L) : lines);
        parameters.put("keys", keys.isEmpty() ? List.of("") : keys);
        parameters.put("tasks", tasks.isEmpty() ? List.of("") : tasks);
        parameters.put("named", named);
        return new Asking(person, parameters, Stream.of(person.fullName(), person.email(), person.staffNumber(), person.userId()).filter(Objects::nonNull).toList());
    }

    private List<Row> rows(String table, String where, Map<String, Object> parameters) {
        String sealRow = sealedIn(table).stream().findFirst().map(column -> ", (" + column.row() + ") as " + SEAL_ROW).orElse("");
        return jdbc.query("select ctid::text as " + ROW + sealRow + ", " + table + ".* from " + table + " where " + where + " order by ctid", parameters, (row, n) -> row(table, row));
    }

    private List<SealedColumn> sealedIn(String table) {
        return jdbc.getJdbcTemplate().queryForList("select column_name from information_schema.columns where table_schema = 'public' and table_name = ?", String.class, table).stream()
                .flatMap(column -> SealedColumn.find(table, column).stream()).toList();
    }

    private Row row(String table, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnName(i);
            if (!name.equals(ROW) && !name.equals(SEAL_ROW) && !KeptTables.TECHNICAL.contains(name) && row.getObject(i) != null) {
                String value = value(table, name, columns.getColumnType(i), row, i);
                if (value != null && !value.isBlank()) {
                    values.put(name, value);
                }
            }
        }
        return new Row(row.getString(ROW), values);
    }

    private String value(String table, String column, int type, ResultSet row, int i) throws SQLException {
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> row.getBoolean(i) ? "Yes" : "No";
            case Types.DATE -> row.getDate(i).toLocalDate().format(DAY);
            case Types.TIMESTAMP -> moment(table, column, row, i);
            case Types.TIMESTAMP_WITH_TIMEZONE -> LocalDateTime.ofInstant(row.getTimestamp(i).toInstant(), WorkingDays.LONDON).format(MOMENT);
            case Types.BINARY -> opened(table, column, row, i);
            default -> row.getString(i);
        };
    }

    /** The driver names both kinds of moment alike. */
    private static String moment(String table, String column, ResultSet row, int i) throws SQLException {
        Timestamp at = row.getTimestamp(i);
        return "timestamptz".equals(row.getMetaData().getColumnTypeName(i)) ? LocalDateTime.ofInstant(at.toInstant(), WorkingDays.LONDON).format(MOMENT) : at.toLocalDateTime().format(MOMENT);
    }

    private String opened(String table, String column, ResultSet row, int i) throws SQLException {
        SealedColumn sealed = SealedColumn.find(table, column).orElse(null);
        if (sealed == null) {
            return null;
        }
        return new String(seal.openBytes(sealed, row.getString(SEAL_ROW), row.getBytes(i)), StandardCharsets.UTF_8);
    }

    private String title(Asking asking, KeptTables.Kept kept, Row row, String title) {
        if (kept.part() != KeptPart.CASES) {
            return title;
        }
        String number = kept.table().equals("performance_case") ? row.values().get("number") : caseOf(kept.table(), row.at());
        return number == null ? title : "Case " + number + ": " + title;
    }

    private String caseOf(String table, String at) {
        String number = switch (table) {
            case "target" -> "(select p.case_number from improvement_action_plan p where p.id = t.plan_id)";
            case "target_support" -> "(select p.case_number from target g join improvement_action_plan p on p.id = g.plan_id where g.id = t.target_id)";
            case "review_target", "review_support", "review_missed" -> "(select r.case_number from monitoring_review r where r.id = t.review_id)";
            case "omission_explained" -> "(select o.case_number from omission_explanation o where o.id = t.explanation_id)";
            case "referral_shared" -> "(select r.case_number from referral r where r.id = t.referral_id)";
            default -> "t.case_number";
        };
        return jdbc.getJdbcTemplate().queryForObject("select " + number + " from " + table + " t where t.ctid = ?::tid", String.class, at);
    }

    private List<KeptItem.Fact> facts(Asking asking, Row row) {
        boolean ofSomebodyElse = row.values().containsKey("outcome") && !Objects.equals(row.values().get("user_id"), asking.person().userId());
        return row.values().entrySet().stream().filter(value -> !(ofSomebodyElse && value.getKey().equals("address"))).map(value -> new KeptItem.Fact(label(value.getKey()), inWords(asking, value.getKey(), value.getValue()))).toList();
    }

    private static String label(String column) {
        String words = column.replaceAll("^sealed_", "").replaceAll("(?<=.)_staff_number$|(?<=.)_user$", "").replaceAll("^(user)_id$", "$1").replaceAll("^hr_", "HR_").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A person instead of their number, words instead of a word of the program. */
    private String inWords(Asking asking, String column, String value) {
        if (value.equals(asking.person().staffNumber()) || value.equals(asking.person().userId())) {
            return List.of("staff_number", "user_id").contains(column) ? value : "you";
        }
        StaffMember other = personOf(value);
        if (other != null) {
            return other.fullName() + ", " + other.jobTitle();
        }
        if (CONSTANT.matcher(value).matches()) {
            return value.substring(0, 1) + value.substring(1).replace('_', ' ').toLowerCase(Locale.UK);
        }
        return CAMEL.matcher(value).matches() ? value.replaceAll("([A-Z0-9]+)", " $1").toLowerCase(Locale.UK) : value;
    }

    private StaffMember personOf(String value) {
        return value.length() > 64 || value.contains(" ") ? null : staff.find(value).or(() -> staff.byUser(value)).orElse(null);
    }

    private static void number(String title, int rows, BiConsumer<Integer, String> item) {
        for (int n = 0; n < rows; n++) {
            item.accept(n, rows == 1 ? title : title + " " + (n + 1));
        }
    }

    /** Letters that were sent to them go along as files; of other documents of their cases, the text is in the pack. */
    private void documents(Asking asking, List<KeptItem> items, List<Long> files) {
        files.addAll(jdbc.queryForList("select distinct p.document_id from delivery_document p join delivery d on d.id = p.delivery_id join document o on o.id = p.document_id "
                + "where d.to_staff_number = :person and d.business_key in (:keys) and d.sent_at is not null and o.media_type = 'application/pdf' and o.kind <> 'subjectAccessPack' order by 1", asking.parameters(), Long.class));
        List<Long> others = jdbc.queryForList("select id from document where business_key in (:keys) and media_type = 'application/pdf' order by id", asking.parameters(), Long.class);
        others.stream().filter(id -> !files.contains(id)).forEach(id -> {
            Attachment document = deliveries.document(id);
            items.add(new KeptItem(KeptPart.LETTERS, "Text of “" + document.title() + "”, which was not sent to you", List.of(new KeptItem.Fact("Text", pdfText.of(document.content())))));
        });
    }

    /** Of every row that is not theirs: as what it names them, when, and the sentences with their name. */
    private List<KeptItem> named(Asking asking, Map<String, Set<String>> own) {
        List<KeptItem> items = new ArrayList<>();
        for (KeptTables.Kept kept : KeptTables.ABOUT_A_PERSON) {
            if (kept.part() == KeptPart.READINGS) {
                continue;
            }
            List<String> columns = jdbc.getJdbcTemplate().queryForList("select column_name from information_schema.columns where table_schema = 'public' and table_name = ? "
                    + "and (data_type like 'character%' or data_type = 'text')", String.class, kept.table());
            if (columns.isEmpty()) {
                continue;
            }
            Map<String, Object> parameters = new HashMap<>();
            List<String> tests = new ArrayList<>();
            for (int w = 0; w < asking.words().size(); w++) {
                parameters.put("word" + w, "%" + asking.words().get(w).toLowerCase(Locale.ROOT) + "%");
                for (String column : columns) {
                    tests.add("lower(\"" + column + "\") like :word" + w);
                }
            }
            Set<String> theirs = own.getOrDefault(kept.table(), Set.of());
            Map<List<KeptItem.Fact>, List<String>> alike = new LinkedHashMap<>();
            for (Row row : rows(kept.table(), String.join(" or ", tests), parameters)) {
                if (!theirs.contains(row.at())) {
                    List<KeptItem.Fact> facts = whatItSays(asking, row);
                    if (!facts.isEmpty()) {
                        alike.computeIfAbsent(facts.stream().filter(fact -> !MOMENT_SHOWN.matcher(fact.text()).matches()).toList(), key -> new ArrayList<>())
                                .add(facts.stream().filter(fact -> MOMENT_SHOWN.matcher(fact.text()).matches()).map(KeptItem.Fact::text).collect(Collectors.joining(" to ")));
                    }
                }
            }
            alike.forEach((facts, days) -> items.add(new KeptItem(KeptPart.NAMED, titleOfAnothers(kept.title(), days.size()), withDays(facts, days))));
        }
        return items;
    }

    private static String titleOfAnothers(String title, int records) {
        String what = title.replaceFirst("^(The|Your) ", "").toLowerCase(Locale.UK);
        return records == 1 ? "In a record about somebody else: " + what : "In " + records + " records about others: " + what;
    }

    private static List<KeptItem.Fact> withDays(List<KeptItem.Fact> facts, List<String> days) {
        List<String> known = days.stream().filter(day -> !day.isEmpty()).distinct().toList();
        return known.isEmpty() ? facts : Stream.concat(facts.stream(), Stream.of(new KeptItem.Fact(known.size() == 1 ? "When" : "When (each)", String.join("; ", known)))).toList();
    }

    private List<KeptItem.Fact> whatItSays(Asking asking, Row row) {
        List<KeptItem.Fact> facts = new ArrayList<>();
        row.values().forEach((column, value) -> {
            if (asking.words().stream().anyMatch(word -> word.equalsIgnoreCase(value))) {
                facts.add(new KeptItem.Fact(label(column), "you"));
            } else if (asking.isNamedIn(value)) {
                facts.add(new KeptItem.Fact(label(column), sentences(asking, value)));
            }
        });
        if (!facts.isEmpty()) {
            row.values().forEach((column, value) -> {
                if (MOMENT_SHOWN.matcher(value).matches() || column.equals("number") && value.startsWith("PC-")) {
                    facts.add(new KeptItem.Fact(label(column), value));
                }
            });
        }
        return facts;
    }

    private static String sentences(Asking asking, String text) {
        StringBuilder found = new StringBuilder();
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            if (asking.isNamedIn(sentence.group())) {
                found.append(found.isEmpty() ? "" : " … ").append(sentence.group().strip());
            }
        }
        return found.isEmpty() ? "your name" : found.toString();
    }

    /** Everybody else of the staff list whom a record names, and companions and others present by the names that were written down. */
    private List<ThirdParty> thirdParties(Asking asking, List<KeptItem> items) {
        Set<String> ofThePerson = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.of(asking.person().firstName(), asking.person().lastName()).flatMap(name -> Stream.of(name.split("\\s+"))).forEach(ofThePerson::add);
        List<String> texts = items.stream().map(item -> item.facts().stream().map(KeptItem.Fact::text).collect(Collectors.joining("\n"))).toList();
        String all = String.join("\n", texts).toLowerCase(Locale.ROOT);
        Set<String> numbers = Stream.of(all.split("[^a-z0-9-]+")).collect(Collectors.toSet());
        List<ThirdParty> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (StaffMember other : staff.everybody()) {
            if (!other.staffNumber().equals(asking.person().staffNumber())
                    && (all.contains(other.fullName().toLowerCase(Locale.ROOT)) || numbers.contains(other.staffNumber().toLowerCase(Locale.ROOT)) || other.email() != null && all.contains(other.email().toLowerCase(Locale.ROOT)))) {
                names.add(other.fullName().toLowerCase(Locale.ROOT));
                found.add(party(other.staffNumber(), other.fullName(), other.jobTitle(), Stream.of(other.email(), other.userId(), other.staffNumber()), ofThePerson, texts));
            }
        }
        for (String table : List.of("stage1_companion", "stage1_present")) {
            jdbc.query("select distinct name, role from " + table + " where case_number in (:keys)", asking.parameters(), (row, n) -> Map.entry(row.getString(1), row.getString(2))).stream()
                    .filter(there -> !there.getKey().equalsIgnoreCase(asking.person().fullName()) && names.add(there.getKey().toLowerCase(Locale.ROOT)))
                    .forEach(there -> found.add(party("name:" + there.getKey(), there.getKey(), there.getValue(), Stream.of(), ofThePerson, texts)));
        }
        return found;
    }

    private static ThirdParty party(String id, String name, String role, Stream<String> more, Set<String> ofThePerson, List<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        words.add(name);
        Stream.of(name.split("\\s+")).filter(part -> part.length() >= SHORTEST_NAME && Character.isUpperCase(part.charAt(0)) && !ofThePerson.contains(part)).forEach(words::add);
        more.filter(Objects::nonNull).forEach(words::add);
        int records = (int) texts.stream().filter(text -> words.stream().anyMatch(word -> pattern(word).matcher(text).find())).count();
        return new ThirdParty(id, name, role, List.copyOf(words), records);
    }

    /** The word standing by itself, whatever its case; also where a line ends within it. */
    static Pattern pattern(String words) {
        String parts = Stream.of(words.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + parts + "(?![\\p{L}\\p{N}])");
    }
}
