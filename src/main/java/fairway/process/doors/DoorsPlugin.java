package fairway.process.doors;

import java.util.ArrayList;
import java.util.List;

import fairway.access.SignInSettings;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the policy of cases in the place of the engine's authorizations per task, and shuts the holes that are reached through queries. */
@Component
@Order(200)
class DoorsPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<CaseTasks> tasks;
    private final ObjectProvider<ShutCases> shutCases;
    private final SignInSettings signIn;

    DoorsPlugin(ObjectProvider<CaseTasks> tasks, ObjectProvider<ShutCases> shutCases, SignInSettings signIn) {
        this.tasks = tasks;
        this.shutCases = shutCases;
        this.signIn = signIn;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new CaseCommandChecker(tasks::getObject)));
        List<SessionFactory> sessions = engine.getCustomSessionFactories() == null ? new ArrayList<>() : new ArrayList<>(engine.getCustomSessionFactories());
        sessions.add(CaseAuthorizations.each(tasks::getObject));
        engine.setCustomSessionFactories(sessions);
        engine.setIdentityProviderSessionFactory(HandsBackWithTheRole.each());
        engine.setResourceAuthorizationProvider(new NoRows());
        engine.setCustomPreCommandInterceptorsTxRequired(first(new PlainQueries(), engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(first(new PlainQueries(), engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        engine.setCustomPreCommandInterceptorsTxRequired(first(new WithoutConflicts(engine, tasks::getObject, shutCases::getObject),
                engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setFilterService(new GuardedFilters(engine));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(PasswordRule.policy(signIn.shortestPassword()));
        // the engine's own checkers read what was kept before
        engine.setPasswordEncryptor(new SlowHash(signIn.passwordRounds()));
        // wrong passwords are slowed down before they come to the engine, whose own lock only an administrator could open
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
    }

    private static List<CommandInterceptor> first(CommandInterceptor first, List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(first));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
