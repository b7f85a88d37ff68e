package fairway.access;

import java.util.Locale;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the console what is wrong with the settings of the first administrator, and what to do. */
class FirstAdministratorAnalysis extends AbstractFailureAnalyzer<FirstAdministrator.Wrong> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FirstAdministrator.Wrong wrong) {
        String variable = wrong.setting().toUpperCase(Locale.ROOT).replace("-", "_").replace('.', '_');
        return new FailureAnalysis("Fairway cannot start: the setting " + wrong.setting() + " cannot be used: " + wrong.reason().replaceAll("[.]$", "") + ".",
                "Set " + wrong.setting() + " (or the environment variable " + variable + ") and start again. "
                        + "The user has to choose another password at the first sign-in; take both settings away after that.", failure);
    }
}
