package fairway.staff;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of a staff list and checks every value where it stands. What rows say about each other is for {@link StaffListCheck}. */
final class StaffListReader {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1930, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final List<StaffListProblem> problems = new ArrayList<>();
    private final List<StaffRow> rows = new ArrayList<>();
    private final Map<StaffColumn, Integer> places = new EnumMap<>(StaffColumn.class);
    private int columns;

    private StaffListReader() {
    }

    /** Adds what is wrong to the problems; rows in which something is wrong are left out of the answer. */
    static List<StaffRow> read(String text, List<StaffListProblem> problems) {
        StaffListReader reader = new StaffListReader();
        reader.readAll(text);
        problems.addAll(reader.problems);
        return reader.rows;
    }

    private void readAll(String text) {
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(FORMAT).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            long line = 1;
            while (hasNext(records, line)) {
                CSVRecord record = records.next();
                if (!isBlank(record)) {
                    if (columns == 0) {
                        readHeader(record, line);
                        if (!problems.isEmpty()) {
                            return;
                        }
                    } else {
                        readRow(record, line);
                    }
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        if (columns == 0) {
            problems.add(new StaffListProblem(0, "", "The file is empty. It must begin with a line that names the columns: " + String.join(",", StaffColumn.titles()) + "."));
        } else if (rows.isEmpty() && problems.isEmpty()) {
            problems.add(new StaffListProblem(0, "", "The file names the columns but nobody. A staff list has at least one person."));
        }
    }

    private boolean hasNext(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException broken) {
            problems.add(new StaffListProblem(line, "", "The quotation marks do not match. A value in quotation marks ends with one, directly before"
                    + " the next comma or the end of the line; one within it is written twice. What follows could not be read."));
            return false;
        }
    }

    private static boolean isBlank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }

    private void readHeader(CSVRecord header, long line) {
        columns = header.size();
        for (int i = 0; i < header.size(); i++) {
            String title = header.get(i).strip();
            Optional<StaffColumn> column = StaffColumn.titled(title);
            if (column.isEmpty()) {
                problems.add(new StaffListProblem(line, StaffColumn.shortened(title), "A staff list has no such column. Remove it or correct its name."));
            } else if (places.put(column.get(), i) != null) {
                problems.add(new StaffListProblem(line, title, "This column stands here twice. Remove one."));
            }
        }
        String missing = java.util.Arrays.stream(StaffColumn.values()).filter(c -> !places.containsKey(c)).map(StaffColumn::title).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.add(new StaffListProblem(line, "", "The first line names the columns. Missing: " + missing + "."));
        }
    }

    private void readRow(CSVRecord record, long line) {
        if (record.size() != columns) {
            problems.add(new StaffListProblem(line, "", "This line has " + record.size() + " values where the first line names " + columns
                    + " columns. A value that holds a comma stands in quotation marks."));
            return;
        }
        int before = problems.size();
        Map<StaffColumn, String> values = new EnumMap<>(StaffColumn.class);
        places.forEach((column, place) -> {
            String value = record.get(place).strip();
            values.put(column, value);
            column.whatIsWrongWith(value).ifPresent(wrong -> problems.add(new StaffListProblem(line, column.title(), wrong)));
        });
        LocalDate startedOn = date(values, StaffColumn.STARTED_ON, line);
        LocalDate leftOn = date(values, StaffColumn.LEFT_ON, line);
        if (startedOn != null && leftOn != null && leftOn.isBefore(startedOn)) {
            problems.add(new StaffListProblem(line, StaffColumn.LEFT_ON.title(), "This is before the person started. Correct one of the dates."));
        }
        if (problems.size() == before) {
            rows.add(row(values, startedOn, leftOn, line));
        }
    }

    private LocalDate date(Map<StaffColumn, String> values, StaffColumn column, long line) {
        String value = values.get(column);
        if (value.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value, DATE);
            if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                return date;
            }
        } catch (DateTimeParseException noDate) {
            // Answered below, as a date out of reach is.
        }
        if (column.whatIsWrongWith(value).isEmpty()) {
            problems.add(new StaffListProblem(line, column.title(), "“" + StaffColumn.shortened(value) + "” is no date that exists. Write year, month and day as in 2026-12-21."));
        }
        return null;
    }

    private static StaffRow row(Map<StaffColumn, String> values, LocalDate startedOn, LocalDate leftOn, long line) {
        return new StaffRow(line, values.get(StaffColumn.STAFF_NUMBER), values.get(StaffColumn.FIRST_NAME), values.get(StaffColumn.LAST_NAME),
                emptyAsNull(values.get(StaffColumn.EMAIL)), values.get(StaffColumn.JOB_TITLE), values.get(StaffColumn.BAND), values.get(StaffColumn.DIVISION),
                emptyAsNull(values.get(StaffColumn.MANAGER_STAFF_NUMBER)), emptyAsNull(values.get(StaffColumn.USER_ID)),
                values.get(StaffColumn.MEDICAL_OR_DENTAL).equals("yes"), values.get(StaffColumn.SITE), startedOn, leftOn,
                java.util.Arrays.stream(values.get(StaffColumn.HR_DIVISIONS).split(";")).map(String::strip).filter(d -> !d.isEmpty()).collect(Collectors.joining(";")));
    }

    private static String emptyAsNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
