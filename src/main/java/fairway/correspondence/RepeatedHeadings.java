package fairway.correspondence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A table that goes on over pages shows its column headings at the top of each. Whoever has it read out hears them once: what is repeated becomes an
 * artifact of the page.
 */
final class RepeatedHeadings {

    private final Map<COSDictionary, Set<Integer>> repeated = new HashMap<>();

    private RepeatedHeadings() {
    }

    static void silence(PDDocument document) throws IOException {
        RepeatedHeadings headings = new RepeatedHeadings();
        headings.find(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject(), null);
        for (PDPage page : document.getPages()) {
            Set<Integer> contents = headings.repeated.get(page.getCOSObject());
            if (contents != null) {
                silence(document, page, contents);
            }
        }
    }

    private void find(COSDictionary element, COSDictionary page) {
        COSDictionary on = element.getCOSDictionary(COSName.PG) == null ? page : element.getCOSDictionary(COSName.PG);
        if (COSName.getPDFName("TH").equals(element.getCOSName(COSName.S))) {
            keepFirst(element, on, new COSDictionary[1]);
        } else {
            for (COSBase kid : kids(element)) {
                if (kid instanceof COSDictionary child && !child.containsKey(COSName.MCID)) {
                    find(child, on);
                }
            }
        }
    }

    /** @param first the page of what came first, once it is known */
    private void keepFirst(COSDictionary element, COSDictionary page, COSDictionary[] first) {
        COSArray kept = new COSArray();
        for (COSBase kid : kids(element)) {
            COSDictionary own = kid instanceof COSDictionary dictionary ? dictionary : null;
            COSDictionary on = own == null || own.getCOSDictionary(COSName.PG) == null ? page : own.getCOSDictionary(COSName.PG);
            int content = kid instanceof COSInteger number ? number.intValue() : own == null ? -1 : own.getInt(COSName.MCID);
            if (content < 0) {
                keepFirst(own, on, first);
                kept.add(kid);
                continue;
            }
            first[0] = first[0] == null ? on : first[0];
            if (on == first[0]) {
                kept.add(kid);
            } else {
                repeated.computeIfAbsent(on, p -> new HashSet<>()).add(content);
            }
        }
        element.setItem(COSName.K, kept);
    }

    private static List<COSBase> kids(COSDictionary element) {
        COSBase kids = element.getDictionaryObject(COSName.K);
        List<COSBase> all = new ArrayList<>();
        if (kids instanceof COSArray array) {
            array.forEach(kid -> all.add(kid instanceof COSObject reference ? reference.getObject() : kid));
        } else if (kids != null) {
            all.add(kids);
        }
        return all;
    }

    private static void silence(PDDocument document, PDPage page, Set<Integer> contents) throws IOException {
        List<Object> tokens = new ArrayList<>();
        for (Object token : new PDFStreamParser(page).parse()) {
            int end = tokens.size();
            if (token instanceof Operator operator && operator.getName().equals("BDC") && tokens.get(end - 1) instanceof COSDictionary marked
                    && contents.contains(marked.getInt(COSName.MCID))) {
                tokens.set(end - 2, COSName.ARTIFACT);
                tokens.remove(end - 1);
                tokens.add(Operator.getOperator("BMC"));
            } else {
                tokens.add(token);
            }
        }
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(stream);
    }
}
