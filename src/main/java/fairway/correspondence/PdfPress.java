package fairway.correspondence;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Sets XHTML as a tagged PDF (PDF/UA-1, PDF/A-2a) with embedded fonts. It reads the style sheet of the letter, others from {@code letters/}, and nothing else: no file, no address,
 * whatever a document names.
 */
@Component
class PdfPress {

    private static final String SCHEME = "letters";
    private static final Pattern STYLE_SHEET = Pattern.compile(SCHEME + ":([a-z-]+\\.css)");
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** Tags in a TrueType font's directory of tables: {@code GSUB}, and one that no reader looks for. */
    private static final int SUBSTITUTIONS = 0x47535542;
    private static final int UNUSED = 0x47535558;

    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    private final Map<String, byte[]> fonts = Stream.of("Arimo-Regular", "Arimo-Italic", "Arimo-Bold", "DejaVuSans", "DejaVuSans-Bold")
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> withoutSubstitutions(resource("letters/fonts/" + name + ".ttf"))));

    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    byte[] print(LetterPage page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(COLOURS);
        builder.useUriResolver((base, uri) -> styleSheetOf(uri));
        builder.useProtocolsStreamImplementation(uri -> styleSheet(uri, page), SCHEME);
        builder.useProtocolsStreamImplementation(uri -> nothing(), "http", "https", "file", "jar", "ftp", "data");
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> styleSheetOf(uri) != null, when);
        }
        font(builder, "Arimo-Regular", "Arimo", 400, FontStyle.NORMAL);
        font(builder, "Arimo-Italic", "Arimo", 400, FontStyle.ITALIC);
        font(builder, "Arimo-Bold", "Arimo", 700, FontStyle.NORMAL);
        font(builder, "DejaVuSans", "DejaVu Sans", 400, FontStyle.NORMAL);
        font(builder, "DejaVuSans-Bold", "DejaVu Sans", 700, FontStyle.NORMAL);
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
        builder.useReplacementText("\u25A1");
        if (hasWritingFromTheRight(page.text())) {
            builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
            builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
            builder.defaultTextDirection(BaseRendererBuilder.TextDirection.LTR);
        }
        builder.withProducer("Fairway");
        builder.withW3cDocument(page.xhtml(), SCHEME + ":/");
        builder.toStream(pdf);
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            RepeatedHeadings.silence(document);
            document.save(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("a letter could not be set", e);
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
        return pdf.toByteArray();
    }

    /** Laying out text that runs both ways takes longer; most letters have none of it. */
    private static boolean hasWritingFromTheRight(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    private void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(fonts.get(file)), family, weight, style, true);
    }

    /** Its address if it is one of the letters' style sheets, as written in a template or resolved already; null for everything else. */
    private static String styleSheetOf(String uri) {
        String resolved = uri == null || uri.startsWith(SCHEME + ":") ? uri : SCHEME + ":" + uri;
        return resolved != null && STYLE_SHEET.matcher(resolved).matches() ? resolved : null;
    }

    private static FSStream styleSheet(String uri, LetterPage page) {
        var name = STYLE_SHEET.matcher(uri);
        if (name.matches() && name.group(1).equals(LetterTemplateSet.STYLES) && page.styleSheet() != null) {
            return stream(page.styleSheet().getBytes(StandardCharsets.UTF_8));
        }
        return name.matches() ? stream(resource("letters/" + name.group(1))) : nothing();
    }

    private static FSStream nothing() {
        return stream(new byte[0]);
    }

    private static FSStream stream(byte[] bytes) {
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    /**
     * The font without its table of glyph substitutions: a letter needs no ligatures (and whoever copies its text wants none), while applying the table
     * takes longer than everything else in setting a page.
     */
    private static byte[] withoutSubstitutions(byte[] font) {
        ByteBuffer tables = ByteBuffer.wrap(font);
        int count = tables.getShort(4);
        for (int entry = 12; entry < 12 + 16 * count; entry += 16) {
            if (tables.getInt(entry) == SUBSTITUTIONS) {
                tables.putInt(entry, UNUSED);
            }
        }
        return font;
    }

    private static byte[] resource(String name) {
        try (InputStream file = PdfPress.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
