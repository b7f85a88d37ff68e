package fairway.staff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a staff list file: UTF-8 with or without a byte order mark, or Windows-1252 as spreadsheets write it. */
record StaffListText(String text, String encoding) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @throws StaffListRefused if the bytes are neither */
    static StaffListText of(byte[] content) {
        if (content.length >= 2 && (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF || content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)) {
            throw new StaffListRefused("The file is in UTF-16. Save it as CSV UTF-8 and import it again.");
        }
        try {
            String text = decode(content, StandardCharsets.UTF_8);
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return new StaffListText(marked ? text.substring(1) : text, "UTF-8");
        } catch (CharacterCodingException notUtf8) {
            try {
                return new StaffListText(decode(content, WINDOWS), "Windows-1252");
            } catch (CharacterCodingException neither) {
                throw new StaffListRefused("The file is neither in UTF-8 nor in Windows-1252. Save it as CSV UTF-8 and import it again.");
            }
        }
    }

    private static String decode(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content)).toString();
    }
}
