package fairway.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody looks for in the access log; nothing of it has to be given.
 *
 * @param person what was typed: a name, a user name or a staff number; empty for everybody
 * @param about  the number of a case or an access request, or the id of a line; null for all
 * @param kind   null for all
 * @param from   first day, Europe/London; null for the beginning
 * @param to     last day, Europe/London; null for today
 */
record AuditQuery(String person, String about, EntryKind kind, LocalDate from, LocalDate to) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NUMBER = Pattern.compile("(?:PC|SAR)-[0-9]{4}-[0-9]{6,}|L-[0-9]+");

    /** Reads what was typed. @param errors gets what is wrong, by field and in words; that part is left out then */
    static AuditQuery read(String person, String about, String kind, String from, String to, Map<String, String> errors) {
        String number = about.strip().toUpperCase(Locale.ROOT);
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            errors.put("case", "Enter a case number, for example PC-2026-000123.");
            number = "";
        }
        LocalDate first = day(from, "from", errors);
        LocalDate last = day(to, "to", errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.put("to", "The last day cannot be before the first.");
        }
        return new AuditQuery(person.strip().replace('\0', ' '), number.isEmpty() ? null : number,
                Arrays.stream(EntryKind.values()).filter(k -> k.name().equals(kind)).findFirst().orElse(null), first, last);
    }

    private static LocalDate day(String typed, String field, Map<String, String> errors) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip(), DAY);
            if (day.getYear() >= 2000 && day.getYear() <= 2199) {
                return day;
            }
        } catch (DateTimeException e) {
            // answered below, as a date out of reach is
        }
        errors.put(field, "Enter a date that exists, for example 21/12/2026.");
        return null;
    }

    boolean isEmpty() {
        return person.isEmpty() && about == null && kind == null && from == null && to == null;
    }

    /** For the log: what was looked for, without anything that was typed freely. */
    String inTheLog() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("about", about);
        parts.put("kind", kind);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("one person", person.isEmpty() ? null : "yes");
        StringBuilder words = new StringBuilder();
        parts.forEach((name, value) -> words.append(value == null ? "" : " " + name + "=" + value));
        return words.isEmpty() ? "everything" : words.substring(1);
    }
}
