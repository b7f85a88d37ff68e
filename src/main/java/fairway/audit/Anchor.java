package fairway.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the chain looked like at one moment, kept outside of the database: whoever writes the chain anew, or cuts off its end, does not match it.
 *
 * @param at   when the link was made
 * @param seq  place of the link
 * @param hash its hash
 */
record Anchor(Instant at, long seq, byte[] hash) {

    private static final Pattern LINE = Pattern.compile("Fairway audit anchor: at (\\S+) seal ([0-9]{1,18}) hash ([0-9a-f]{64})");

    static Anchor of(Link link) {
        return new Anchor(link.sealedAt(), link.seq(), link.hash());
    }

    String line() {
        return "Fairway audit anchor: at " + at + " seal " + seq + " hash " + HexFormat.of().formatHex(hash);
    }

    /** The anchor that a text holds, as {@link #line()} wrote it; empty when it holds none. */
    static Optional<Anchor> in(String text) {
        Matcher line = LINE.matcher(text);
        return line.find() ? Optional.of(new Anchor(Instant.parse(line.group(1)), Long.parseLong(line.group(2)), HexFormat.of().parseHex(line.group(3)))) : Optional.empty();
    }
}
