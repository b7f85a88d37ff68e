package fairway.health;

import fairway.stage1.HealthAnswers;
import org.springframework.stereotype.Component;

/** Takes the health answer of the Stage 1 meeting into the restricted part (S1D-07). */
@Component
class HealthAnswersOfStage1 implements HealthAnswers {

    private final HealthRecords records;

    HealthAnswersOfStage1(HealthRecords records) {
        this.records = records;
    }

    @Override
    public void keep(String caseNumber, String text, String userId) {
        records.keep(caseNumber, HealthSource.stage1Meeting, text, userId);
    }
}
