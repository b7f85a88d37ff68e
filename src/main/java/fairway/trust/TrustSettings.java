package fairway.trust;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Trust's own settings ({@code fairway.trust.*}), each with its default. None is policy; people are told so wherever they meet one.
 *
 * @param name                       the Trust's name in letters and on pages
 * @param baseUrl                    address under which people reach Fairway, for links in messages
 * @param mailFrom                   sender of every message
 * @param hrMail                     mailbox that HR is told at, beside the adviser
 * @param occupationalHealthName     provider of Occupational Health
 * @param occupationalHealthMail     where referrals go
 * @param country                    whose bank holidays count: england, scotland, northern-ireland (wales has England's)
 * @param additionalSupportInterval  one-to-one interval of a line with additional support (OTO-04)
 * @param timeGivenWithoutReason     longest time to improve without a reason (S1P-02)
 * @param totalTimeframeWithoutReason longest plan with extensions that needs no written reason of HR
 * @param commentPeriodDays          working days for the colleague's comments and receipt (S1A-02)
 * @param linkPeriod                 how long the link of a letter works after its case has ended
 * @param policyNoticeDays           working days before the meeting below which sharing the policy brings a warning (S1P-05)
 * @param reviewReminderDays         working days after which a due review is reminded of
 * @param reviewEscalationDays       working days after which HR is told of a due review
 * @param oneToOneOverdueDays        working days after which an unrecorded one-to-one is reminded of
 * @param adviceReminderDays         working days after which Occupational Health's advice is asked after
 * @param taskDays                   working days that a step without a rule of its own is given
 * @param watch                      watch after the standard was met; zero = none
 * @param meetingsFrom               earliest start of a meeting
 * @param meetingsUntil              latest end of a meeting
 * @param signposts                  where wellbeing support is found (S1D-10)
 * @param policyVersion              version of the policy document that is shared
 * @param lettersFolder              folder with the Trust's own letter templates; null = those that come with Fairway
 */
@Validated
@ConfigurationProperties("fairway.trust")
public record TrustSettings(
        @NotBlank @DefaultValue("Riverbank NHS Trust") String name,
        @NotBlank @DefaultValue("http://localhost:8080") String baseUrl,
        @NotBlank @DefaultValue("fairway@trust.example") String mailFrom,
        @NotBlank @DefaultValue("hr@trust.example") String hrMail,
        @NotBlank @DefaultValue("Occupational Health and Wellbeing Service") String occupationalHealthName,
        @NotBlank @DefaultValue("occupational.health@provider.example") String occupationalHealthMail,
        @NotBlank @DefaultValue("england") String country,
        @NotNull @DefaultValue("P7D") Period additionalSupportInterval,
        @NotNull @DefaultValue("P3M") Period timeGivenWithoutReason,
        @NotNull @DefaultValue("P6M") Period totalTimeframeWithoutReason,
        @Min(1) @DefaultValue("5") int commentPeriodDays,
        @NotNull @DefaultValue("P12M") Period linkPeriod,
        @Min(0) @DefaultValue("2") int policyNoticeDays,
        @Min(1) @DefaultValue("3") int reviewReminderDays,
        @Min(1) @DefaultValue("10") int reviewEscalationDays,
        @Min(1) @DefaultValue("2") int oneToOneOverdueDays,
        @Min(1) @DefaultValue("20") int adviceReminderDays,
        @Min(1) @DefaultValue("5") int taskDays,
        @NotNull @DefaultValue("P0D") Period watch,
        @NotNull @DefaultValue("07:00") LocalTime meetingsFrom,
        @NotNull @DefaultValue("20:00") LocalTime meetingsUntil,
        List<Signpost> signposts,
        @NotBlank @DefaultValue("1.0") String policyVersion,
        Path lettersFolder) {

    /** One place where support is found: key as submitted, label as read, address or telephone if there is one. */
    public record Signpost(@NotBlank String key, @NotBlank String label, String address) {
    }

    public TrustSettings {
        if (signposts == null || signposts.isEmpty()) {
            signposts = List.of(
                    new Signpost("wellbeing", "Trust Health and Wellbeing 7-point pinwheel", "www.worcsacute.nhs.uk/wellbeing"),
                    new Signpost("optimaHealth", "Optima Health UK Ltd", null),
                    new Signpost("mentalHealthHub", "Staff Mental Health and Wellbeing Hub", null));
        }
        signposts = List.copyOf(signposts);
    }

    /** Whether the Trust watches a met standard for a while before the case ends. */
    public boolean hasWatch() {
        return !watch.isZero();
    }
}
