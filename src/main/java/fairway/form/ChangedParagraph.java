package fairway.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A paragraph in which a text differs from its draft.
 *
 * @param mark what happened to it, in words: {@value #ADDED} or {@value #LEFT_OUT}
 * @param text the paragraph
 */
public record ChangedParagraph(String mark, String text) {

    public static final String ADDED = "Added:";
    public static final String LEFT_OUT = "Left out:";

    /** Beyond so many pairs of paragraphs they are not compared one by one: all of the draft then counts as left out, all of the text as added. */
    private static final int MOST_PAIRS = 1_000_000;

    /**
     * What was left out of the draft and what was added, in the order of reading: a paragraph that was rewritten is left out, then added. Spaces and
     * line ends make no difference.
     */
    public static List<ChangedParagraph> between(String draft, String text) {
        List<String> before = paragraphs(draft);
        List<String> after = paragraphs(text);
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        before = before.subList(same, before.size());
        after = after.subList(same, after.size());
        int[][] common = (long) before.size() * after.size() > MOST_PAIRS ? null : common(before, after);
        List<ChangedParagraph> changes = new ArrayList<>();
        int b = 0;
        int a = 0;
        while (b < before.size() || a < after.size()) {
            if (common != null && b < before.size() && a < after.size() && before.get(b).equals(after.get(a))) {
                b++;
                a++;
            } else if (b < before.size() && (a == after.size() || common == null || common[b + 1][a] >= common[b][a + 1])) {
                changes.add(new ChangedParagraph(LEFT_OUT, before.get(b++)));
            } else {
                changes.add(new ChangedParagraph(ADDED, after.get(a++)));
            }
        }
        return Collections.unmodifiableList(changes);
    }

    /** Length of the longest common subsequence of what remains from each pair of places on. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int b = before.size() - 1; b >= 0; b--) {
            for (int a = after.size() - 1; a >= 0; a--) {
                common[b][a] = before.get(b).equals(after.get(a)) ? common[b + 1][a + 1] + 1 : Math.max(common[b + 1][a], common[b][a + 1]);
            }
        }
        return common;
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R")).map(paragraph -> paragraph.strip().replaceAll("\\s+", " ")).filter(paragraph -> !paragraph.isEmpty()).toList();
    }
}
