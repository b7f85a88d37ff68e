package fairway.secrecy;

import java.util.Locale;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the console what is wrong with the keys to health texts, and what to do. */
class KeysetRefusedAnalysis extends AbstractFailureAnalyzer<KeysetRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, KeysetRefused refused) {
        String variable = refused.setting().toUpperCase(Locale.ROOT).replace("-", "_").replace('.', '_');
        return new FailureAnalysis("Fairway cannot start: the setting " + refused.setting() + " cannot be used: " + refused.reason().replaceAll("[.]$", "") + ".",
                "Set " + refused.setting() + " (or the environment variable " + variable + ") to the keyset of this database and start again. A new database needs a new keyset: "
                        + "java -jar fairway.jar --health-keys=create --" + KeysetSettings.FILE + "=FILE makes one. Never make a new one for a database that is in use: "
                        + "what was encrypted with a key that is lost is lost for good.", failure);
    }
}
