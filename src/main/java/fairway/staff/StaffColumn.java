package fairway.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a staff list; each stands in the header once, in any order. */
enum StaffColumn {
    STAFF_NUMBER(true, 20, "[A-Za-z0-9-]+", "letters, digits and hyphens"),
    FIRST_NAME(true, 100),
    LAST_NAME(true, 100),
    EMAIL(false, 254, "[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;]+", "an e-mail address such as sam.smith@trust.example"),
    JOB_TITLE(true, 200),
    BAND(true, 10, "[1-7]|8[abcd]|9|VSM|Medical", "one of 1 to 7, 8a, 8b, 8c, 8d, 9, VSM or Medical"),
    DIVISION(true, 100),
    MANAGER_STAFF_NUMBER(false, 20),
    USER_ID(false, 64, "[A-Za-z0-9._@-]+", "letters, digits, dots, hyphens, underscores and @"),
    MEDICAL_OR_DENTAL(true, 3, "yes|no", "yes or no"),
    SITE(true, 100),
    STARTED_ON(true, 10),
    LEFT_ON(false, 10),
    HR_DIVISIONS(false, 1000);

    private final boolean required;
    private final int longest;
    private final String pattern;
    private final String patternInWords;

    StaffColumn(boolean required, int longest) {
        this(required, longest, ".*", "");
    }

    StaffColumn(boolean required, int longest, String pattern, String patternInWords) {
        this.required = required;
        this.longest = longest;
        this.pattern = pattern;
        this.patternInWords = patternInWords;
    }

    /** As the header names it, e.g. {@code staff_number}. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StaffColumn> titled(String title) {
        return Arrays.stream(values()).filter(c -> c.title().equals(title.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(StaffColumn::title).toList();
    }

    /** What is wrong with the value in itself; empty if nothing is. Values are stripped already. */
    Optional<String> whatIsWrongWith(String value) {
        if (value.isEmpty()) {
            return required ? Optional.of("This is empty. Fill it in.") : Optional.empty();
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("This holds a line break, a tab or another control character. Remove it.");
        }
        if (value.length() > longest) {
            return Optional.of("This has " + value.length() + " characters. Shorten it to at most " + longest + ".");
        }
        if (!value.matches(pattern)) {
            return Optional.of("“" + shortened(value) + "” is not possible here. Use " + patternInWords + ".");
        }
        return Optional.empty();
    }

    static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 39) + "…" : value;
    }
}
