package fairway.staff;

/**
 * One thing that is wrong with a staff list.
 *
 * @param line    line of the file, from 1; 0 when it is about the whole file
 * @param column  name of the column; empty when it is about the whole line or file
 * @param message what is wrong and what to do, as a person reads it
 */
public record StaffListProblem(long line, String column, String message) {

    /** As one line: {@code Line 7, column email: …}. */
    public String inWords() {
        if (line == 0) {
            return message;
        }
        return "Line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + message;
    }
}
