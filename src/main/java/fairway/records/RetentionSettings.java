package fairway.records;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.NotNull;

/**
 * How long each kind of record is kept ({@code fairway.retention.*}); {@link RecordKind} says from when it counts and where the default comes from.
 *
 * @param wentNoFurther  a case that was not instigated, was withdrawn or went to another policy
 * @param closedCase     any other case that has ended
 * @param referredCase   a case that went on to the formal stage
 * @param health         what was told about health in a case; never longer than the case
 * @param oneToOnes      notes of one-to-ones with examples, support, letters and messages of the line
 * @param oneToOneSteps  the engine's history of finished one-to-ones
 * @param drafts         what was typed into a form and never sent
 * @param absences       days on which somebody was away
 * @param staff          people who have left
 * @param waitingLists   staff lists that were uploaded and not applied
 * @param subjectAccessAnswers what was sent in answer to such a request
 * @param subjectAccess  requests of people for what is kept about them
 * @param subjectAccessReminder how long before the last day of such a request HR is reminded
 * @param appliedLists   which staff list was applied when, and by whom
 * @param runs           what was erased when, and by which rule
 */
@Validated
@ConfigurationProperties("fairway.retention")
public record RetentionSettings(
        @NotNull @DefaultValue("P1Y") Period wentNoFurther,
        @NotNull @DefaultValue("P6Y") Period closedCase,
        @NotNull @DefaultValue("P6Y") Period referredCase,
        @NotNull @DefaultValue("P1Y") Period health,
        @NotNull @DefaultValue("P6Y") Period oneToOnes,
        @NotNull @DefaultValue("P1Y") Period oneToOneSteps,
        @NotNull @DefaultValue("P90D") Period drafts,
        @NotNull @DefaultValue("P2Y") Period absences,
        @NotNull @DefaultValue("P6Y") Period staff,
        @NotNull @DefaultValue("P30D") Period waitingLists,
        @NotNull @DefaultValue("P90D") Period subjectAccessAnswers,
        @NotNull @DefaultValue("P3Y") Period subjectAccess,
        @NotNull @DefaultValue("P7D") Period subjectAccessReminder,
        @NotNull @DefaultValue("P1Y") Period appliedLists,
        @NotNull @DefaultValue("P20Y") Period runs) {
}
