package fairway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import fairway.Fairway;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a random port and a real PostgreSQL, job executor off, clock fixed at {@link TestClock#START}, a mail server that
 * keeps what it gets, the staff of {@link World}. Every test begins with an empty engine and no cases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Fairway.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "camunda.bpm.job-execution.enabled=false",
        "spring.main.banner-mode=off",
        "spring.main.register-shutdown-hook=false",
        "spring.datasource.hikari.maximum-pool-size=6",
        "spring.test.print-condition-evaluation-report=false",
        "logging.level.root=warn",
        "fairway.staff.leavers-at=-",
        "fairway.staff.in-step-at=-",
        "fairway.retention.at=-",
        "fairway.audit.seal-at=-",
        "fairway.audit.anchor-at=-",
        "fairway.sign-in.way=embedded",
        "fairway.sign-in.password-rounds=1000",
        "fairway.first-administrator.user=admin",
        "fairway.first-administrator.password=first-Password-1"})
@ContextConfiguration(initializers = {TestDatabase.class, TestKeyset.class, MailBox.class})
@Import({World.class, Engine.class, Doors.class, ModelCoverage.class, EveryTable.class, Statements.class})
@ExtendWith(CleanSlate.class)
public @interface FairwayTest {
}
