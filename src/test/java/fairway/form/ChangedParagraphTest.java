package fairway.form;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static fairway.form.ChangedParagraph.ADDED;
import static fairway.form.ChangedParagraph.LEFT_OUT;
import static org.assertj.core.api.Assertions.assertThat;

/** What changed between a draft and a text, paragraph by paragraph. */
class ChangedParagraphTest {

    @Test
    void theSameTextHasNoChanges() {
        assertThat(ChangedParagraph.between("One.\n\nTwo.", "One. \r\n \r\n\r\nTwo.\n")).isEmpty();
    }

    @Test
    void aParagraphThatWasRewrittenIsLeftOutThenAdded() {
        assertThat(ChangedParagraph.between("One.\n\nTwo.\n\nThree.", "One.\n\n2.\n\nThree.\n\nFour."))
                .containsExactly(new ChangedParagraph(LEFT_OUT, "Two."), new ChangedParagraph(ADDED, "2."), new ChangedParagraph(ADDED, "Four."));
    }

    @Test
    void whatStaysIsNotNamed() {
        assertThat(ChangedParagraph.between("A\n\nB\n\nC\n\nD", "X\n\nB\n\nD")).containsExactly(new ChangedParagraph(LEFT_OUT, "A"), new ChangedParagraph(ADDED, "X"),
                new ChangedParagraph(LEFT_OUT, "C"));
        assertThat(ChangedParagraph.between("A\n\nB", "")).extracting(ChangedParagraph::mark).containsExactly(LEFT_OUT, LEFT_OUT);
    }

    @Test
    void veryManyParagraphsAreNotComparedOneByOne() {
        String before = IntStream.range(0, 1100).mapToObj(i -> "b" + i).collect(Collectors.joining("\n\n"));
        String after = IntStream.range(0, 1100).mapToObj(i -> "a" + i).collect(Collectors.joining("\n\n"));
        assertThat(ChangedParagraph.between(before, after)).hasSize(2200);
    }
}
