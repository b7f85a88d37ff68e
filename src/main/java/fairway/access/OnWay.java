package fairway.access;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** What is there only with one of the ways to sign in. */
abstract class OnWay implements Condition {

    private final SignInSettings.Way way;

    private OnWay(SignInSettings.Way way) {
        this.way = way;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment()).bind("fairway.sign-in.way", SignInSettings.Way.class).orElse(SignInSettings.Way.OPENID) == way;
    }

    /** With an OpenID provider. */
    static final class OpenId extends OnWay {

        OpenId() {
            super(SignInSettings.Way.OPENID);
        }
    }

    /** With the Trust's directory. */
    static final class Ldap extends OnWay {

        Ldap() {
            super(SignInSettings.Way.LDAP);
        }
    }
}
