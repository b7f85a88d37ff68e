package fairway.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** Entries as a CSV file that a spreadsheet shows as it is: UTF-8 with its mark, every cell in quotes, and none of them a formula. */
final class AuditFile {

    private static final String FORMULA = "=+-@\t\r\n";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private AuditFile() {
    }

    static byte[] of(List<AuditEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), FORMAT)) {
            csv.getOut().append('\uFEFF');
            csv.printRecord("When", "Who", "On behalf of", "What", "Chosen", "About", "From");
            for (AuditEntry entry : entries) {
                csv.printRecord(Stream.of(entry.at(), entry.who(), entry.forWhom(), entry.what(), entry.choice(), entry.about(), entry.from()).map(AuditFile::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A cell that begins like a formula gets an apostrophe before it. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.stripLeading().isEmpty() ? cell.charAt(0) : cell.stripLeading().charAt(0)) >= 0
                || !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
