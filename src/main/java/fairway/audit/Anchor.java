package fairway.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the chain looked like at one moment, kept outside of the database: whoever writes the chain anew, or cuts off its end, does not match it. Each
 * names the one before it, so that one that is taken away is missed.
 *
 * @param at     when the link was made
 * @param seq    place of the link
 * @param hash   its hash
 * @param number of the anchor in its folder, from 1; 0 for one without: those made before anchors had numbers, and those that stand in no folder
 * @param before place of the link of the anchor before it; 0 without one
 * @param hashBefore hash of that link; null without one
 */
record Anchor(Instant at, long seq, byte[] hash, long number, long before, byte[] hashBefore) {

    private static final Pattern LINE = Pattern.compile("Fairway audit anchor: at (\\S+) seal ([0-9]{1,18}) hash ([0-9a-f]{64})"
            + "(?: number ([0-9]{1,18})(?: after seal ([0-9]{1,18}) hash ([0-9a-f]{64}))?)?");

    /** One that stands by itself. */
    static Anchor of(Link link) {
        return new Anchor(link.sealedAt(), link.seq(), link.hash(), 0, 0, null);
    }

    /** @param last the anchor before it; null for the first one */
    Anchor after(Anchor last, long number) {
        return new Anchor(at, seq, hash, number, last == null ? 0 : last.seq, last == null ? null : last.hash);
    }

    String line() {
        return "Fairway audit anchor: at " + at + " seal " + seq + " hash " + HexFormat.of().formatHex(hash) + (number == 0 ? "" : " number " + number)
                + (before == 0 ? "" : " after seal " + before + " hash " + HexFormat.of().formatHex(hashBefore));
    }

    /** Whether it is of the same link. */
    boolean isOf(Link link) {
        return seq == link.seq() && Arrays.equals(hash, link.hash());
    }

    /** Whether it names this one as the anchor before it. */
    boolean follows(Anchor other) {
        return before == other.seq && Arrays.equals(hashBefore, other.hash);
    }

    /** The anchor that a text holds, as {@link #line()} wrote it; empty when it holds none. */
    static Optional<Anchor> in(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.find()) {
            return Optional.empty();
        }
        HexFormat hex = HexFormat.of();
        return Optional.of(new Anchor(Instant.parse(line.group(1)), Long.parseLong(line.group(2)), hex.parseHex(line.group(3)), line.group(4) == null ? 0 : Long.parseLong(line.group(4)),
                line.group(5) == null ? 0 : Long.parseLong(line.group(5)), line.group(6) == null ? null : hex.parseHex(line.group(6))));
    }
}
