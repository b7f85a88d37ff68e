package fairway.health;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The one place through which restricted text goes to and from the database. */
@Converter
class RestrictedTextColumn implements AttributeConverter<RestrictedText, String> {

    @Override
    public String convertToDatabaseColumn(RestrictedText text) {
        return RestrictedText.reveal(text);
    }

    @Override
    public RestrictedText convertToEntityAttribute(String column) {
        return RestrictedText.of(column);
    }
}
