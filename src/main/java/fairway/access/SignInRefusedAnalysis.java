package fairway.access;

import java.util.Locale;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the console what is wrong with the settings of the sign-in, and what to do. */
class SignInRefusedAnalysis extends AbstractFailureAnalyzer<SignInRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SignInRefused refused) {
        String variable = refused.setting().toUpperCase(Locale.ROOT).replace("-", "_").replace('.', '_');
        return new FailureAnalysis("Fairway cannot start: the setting " + refused.setting() + " cannot be used: " + refused.reason().replaceAll("[.]$", "") + ".",
                "Set " + refused.setting() + " (or the environment variable " + variable + ") and start again. People sign in by the Trust's OpenID provider unless "
                        + "fairway.sign-in.way says otherwise: openid, ldap, or embedded for users that Fairway keeps itself.", failure);
    }
}
