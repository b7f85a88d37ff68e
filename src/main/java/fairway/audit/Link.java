package fairway.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * One link of the chain.
 *
 * @param seq       its place, counted from 1 without gaps
 * @param rowId     the row that it seals; null for a sign of life of the sealer
 * @param allSealed whether no other row waited when it was made
 * @param hash      SHA-256 over the link before, this link and its row
 */
record Link(long seq, Long rowId, Instant sealedAt, boolean allSealed, byte[] hash) {

    private static final byte[] VERSION = {'f', 'a', 'i', 'r', 'w', 'a', 'y', '1'};

    /** What the first link follows. */
    static Link beginning() {
        return new Link(0, null, Instant.EPOCH, true, new byte[32]);
    }

    /** @param row null for a sign of life */
    Link next(LogRow row, Instant at, boolean nothingWaits) {
        Long id = row == null ? null : row.id();
        return new Link(seq + 1, id, at, nothingWaits, hash(hash, seq + 1, id, at, nothingWaits, row));
    }

    /** Whether this is what the link before and the row make. @param row as it is now; null for a sign of life */
    boolean follows(byte[] hashBefore, LogRow row) {
        return MessageDigest.isEqual(hash, hash(hashBefore, seq, rowId, sealedAt, allSealed, row));
    }

    private static byte[] hash(byte[] before, long seq, Long rowId, Instant sealedAt, boolean allSealed, LogRow row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(VERSION);
            digest.update(before);
            digest.update(ByteBuffer.allocate(25).putLong(seq).putLong(rowId == null ? -1 : rowId).putLong(LogRow.micros(sealedAt)).put((byte) (allSealed ? 1 : 0)).array());
            return digest.digest(row == null ? new byte[0] : row.bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
