package fairway.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fairway.correspondence.SubjectAccessPack;

/** The collected pack with every word taken out that HR decided to take out; a mark stands in its place, and the reason at the end. */
final class RedactedPack {

    /** Shorter ones may stand on a page as the number of something else. */
    private static final int SHORTEST_NUMBER = 5;
    /** In the bytes of a file, shorter ones could stand by chance. */
    private static final int SHORTEST_IN_BYTES = 8;

    private final List<KeptItem> items;
    private final List<SubjectAccessPack.Redaction> reasons = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(String words, Pattern pattern, String mark, boolean passage) {

        /** Whether it stands for one person wherever it stands, and in no wording of Fairway's own. */
        boolean isUnmistakable() {
            return !passage && !ThirdParty.isSingleName(words) && words.length() >= SHORTEST_NUMBER;
        }
    }

    RedactedPack(List<KeptItem> collected, Redactions redactions) {
        for (Redactions.Taken taken : redactions.taken()) {
            String mark = "[redacted " + (reasons.size() + 1) + "]";
            reasons.add(new SubjectAccessPack.Redaction(mark, taken.exemption().inWords(), taken.reason()));
            taken.words().forEach(words -> marks.add(new Mark(words, taken.passage() ? KeptAbout.pattern(words) : KeptAbout.patternOfAName(words), mark, taken.passage())));
        }
        marks.sort(Comparator.comparingInt((Mark mark) -> mark.words().length()).reversed());
        items = collected.stream().map(item -> new KeptItem(item.part(), without(item.title()),
                item.facts().stream().map(fact -> new KeptItem.Fact(fact.label(), without(fact.text()))).toList())).toList();
    }

    List<KeptItem> items() {
        return items;
    }

    List<SubjectAccessPack.Redaction> reasons() {
        return reasons;
    }

    /** A text with the same words taken out. */
    String without(String text) {
        String left = text;
        for (Mark mark : marks) {
            left = mark.pattern().matcher(left).replaceAll(Matcher.quoteReplacement(mark.mark()));
        }
        return left;
    }

    /** Words that were to be taken out and stand in this text all the same. */
    List<String> leftIn(String text) {
        return marks.stream().filter(mark -> mark.pattern().matcher(text).find()).map(Mark::words).toList();
    }

    /** Words that were to be taken out and stand in the records all the same. */
    List<String> leftInItems() {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item.title()), item.facts().stream().map(KeptItem.Fact::text))).flatMap(text -> leftIn(text).stream()).toList();
    }

    /**
     * Full names, numbers and addresses that were to be taken out and stand in the finished pack all the same. Single names and passages are not looked for
     * there: its own wording, "Mark" or "will" for example, is nobody's name.
     */
    List<String> leftInPages(String text, String bytes) {
        return marks.stream().filter(Mark::isUnmistakable)
                .filter(mark -> mark.pattern().matcher(text).find() || mark.words().length() >= SHORTEST_IN_BYTES && mark.pattern().matcher(bytes).find()).map(Mark::words).toList();
    }
}
