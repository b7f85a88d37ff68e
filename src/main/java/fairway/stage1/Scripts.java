package fairway.stage1;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import fairway.correspondence.ExpectedStandard;
import fairway.correspondence.MeetingScript;
import fairway.correspondence.Named;
import fairway.form.SubmissionReader;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.RaisedConcern;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The script of the meeting, generated from the case so that nothing important is missed (PM-08, PM-09). */
@Component
@Transactional
public class Scripts {

    private static final String CUT = "\n\n(The draft is cut here: the further examples are in the list of the evidence of the case.)";

    private final Stage1 stage1;
    private final Cases cases;
    private final CaseEvidence evidence;
    private final CaseLetters letters;

    Scripts(Stage1 stage1, Cases cases, CaseEvidence evidence, CaseLetters letters) {
        this.stage1 = stage1;
        this.cases = cases;
        this.evidence = evidence;
        this.letters = letters;
    }

    /** Writes the draft from the case as it stands, for the manager to edit. */
    public void draft(String number) {
        stage1.prepared(number).draftScript(fitting(script(cases.require(number), null).asText(), CUT));
    }

    /** The script as the manager edited it, with the list of the evidence. */
    MeetingScript edited(String number, String text) {
        return script(cases.require(number), text);
    }

    /** Text that a form can take: cut at the end of a paragraph where it is too long. */
    static String fitting(String text, String cut) {
        if (text.length() <= SubmissionReader.LONGEST_TEXT) {
            return text;
        }
        String head = text.substring(0, SubmissionReader.LONGEST_TEXT - cut.length());
        int paragraph = head.lastIndexOf("\n\n");
        return (paragraph > 0 ? head.substring(0, paragraph) : head) + cut;
    }

    private MeetingScript script(PerformanceCase about, String edited) {
        Stage1Meeting meeting = stage1.prepared(about.number());
        List<RaisedConcern> concerns = cases.concerns(about.number());
        List<Named> present = new ArrayList<>();
        if (about.hrAttends()) {
            cases.adviserOf(about.number()).ifPresent(adviser -> present.add(new Named(letters.name(adviser), "HR adviser")));
        }
        meeting.companions().forEach(companion -> present.add(new Named(companion.name(), companion.role())));
        return new MeetingScript(letters.toManager(about), letters.name(about.colleague()), meeting.start(), meeting.place(), present,
                concerns.stream().map(RaisedConcern::description).collect(Collectors.joining("\n\n")),
                raised(about), opening(), evidence.chronology(about),
                concerns.stream().map(c -> new ExpectedStandard(c.kind().label(), c.standard(), c.standard())).toList(),
                questions(), closing(), edited);
    }

    private static String raised(PerformanceCase about) {
        List<String> said = new ArrayList<>();
        if (about.raisedOn() != null) {
            said.add("It was raised with you on " + InWords.of(about.raisedOn()) + ".");
        }
        if (about.conversationHeldOn() != null) {
            said.add("We talked about it informally on " + InWords.of(about.conversationHeldOn()) + ", and time was given to improve until "
                    + InWords.of(about.improveBy()) + ".");
        }
        return said.isEmpty() ? null : String.join(" ", said);
    }

    private static List<String> opening() {
        return List.of("Introduce everyone who is here, and in what role.",
                "Outline the purpose of the meeting.",
                "Confirm that this is the informal Stage 1 of the Performance Management policy, and that the policy was shared beforehand.");
    }

    private static List<String> questions() {
        return List.of("How do you see the concerns? What are the reasons for them, in your view?",
                "Is there anything at work that affects how you perform?",
                "Is there anything outside of work, or about your health or a disability, that you would like us to take into account? You decide what you tell.",
                "Would any reasonable adjustments help?",
                "Would support from Occupational Health help? Point to where wellbeing support is found.",
                "Which training, shadowing, mentoring or other support do you need to reach the standard?");
    }

    private static List<String> closing() {
        return List.of("Agree SMART targets, the timeframe (normally 4 weeks to 3 months), and how progress is reviewed, by whom and how often.",
                "Explain that regular progress monitoring meetings give feedback and time to talk about barriers.",
                "Make clear what follows if the concerns go on and the targets are not achieved, including that the formal stage may be brought forward if failing an "
                        + "urgent or important target could cause a serious detriment to the service.",
                "Say that the discussion is outlined in writing, with the plan and the policy, and that comments are welcome.");
    }
}
