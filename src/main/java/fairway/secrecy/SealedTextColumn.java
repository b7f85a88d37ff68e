package fairway.secrecy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Sealed texts as bytes of a column. */
@Converter(autoApply = true)
class SealedTextColumn implements AttributeConverter<SealedText, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(SealedText text) {
        return text == null ? null : text.bytes();
    }

    @Override
    public SealedText convertToEntityAttribute(byte[] column) {
        return column == null ? null : SealedText.of(column);
    }
}
