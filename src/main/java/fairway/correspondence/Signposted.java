package fairway.correspondence;

/**
 * Where wellbeing support is found (S1D-10).
 *
 * @param address web address or telephone; may be null
 */
public record Signposted(String label, String address) {
}
