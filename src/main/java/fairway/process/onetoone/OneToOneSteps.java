package fairway.process.onetoone;

import fairway.correspondence.OneToOneMessages;
import fairway.onetoone.OneToOne;
import fairway.onetoone.OneToOneBooking;
import fairway.onetoone.OneToOnes;
import fairway.process.model.OneToOneCycleModel.Variables;
import fairway.staff.Line;
import fairway.staff.Lines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code oneToOneCycle}, each a bean by the name of its step. */
@Configuration
class OneToOneSteps {

    private final Lines lines;
    private final OneToOnes oneToOnes;
    private final OneToOneMessages messages;

    OneToOneSteps(Lines lines, OneToOnes oneToOnes, OneToOneMessages messages) {
        this.lines = lines;
        this.oneToOnes = oneToOnes;
        this.messages = messages;
    }

    @Bean
    JavaDelegate bookNextOneToOne(OneToOneBooking booking) {
        return execution -> execution.setVariable(Variables.ONE_TO_ONE, booking.bookNext(execution.getProcessBusinessKey()).id());
    }

    @Bean
    JavaDelegate remindOfOneToOne() {
        return execution -> messages.remind(line(execution), oneToOne(execution));
    }

    @Bean
    JavaDelegate remindOfOverdueRecord() {
        return execution -> messages.remindOfRecord(line(execution), oneToOne(execution));
    }

    @Bean
    JavaDelegate moveOneToOne() {
        return execution -> messages.update(line(execution), oneToOne(execution));
    }

    @Bean
    JavaDelegate sendOneToOneNote() {
        return execution -> messages.sendNote(line(execution), oneToOnes.noteOf(oneToOne(execution)));
    }

    @Bean
    JavaDelegate startNextOneToOne(LineProcessOnEngine process) {
        return execution -> {
            Line line = line(execution);
            if (line.running() && !line.hasEnded()) {
                process.startNext(line);
            }
        };
    }

    @Bean
    JavaDelegate cancelOneToOne(OneToOneBooking booking) {
        return execution -> booking.cancel(execution.getProcessBusinessKey());
    }

    private Line line(DelegateExecution execution) {
        return lines.require(execution.getProcessBusinessKey());
    }

    private OneToOne oneToOne(DelegateExecution execution) {
        return oneToOnes.require((Long) execution.getVariable(Variables.ONE_TO_ONE));
    }
}
