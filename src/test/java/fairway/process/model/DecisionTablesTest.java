package fairway.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision tables at and around their limits. */
class DecisionTablesTest {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource(nullValues = "nothing", value = {
        "0, 0, false, example support raised",
        "0, 0, true,  example support",
        "0, 1, true,  example",
        "1, 0, true,  support",
        "1, 1, false, raised",
        "1, 1, true,  nothing",
        "9, 9, true,  nothing"})
    void theGateNamesExactlyWhatIsMissing_PM02_PM03_S1P01(int examples, int support, boolean raised, String missing) {
        List<Object> named = evaluate(DecisionTables.EvidenceGate.KEY, Map.of(DecisionTables.EvidenceGate.DATED_EXAMPLES, examples,
                DecisionTables.EvidenceGate.SUPPORT_BEFORE_LATEST_EXAMPLE, support, DecisionTables.EvidenceGate.RAISED_SHOWN, raised))
                .collectEntries(DecisionTables.EvidenceGate.MISSING);
        assertThat(named).isEqualTo(missing == null ? List.of() : List.of((Object[]) missing.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "true,  false, P14D",
        "false, false, P1M",
        "true,  true,  P7D",
        "false, true,  P7D"})
    void theShorterIntervalWins_OTO02_OTO03_OTO04(boolean managerOrAbove, boolean additionalSupport, String interval) {
        assertThat((String) evaluate(DecisionTables.OneToOneFrequency.KEY, Map.of(DecisionTables.OneToOneFrequency.MANAGER_OR_ABOVE, managerOrAbove,
                DecisionTables.OneToOneFrequency.ADDITIONAL_SUPPORT, additionalSupport)).getSingleEntry()).isEqualTo(interval);
    }

    @ParameterizedTest
    @CsvSource({
        "1,  1, outside",
        "27, 1, outside",
        "28, 1, within",
        "31, 1, within",
        "92, 3, within",
        "89, 3, within",
        "90, 4, outside",
        "92, 4, outside",
        "93, 4, outside",
        "365, 12, outside"})
    void fourWeeksToThreeMonthsBothIncluded_S1D14(int days, int months, String timeframe) {
        assertThat((String) evaluate(DecisionTables.PlanTimeframe.KEY, Map.of(DecisionTables.PlanTimeframe.PLAN_DAYS, days,
                DecisionTables.PlanTimeframe.PLAN_MONTHS, months)).getSingleEntry()).isEqualTo(timeframe);
    }

    @Test
    void everyTableIsWhereItsNameSays() {
        assertThat(Models.decisions()).extracting(Path::getFileName).extracting(Path::toString)
                .containsExactly("evidenceGate.dmn", "oneToOneFrequency.dmn", "planTimeframe.dmn");
    }

    private static DmnDecisionTableResult evaluate(String table, Map<String, Object> inputs) {
        return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(table, Models.open(Models.FOLDER.resolve(table + ".dmn"))), inputs);
    }
}
