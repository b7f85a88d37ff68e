package fairway.access;

import java.time.Instant;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who comes in by user name and password: people at the log-in page, programs at the REST doors. */
@Configuration(proxyBeanMethods = false)
class PasswordDoors {

    @Bean
    ServerTime serverTime() {
        return Instant::now;
    }

    /** The log-in page, which keeps for itself who signed in; not used where people sign in at an OpenID provider. */
    @Bean
    PasswordDoor peopleByPassword(SignInSettings settings, Identities identities, ObjectProvider<Directory> directory, Admission admission, SignInDelay delay,
                                  AccessLog log) {
        return new PasswordDoor((name, password) -> {
            if (settings.way() == SignInSettings.Way.LDAP) {
                return directory.getObject().signIn(name, password);
            }
            return settings.isEmbedded() && identities.passwordIsRight(name, password) ? identities.find(name) : Optional.empty();
        }, admission, delay, log, user -> { });
    }

    /** HTTP Basic: everybody whose password Fairway keeps, or else only the programs that the settings name. */
    @Bean
    PasswordDoor programsByPassword(SignInSettings settings, Identities identities, Admission admission, SignInDelay delay, AccessLog log) {
        return new PasswordDoor((name, password) -> (settings.isEmbedded() || settings.programs().contains(name)) && identities.passwordIsRight(name, password)
                ? identities.find(name) : Optional.empty(), admission, delay, log, log::signedInByBasic);
    }
}
