package fairway.process.stage1;

import fairway.health.ReferralSteps;
import fairway.process.model.AfterStage1MeetingModel;
import fairway.process.model.Stage1MeetingModel;
import fairway.stage1.MeetingPreparation;
import fairway.stage1.OutcomeLetters;
import fairway.stage1.ReviewCalendar;
import fairway.stage1.Scripts;
import fairway.stage1.Stage1;
import fairway.stage1.SupportReminders;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service steps of the models stage1Meeting and afterStage1Meeting, each named as its step. */
@Configuration
class Stage1Steps {

    // ---- stage1Meeting

    @Bean
    JavaDelegate inviteToStage1Meeting(MeetingPreparation preparation) {
        return execution -> preparation.invite(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate sendPolicy(MeetingPreparation preparation) {
        return execution -> preparation.sendPolicy(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate draftScript(Scripts scripts) {
        return execution -> scripts.draft(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate remindOfStage1Record(MeetingPreparation preparation) {
        return execution -> preparation.remindOfRecord(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate moveStage1Meeting(MeetingPreparation preparation) {
        return execution -> preparation.move(execution.getProcessBusinessKey());
    }

    /** The policy's own limits of the timeframe hold whatever the decision table says (S1D-14). */
    @Bean
    ExecutionListener recordTimeframeCheck(Stage1 stage1OfCases) {
        return execution -> {
            boolean byTable = "within".equals(execution.getVariable(Stage1MeetingModel.Variables.TIMEFRAME));
            boolean within = stage1OfCases.timeframeChecked(execution.getProcessBusinessKey(), byTable);
            execution.setVariable(Stage1MeetingModel.Variables.TIMEFRAME, within ? "within" : "outside");
        };
    }

    // ---- afterStage1Meeting

    @Bean
    JavaDelegate draftOutcomeLetter(OutcomeLetters letters) {
        return execution -> execution.setVariable(AfterStage1MeetingModel.Variables.HR_ATTENDED, letters.draft(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate issueOutcomeLetter(OutcomeLetters letters) {
        return execution -> letters.issue(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate arrangeMonitoringMeetings(ReviewCalendar calendar) {
        return execution -> calendar.arrange(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate tellOfOverdueSupport(SupportReminders reminders) {
        return execution -> reminders.overdue(execution.getProcessBusinessKey(),
                Long.parseLong((String) execution.getVariable(AfterStage1MeetingModel.Variables.SUPPORT_ITEM)));
    }

    @Bean
    JavaDelegate startReferral(ReferralSteps referrals) {
        return execution -> referrals.referralAgreed(execution.getProcessBusinessKey(), null);
    }

    // ---- performanceCase: a revision of the plan

    @Bean
    JavaDelegate sendRevisedPlan(OutcomeLetters letters) {
        return execution -> letters.sendRevisedPlan(execution.getProcessBusinessKey());
    }
}
