package fairway.records;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.WorkingDays;
import org.springframework.jdbc.core.RowCallbackHandler;
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
    private static final String ENDS_OF_SENTENCES = ".!?\n";
    private static final int SHORTEST_NAME = 2;
    private static final String ROW = "fairway_row";
    private static final String SEAL_ROW = "fairway_seal_row";
    private static final String KEY = "fairway_key";

    private final NamedParameterJdbcTemplate jdbc;
    private final Staff staff;
    private final Seal seal;
    private final Deliveries deliveries;
    private final EngineRecords engine;
    private final PdfText pdfText;
    private final Clock clock;
    private final ObjectMapper json;

    KeptAbout(NamedParameterJdbcTemplate jdbc, Staff staff, Seal seal, Deliveries deliveries, EngineRecords engine, PdfText pdfText, Clock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.seal = seal;
        this.deliveries = deliveries;
        this.engine = engine;
        this.pdfText = pdfText;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A row of a table: its columns in order, with values as people read them.
     *
     * @param at  where it is kept
     * @param key the case or line that it belongs to; null for none
     */
    private record Row(String at, String key, Map<String, String> values) {
    }

    /**
     * The person who asks, and what is theirs.
     *
     * @param user  their user id, null when somebody else has it by now
     * @param words what stands for them where it stands alone
     * @param names what names them in the middle of a text, by its word
     * @param shared their user id and address, where somebody else had or has the user id too: they stand for this person in their time alone
     * @param from  the first moment of that time, in London
     * @param until the end of it
     * @param others everybody by staff number, and by the user id that nobody else ever had
     */
    private record Asking(StaffMember person, String user, Map<String, Object> parameters, List<String> words, Map<String, Pattern> names, Set<String> shared, LocalDateTime from, LocalDateTime until,
                          Map<String, StaffMember> others) {

        boolean isNamedIn(String text) {
            return names.values().stream().anyMatch(name -> name.matcher(text).find());
        }

        /** What stands for them in a record with these values: a shared word only where all of its days up to today are in their time, and in one without a day only while they are on the staff list. */
        Asking in(Stream<String> values, LocalDate today) {
            List<LocalDate> days = shared.isEmpty() ? List.of() : values.filter(value -> MOMENT_SHOWN.matcher(value).matches()).flatMap(value -> dayIn(value).stream())
                    .filter(day -> !day.isAfter(today)).toList();
            boolean theirs = days.isEmpty() ? person.listed() : days.stream().noneMatch(day -> day.isBefore(from.toLocalDate()) || !day.isBefore(until.toLocalDate()));
            return shared.isEmpty() || theirs ? this : new Asking(person, user, parameters, words.stream().filter(word -> !shared.contains(word)).toList(), names.entrySet().stream()
                    .filter(name -> !shared.contains(name.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), Set.of(), from, until, others);
        }

        /** Empty for what somebody wrote that only looks like a day. */
        private static Optional<LocalDate> dayIn(String value) {
            try {
                return Optional.of(LocalDate.parse(value.substring(0, 10), DAY));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        /** Whether a value is them, and nothing else; a user id that is a word, as "manager", is them only where people stand. */
        boolean is(String column, String value) {
            return words.stream().anyMatch(word -> word.equalsIgnoreCase(value) && (!word.equals(person.userId()) || isTelling(word) || KeptTables.holdsPeople(column)));
        }
    }

    CollectedPack of(String staffNumber) {
        List<StaffMember> everybody = staff.everybody();
        Set<String> inUse = inUse(everybody);
        Asking asking = asking(staff.require(staffNumber), inUse, everybody);
        List<KeptItem> items = new ArrayList<>();
        Map<String, Set<String>> own = new HashMap<>();
        for (KeptTables.Kept kept : KeptTables.ABOUT_A_PERSON) {
            List<Row> rows = rows(kept.table(), kept.where(), asking.parameters());
            rows.forEach(row -> own.computeIfAbsent(kept.table(), t -> new HashSet<>()).add(row.at()));
            if (kept.part() == KeptPart.READINGS) {
                items.addAll(readings(kept, rows.stream().map(row -> facts(asking, row)).toList()));
            } else {
                number(kept.title(), rows.size(), (n, title) -> items.add(new KeptItem(kept.part(), title(kept, rows.get(n), title), facts(asking, rows.get(n)))));
            }
        }
        engine.accountOf(asking.user()).ifPresent(account -> items.add(new KeptItem(KeptPart.STAFF_LIST, "Account", facts(account))));
        List<Long> files = new ArrayList<>();
        documents(asking, items, files);
        items.addAll(named(asking, own));
        engine.stepsOf(asking.person().userId(), asking.from(), asking.until())
                .forEach(step -> items.add(new KeptItem(KeptPart.NAMED, "A step that you did", List.of(new KeptItem.Fact("Step", step)))));
        return new CollectedPack(items.stream().filter(item -> !item.facts().isEmpty()).toList(), thirdParties(asking, items, everybody, inUse), files);
    }

    /** E-mail addresses and user ids of the people on the staff list: what a leaver had may be somebody else's by now. */
    private static Set<String> inUse(List<StaffMember> everybody) {
        return everybody.stream().filter(StaffMember::listed).flatMap(person -> Stream.of(person.email(), person.userId())).filter(Objects::nonNull).map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String unlessAnothers(StaffMember person, String name, Set<String> inUse) {
        return name == null || !person.listed() && inUse.contains(name.toLowerCase(Locale.ROOT)) ? null : name;
    }

    private Asking asking(StaffMember person, Set<String> inUse, List<StaffMember> everybody) {
        String user = unlessAnothers(person, person.userId(), inUse);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("person", person.staffNumber());
        parameters.put("user", user == null ? "" : user);
        parameters.put("signIn", person.userId() == null ? "" : person.userId());
        parameters.put("from", signedInFrom(person));
        parameters.put("until", signedInUntil(person));
        List<Long> lines = jdbc.queryForList("select id from line where colleague_staff_number = :person", parameters, Long.class);
        List<String> keys = new ArrayList<>(jdbc.queryForList("select number from performance_case where colleague = :person", parameters, String.class));
        lines.forEach(line -> keys.add("L-" + line));
        Set<String> tasks = keys.stream().flatMap(key -> engine.tasksOf(key).stream()).collect(Collectors.toSet());
        List<String> inTheLog = new ArrayList<>(keys);
        inTheLog.addAll(jdbc.queryForList("select number from subject_access_request where staff_number = :person", parameters, String.class));
        parameters.put("lines", lines.isEmpty() ? List.of(-1L) : lines);
        parameters.put("keys", keys.isEmpty() ? List.of("") : keys);
        parameters.put("tasks", tasks.isEmpty() ? List.of("") : tasks);
        parameters.put("named", inTheLog.isEmpty() ? "^$" : "\\m(" + String.join("|", inTheLog) + ")\\M");
        parameters.put("exported", "^subject access to " + person.staffNumber() + ",");
        parameters.put("account", person.userId() == null ? "^$"
                : "(^|[^A-Za-z0-9._@-])(user[:/]|members/)" + person.userId().replaceAll("([^A-Za-z0-9_])", "\\\\$1") + "($|[^A-Za-z0-9._@-])");
        // a surname that nobody else bears names them too: "Ms Okafor was there"
        String surname = everybody.stream().filter(other -> other.lastName().equals(person.lastName())).count() == 1 ? person.lastName() : null;
        boolean shared = hadByOthers(person);
        String address = shared ? person.email() : unlessAnothers(person, person.email(), inUse);
        String signIn = shared ? person.userId() : user;
        List<String> words = Stream.of(person.fullName(), person.lastName() + ", " + person.firstName(), surname, address, person.staffNumber(), signIn).filter(Objects::nonNull).distinct().toList();
        Map<String, Pattern> names = words.stream().filter(word -> !word.equals(signIn) || isTelling(word))
                .collect(Collectors.toMap(Function.identity(), word -> word.equals(surname) ? patternOfAName(word) : pattern(word)));
        return new Asking(person, user, parameters, words, names, shared ? Stream.of(address, signIn).filter(Objects::nonNull).collect(Collectors.toSet()) : Set.of(), signedInFrom(person),
                signedInUntil(person), byNumberAndUser(everybody));
    }

    private static Map<String, StaffMember> byNumberAndUser(List<StaffMember> everybody) {
        Map<String, StaffMember> people = new HashMap<>();
        everybody.stream().filter(person -> person.userId() != null).collect(Collectors.groupingBy(StaffMember::userId)).forEach((user, holders) -> {
            if (holders.size() == 1) {
                people.put(user, holders.get(0));
            }
        });
        everybody.forEach(person -> people.put(person.staffNumber(), person));
        return people;
    }

    /**
     * From when on what was done under their user id is theirs: from always where nobody else ever had it; or else from their first day, the day after the one before them
     * left, or the moment at which a staff list gave it to them, whichever was last. London time.
     */
    private LocalDateTime signedInFrom(StaffMember person) {
        if (!hadByOthers(person)) {
            return LocalDate.EPOCH.atStartOfDay();
        }
        Stream<LocalDateTime> others = staff.everSignedInAs(List.of(person.userId())).stream().filter(other -> !other.staffNumber().equals(person.staffNumber()))
                .map(StaffMember::leftOn).filter(Objects::nonNull).filter(left -> person.leftOn() == null || left.isBefore(person.leftOn())).map(left -> left.plusDays(1).atStartOfDay());
        Stream<LocalDateTime> given = jdbc.queryForList("select max(at at time zone 'Europe/London') from access_log where what = 'staff-list-rights' and subject like :given",
                Map.of("given", "staff:" + person.staffNumber() + ": sign-in " + forLike(person.userId()) + " (was %"), LocalDateTime.class).stream().filter(Objects::nonNull);
        return Stream.of(Stream.of(person.startedOn().atStartOfDay()), others, given).flatMap(Function.identity()).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static String forLike(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private LocalDateTime signedInUntil(StaffMember person) {
        return hadByOthers(person) && person.leftOn() != null ? person.leftOn().plusDays(1).atStartOfDay() : LocalDate.of(9999, 1, 1).atStartOfDay();
    }

    private boolean hadByOthers(StaffMember person) {
        return person.userId() != null && (staff.everSignedInAs(List.of(person.userId())).size() > 1 || wasTakenFromOthers(person));
    }

    /** The staff list has the user id of now alone: who had this one before, and another since, only the record knows. */
    private boolean wasTakenFromOthers(StaffMember person) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from access_log where what = 'staff-list-rights' and subject not like :own and subject like :taken)",
                Map.of("own", "staff:" + forLike(person.staffNumber()) + ":%", "taken", "staff:%: sign-in % (was " + forLike(person.userId()) + ")%"), Boolean.class));
    }

    /** Whether a user id is no word that stands in any text: "manager" is one, "nia.barker" and "BARKERN1" are not. */
    private static boolean isTelling(String userId) {
        return !userId.chars().allMatch(Character::isLetter);
    }

    private List<Row> rows(String table, String where, Map<String, Object> parameters) {
        String sealRow = sealedIn(table).values().stream().findFirst().map(column -> ", (" + column.row() + ") as " + SEAL_ROW).orElse("");
        String key = ", (" + KeptTables.keyOf(table).replace("its.", table + ".") + ") as " + KEY;
        return jdbc.query("select ctid::text as " + ROW + key + sealRow + ", " + table + ".* from " + table + " where " + where + " order by ctid", parameters, (row, n) -> row(table, row));
    }

    /** The sealed columns of a table by their names. */
    private Map<String, SealedColumn> sealedIn(String table) {
        Map<String, SealedColumn> sealed = new LinkedHashMap<>();
        jdbc.getJdbcTemplate().queryForList("select column_name from information_schema.columns where table_schema = 'public' and table_name = ?", String.class, table)
                .forEach(column -> SealedColumn.find(table, column).ifPresent(found -> sealed.put(column, found)));
        return sealed;
    }

    private static boolean isTechnical(String table, String column) {
        return KeptTables.TECHNICAL.getOrDefault(table, Set.of()).contains(column);
    }

    private Row row(String table, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnName(i);
            if (!Set.of(ROW, SEAL_ROW, KEY).contains(name) && !isTechnical(table, name) && row.getObject(i) != null) {
                String value = value(table, name, columns.getColumnType(i), row, i);
                if (value != null && !value.isBlank()) {
                    values.putAll(table.equals("form_draft") && name.equals("body") ? fieldsOf(value) : Map.of(name, value));
                }
            }
        }
        return new Row(row.getString(ROW), row.getString(KEY), values);
    }

    /** Each field of a form by itself: what stands in one is about others than what stands beside it. By their names as a label has them, numbered in lists. */
    private Map<String, String> fieldsOf(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            fields("", json.readTree(form), fields);
        } catch (JsonProcessingException notAForm) {
            fields.put("body", form);
        }
        return fields;
    }

    private static void fields(String name, JsonNode value, Map<String, String> fields) {
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> fields((name + " " + field.getKey()).strip(), field.getValue(), fields));
        } else if (value.isArray()) {
            for (int n = 0; n < value.size(); n++) {
                fields(name + " " + (n + 1), value.get(n), fields);
            }
        } else if (!value.isNull() && !value.asText().isBlank()) {
            fields.put(name.isEmpty() ? "body" : name, value.asText());
        }
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

    private static String title(KeptTables.Kept kept, Row row, String title) {
        return kept.part() != KeptPart.CASES || row.key() == null ? title : "Case " + row.key() + ": " + title;
    }

    private static List<KeptItem.Fact> facts(EngineRecords.Account account) {
        List<KeptItem.Fact> facts = new ArrayList<>();
        facts.add(new KeptItem.Fact("User", account.userId()));
        if (!account.name().isBlank()) {
            facts.add(new KeptItem.Fact("Name", account.name()));
        }
        if (account.email() != null && !account.email().isBlank()) {
            facts.add(new KeptItem.Fact("E-mail", account.email()));
        }
        if (!account.groups().isEmpty()) {
            facts.add(new KeptItem.Fact("Groups", String.join(", ", account.groups())));
        }
        return facts;
    }

    private List<KeptItem.Fact> facts(Asking asking, Row row) {
        Asking then = then(asking, row);
        boolean ofSomebodyElse = row.values().containsKey("outcome") && !then.words().contains(row.values().getOrDefault("user_id", ""));
        return row.values().entrySet().stream().filter(value -> !(ofSomebodyElse && value.getKey().equals("address"))).map(value -> new KeptItem.Fact(label(value.getKey()), inWords(then, value.getKey(), value.getValue()))).toList();
    }

    private Asking then(Asking asking, Row row) {
        return asking.in(row.values().values().stream(), LocalDate.now(clock));
    }

    private static String label(String column) {
        if (column.equals("key")) {
            return "Case or line";
        }
        String words = column.replaceAll("^sealed_", "").replaceAll("(?<=.)_staff_number$|(?<=.)_user$", "").replaceAll("^(user)_id$", "$1").replaceAll("^hr_", "HR_").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A person instead of their number, words instead of a word of the program. */
    private static String inWords(Asking asking, String column, String value) {
        if (KeptTables.holdsPeople(column)) {
            return person(asking, column, value);
        }
        if (CONSTANT.matcher(value).matches()) {
            return value.substring(0, 1) + value.substring(1).replace('_', ' ').toLowerCase(Locale.UK);
        }
        return CAMEL.matcher(value).matches() ? value.replaceAll("([A-Z0-9]+)", " $1").toLowerCase(Locale.UK) : value;
    }

    private static String person(Asking asking, String column, String value) {
        if (value.equals(asking.person().staffNumber()) || value.equals(asking.person().userId()) && asking.words().contains(value)) {
            return List.of("staff_number", "user_id").contains(column) ? value : "you";
        }
        StaffMember other = asking.others().get(value);
        return other == null ? value : withPost(other);
    }

    /** As the pack names people instead of their numbers; taken out as a whole, for a post may be one person's alone. */
    private static String withPost(StaffMember person) {
        return person.fullName() + ", " + person.jobTitle();
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

    /** Of every row that is not theirs: as what it names them, when, and the sentences with their name. Sealed texts are opened one by one: no database can search them. */
    private List<KeptItem> named(Asking asking, Map<String, Set<String>> own) {
        List<KeptItem> items = new ArrayList<>();
        Set<String> where = new TreeSet<>();
        for (KeptTables.Kept kept : KeptTables.ABOUT_A_PERSON) {
            if (kept.part() == KeptPart.READINGS) {
                continue;
            }
            List<String> columns = jdbc.getJdbcTemplate().queryForList("select column_name from information_schema.columns where table_schema = 'public' and table_name = ? "
                    + "and (data_type like 'character%' or data_type = 'text')", String.class, kept.table());
            Map<String, Object> parameters = new HashMap<>();
            List<String> tests = new ArrayList<>();
            for (int w = 0; w < asking.words().size(); w++) {
                parameters.put("word" + w, "%" + asking.words().get(w).toLowerCase(Locale.ROOT) + "%");
                for (String column : columns) {
                    tests.add("lower(\"" + column + "\") like :word" + w);
                }
            }
            sealedIn(kept.table()).keySet().stream().filter(column -> !isTechnical(kept.table(), column)).forEach(column -> tests.add("\"" + column + "\" is not null"));
            if (tests.isEmpty()) {
                continue;
            }
            Set<String> theirs = own.getOrDefault(kept.table(), Set.of());
            List<List<KeptItem.Fact>> found = new ArrayList<>();
            for (Row row : rows(kept.table(), String.join(" or ", tests), parameters)) {
                List<KeptItem.Fact> facts = theirs.contains(row.at()) ? List.of() : whatItSays(then(asking, row), row);
                if (!facts.isEmpty()) {
                    found.add(facts);
                    if (row.key() != null) {
                        where.add(row.key());
                    }
                }
            }
            items.addAll(alike(kept.title(), found));
        }
        items.addAll(alike("document", documentsOfOthers(asking, where)));
        return items;
    }

    /** Letters and notes of the cases and lines of others in which a record names them. */
    private List<List<KeptItem.Fact>> documentsOfOthers(Asking asking, Set<String> where) {
        if (where.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>(asking.parameters());
        parameters.put("where", where);
        Map<String, String> texts = new HashMap<>();
        List<List<KeptItem.Fact>> found = new ArrayList<>();
        jdbc.query("select id, sha256, title, issued_at from document where business_key in (:where) and business_key not in (:keys) and media_type = 'application/pdf' "
                + "and kind <> 'subjectAccessPack' order by id", parameters, (RowCallbackHandler) row -> {
                    long id = row.getLong("id");
                    String issued = row.getTimestamp("issued_at").toLocalDateTime().format(MOMENT);
                    String text = texts.computeIfAbsent(row.getString("sha256"), content -> sentences(asking.in(Stream.of(issued), LocalDate.now(clock)), pdfText.of(deliveries.document(id).content())));
                    if (!text.isEmpty()) {
                        found.add(List.of(new KeptItem.Fact("Title", row.getString("title")), new KeptItem.Fact("Text", text),
                                new KeptItem.Fact("Issued at", issued)));
                    }
                });
        return found;
    }

    /** Readings that differ in their moment alone are one item: a case file is opened hundreds of times. */
    private static List<KeptItem> readings(KeptTables.Kept kept, List<List<KeptItem.Fact>> readings) {
        List<List<KeptItem.Fact>> different = new ArrayList<>();
        byWhatTheySay(readings).forEach((facts, moments) -> different.add(withDays(facts, moments)));
        List<KeptItem> items = new ArrayList<>();
        number(kept.title(), different.size(), (n, title) -> items.add(new KeptItem(kept.part(), title, different.get(n))));
        return items;
    }

    /** What several records say alike is one item with all of their days. */
    private static List<KeptItem> alike(String title, List<List<KeptItem.Fact>> records) {
        List<KeptItem> items = new ArrayList<>();
        byWhatTheySay(records).forEach((facts, days) -> items.add(new KeptItem(KeptPart.NAMED, titleOfAnothers(title, days.size()), withDays(facts, days))));
        return items;
    }

    /** What records say but for their days, with the days of each. */
    private static Map<List<KeptItem.Fact>, List<String>> byWhatTheySay(List<List<KeptItem.Fact>> records) {
        Map<List<KeptItem.Fact>, List<String>> alike = new LinkedHashMap<>();
        records.forEach(facts -> alike.computeIfAbsent(facts.stream().filter(fact -> !MOMENT_SHOWN.matcher(fact.text()).matches()).toList(), key -> new ArrayList<>())
                .add(facts.stream().filter(fact -> MOMENT_SHOWN.matcher(fact.text()).matches()).map(KeptItem.Fact::text).collect(Collectors.joining(" to "))));
        return alike;
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
            if (asking.is(column, value)) {
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

    /** The sentences with their name, also where a line ends within it. */
    private static String sentences(Asking asking, String text) {
        Map<Integer, Integer> found = new TreeMap<>();
        asking.names().values().forEach(name -> name.matcher(text).results().forEach(match -> {
            int from = match.start();
            while (from > 0 && ENDS_OF_SENTENCES.indexOf(text.charAt(from - 1)) < 0) {
                from--;
            }
            int to = match.end();
            while (to < text.length() && ENDS_OF_SENTENCES.indexOf(text.charAt(to)) < 0) {
                to++;
            }
            found.merge(from, Math.min(to + 1, text.length()), Math::max);
        }));
        return found.entrySet().stream().map(sentence -> text.substring(sentence.getKey(), sentence.getValue()).strip()).distinct().collect(Collectors.joining(" … "));
    }

    /**
     * Everybody else of the staff list whom a record names, those whose surname alone stands there and is nobody else's, and companions and others present by
     * the names that were written down.
     */
    private List<ThirdParty> thirdParties(Asking asking, List<KeptItem> items, List<StaffMember> everybody, Set<String> inUse) {
        Set<String> ofThePerson = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.of(asking.person().firstName(), asking.person().lastName()).flatMap(name -> Stream.of(name.split("\\s+"))).forEach(ofThePerson::add);
        ofThePerson.add(asking.person().fullName());
        ofThePerson.add(asking.person().lastName());
        List<String> texts = items.stream().map(item -> item.facts().stream().map(KeptItem.Fact::text).collect(Collectors.joining("\n"))).toList();
        String written = String.join("\n", texts);
        // a name may stand at the end of a line and on the next
        String all = written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Set<String> numbers = Stream.of(all.split("[^a-z0-9-]+")).collect(Collectors.toSet());
        Set<String> capitals = Stream.of(written.split("[^\\p{L}'’.-]+")).flatMap(word -> Stream.of(word, word.replaceAll("['’]s?$|[.]+$", ""))).collect(Collectors.toSet());
        Map<String, Long> bearers = everybody.stream().collect(Collectors.groupingBy(StaffMember::lastName, Collectors.counting()));
        List<ThirdParty> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (StaffMember other : everybody) {
            if (other.staffNumber().equals(asking.person().staffNumber())) {
                continue;
            }
            String email = unlessAnothers(other, other.email(), inUse);
            String user = unlessAnothers(other, other.userId(), inUse);
            if (all.contains(other.fullName().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) || numbers.contains(other.staffNumber().toLowerCase(Locale.ROOT)) || email != null && all.contains(email.toLowerCase(Locale.ROOT))
                    || user != null && isNamedByUser(user, written)) {
                names.add(other.fullName().toLowerCase(Locale.ROOT));
                found.add(party(other.staffNumber(), other.fullName(), other.jobTitle(), Stream.concat(Stream.of(withPost(other), other.fullName(), other.lastName()), parts(other.fullName())), email, user, ofThePerson, texts));
            } else if (bearers.get(other.lastName()) == 1 && isIn(other.lastName(), capitals, written) && !ofThePerson.contains(other.lastName())) {
                found.add(party(other.staffNumber(), other.fullName(), "possibly: only the surname stands there · " + other.jobTitle(), Stream.of(withPost(other), other.fullName(), other.lastName()), email, user,
                        ofThePerson, texts));
            }
        }
        for (String table : List.of("stage1_companion", "stage1_present")) {
            jdbc.query("select distinct name, role from " + table + " where case_number in (:keys)", asking.parameters(), (row, n) -> Map.entry(row.getString(1), row.getString(2))).stream()
                    .filter(there -> !there.getKey().equalsIgnoreCase(asking.person().fullName()) && names.add(there.getKey().toLowerCase(Locale.ROOT)))
                    .forEach(there -> found.add(party("name:" + there.getKey(), there.getKey(), there.getValue(), Stream.concat(Stream.of(there.getKey()), parts(there.getKey())), null, null,
                            ofThePerson, texts)));
        }
        return found;
    }

    /** As the record of access and decisions names people: {@code user:nia.barker}, {@code user/nia.barker/profile}, {@code members/nia.barker}; one that is no mere word also by itself. */
    private static boolean isNamedByUser(String user, String text) {
        return isTelling(user) && pattern(user).matcher(text).find() || Pattern.compile("(?iu)(?:user[:/]|members/)" + Pattern.quote(user) + "(?![\\p{L}\\p{N}._@-])").matcher(text).find();
    }

    private static Stream<String> parts(String name) {
        return Stream.of(name.split("\\s+")).map(part -> part.replaceAll("^\\P{L}+|[^\\p{L}'’]+$", "")).filter(part -> part.length() >= SHORTEST_NAME && Character.isUpperCase(part.charAt(0)));
    }

    private static boolean isIn(String surname, Set<String> words, String text) {
        return surname.matches("[\\p{L}'’.-]+") ? words.contains(surname) : pattern(surname).matcher(text).find();
    }

    private static ThirdParty party(String id, String name, String role, Stream<String> names, String email, String user, Set<String> ofThePerson, List<String> texts) {
        Set<String> words = names.filter(word -> !ofThePerson.contains(word)).collect(Collectors.toCollection(LinkedHashSet::new));
        Stream.of(email, user == null || isTelling(user) ? user : "user:" + user, id.startsWith("name:") ? null : id).filter(Objects::nonNull).forEach(words::add);
        List<Pattern> patterns = words.stream().map(KeptAbout::patternOfAName).toList();
        int records = (int) texts.stream().filter(text -> patterns.stream().anyMatch(word -> word.matcher(text).find())).count();
        return new ThirdParty(id, name, role, List.copyOf(words), records);
    }

    /** The word standing by itself, whatever its case; also where a line ends within it. */
    static Pattern pattern(String words) {
        String parts = Stream.of(words.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        return Pattern.compile("(?iu)" + standingAlone(parts));
    }

    /** The same; but a single name is found as names are written, for "May", "Will" or "Grace" are words too. */
    static Pattern patternOfAName(String name) {
        return ThirdParty.isSingleName(name) ? Pattern.compile(standingAlone("(?:" + Pattern.quote(name) + "|" + Pattern.quote(name.toUpperCase(Locale.UK)) + ")")) : pattern(name);
    }

    private static String standingAlone(String words) {
        return "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])";
    }
}
