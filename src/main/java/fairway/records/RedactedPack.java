package fairway.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fairway.correspondence.SubjectAccessPack;

/** The collected pack with every word taken out that HR decided to take out; a mark stands in its place, and the reason at the end. */
final class RedactedPack {

    private final List<KeptItem> items;
    private final List<SubjectAccessPack.Redaction> reasons = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private record Mark(Pattern words, String mark, int length) {
    }

    RedactedPack(List<KeptItem> collected, Redactions redactions) {
        List<Mark> marks = new ArrayList<>();
        for (Redactions.Taken taken : redactions.taken()) {
            String mark = "[redacted " + (reasons.size() + 1) + "]";
            reasons.add(new SubjectAccessPack.Redaction(mark, taken.exemption().inWords(), taken.reason()));
            words.addAll(taken.words());
            taken.words().forEach(word -> marks.add(new Mark(KeptAbout.pattern(word), mark, word.length())));
        }
        marks.sort(Comparator.comparingInt(Mark::length).reversed());
        items = collected.stream().map(item -> new KeptItem(item.part(), without(item.title(), marks),
                item.facts().stream().map(fact -> new KeptItem.Fact(fact.label(), without(fact.text(), marks))).toList())).toList();
    }

    List<KeptItem> items() {
        return items;
    }

    List<SubjectAccessPack.Redaction> reasons() {
        return reasons;
    }

    private static String without(String text, List<Mark> marks) {
        String left = text;
        for (Mark mark : marks) {
            left = mark.words().matcher(left).replaceAll(Matcher.quoteReplacement(mark.mark()));
        }
        return left;
    }

    /** Words that were to be taken out and stand in this text all the same. */
    List<String> leftIn(String text) {
        return words.stream().filter(word -> KeptAbout.pattern(word).matcher(text).find()).toList();
    }
}
