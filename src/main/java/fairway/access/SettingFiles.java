package fairway.access;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets that stand in a setting or in the file that another setting names. */
final class SettingFiles {

    private SettingFiles() {
    }

    /** @throws SignInRefused unless exactly one of both is there, and can be read */
    static void oneOf(String setting, String value, Path file) {
        boolean isSet = value != null && !value.isBlank();
        if (isSet && file != null) {
            throw new SignInRefused(setting, "it is set, and so is " + setting + "-file. Keep one of the two");
        }
        if (!isSet && file == null) {
            throw new SignInRefused(setting, "it is missing. Set it, or name a file that holds it by " + setting + "-file");
        }
        read(setting, value, file);
    }

    static String read(String setting, String value, Path file) {
        if (file == null) {
            return value;
        }
        try {
            String content = Files.readString(file).strip();
            if (content.isEmpty()) {
                throw new SignInRefused(setting + "-file", "the file " + file + " is empty");
            }
            return content;
        } catch (IOException e) {
            throw new SignInRefused(setting + "-file", "the file " + file + " cannot be read");
        }
    }

    /** @throws SignInRefused when it is no address with a host */
    static URI address(String setting, String value) {
        try {
            URI address = new URI(value.strip());
            if (address.getHost() == null || address.getScheme() == null) {
                throw new SignInRefused(setting, "it is no address with scheme and host");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new SignInRefused(setting, "it is no address");
        }
    }
}
