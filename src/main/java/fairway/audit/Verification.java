package fairway.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Goes along the whole chain and finds every row that was changed, removed, inserted or put elsewhere, and a chain that is not the one that was anchored. */
@Component
class Verification {

    private static final int AT_ONCE = 2_000;

    private final Chain chain;
    private final AuditSettings settings;

    Verification(Chain chain, AuditSettings settings) {
        this.chain = chain;
        this.settings = settings;
    }

    /** @param anchors what is known of the chain outside of the database */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verdict verify(List<Anchor> anchors) {
        Walk walk = new Walk();
        List<Chain.Sealed> some = chain.from(Long.MIN_VALUE, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(walk::step);
            some = chain.from(walk.before.seq() + 1, AT_ONCE);
        }
        chain.neverSealed().forEach(walk::unsealed);
        compare(anchors, walk);
        return new Verdict(walk.links, walk.rows, walk.waiting, anchors.size(), walk.findings);
    }

    private void compare(List<Anchor> anchors, Walk walk) {
        Anchor agreed = null;
        for (Anchor anchor : anchors) {
            Optional<Link> there = chain.at(anchor.seq());
            if (there.isEmpty()) {
                walk.find(Math.min(anchor.seq(), walk.before.seq() + 1), null, "the anchor of " + anchor.at() + " knows seal " + anchor.seq() + ", and the chain ends at seal " + walk.before.seq()
                        + ": its end was cut off");
            } else if (!Arrays.equals(there.get().hash(), anchor.hash())) {
                walk.find(agreed == null ? 1 : agreed.seq() + 1, null, "the anchor of " + anchor.at() + " has another hash for seal " + anchor.seq() + ": the chain was written anew somewhere between "
                        + (agreed == null ? "its beginning" : "seal " + agreed.seq()) + " and there");
            } else {
                agreed = anchor;
            }
        }
    }

    /** On the way along the chain. */
    private final class Walk {

        private final List<Verdict.Finding> findings = new ArrayList<>();
        private Link before = Link.beginning();
        /** When nothing else waited, for the last time so far. */
        private Instant allSealed = Instant.MIN;
        private long links;
        private long rows;
        private long waiting;

        private void step(Chain.Sealed here) {
            Link link = here.link();
            LogRow row = here.row();
            links++;
            if (link.seq() != before.seq() + 1) {
                find(before.seq() + 1, null, link.seq() == before.seq() + 2 ? "this seal was removed" : "the seals from here to " + (link.seq() - 1) + " were removed");
            } else if (link.rowId() != null && row == null) {
                find(link.seq(), link.rowId(), "the row was removed");
            } else if (!link.follows(before.hash(), row)) {
                find(link.seq(), link.rowId(), "the row, its seal or its place was changed after it was sealed");
            } else if (link.sealedAt().isBefore(before.sealedAt())) {
                find(link.seq(), link.rowId(), "it was sealed before the seal before it");
            } else if (row != null && isBackDated(row)) {
                find(link.seq(), row.id(), "the row says that it is of " + row.at() + ", and it was not there yet at " + allSealed + ": it was back-dated");
            } else if (row != null && row.at().isAfter(link.sealedAt().plus(settings.latestSealing()))) {
                find(link.seq(), row.id(), "the row says that it is of " + row.at() + ", and it was sealed at " + link.sealedAt() + " already: it was post-dated");
            }
            rows += row == null ? 0 : 1;
            allSealed = link.allSealed() ? link.sealedAt() : allSealed;
            before = link;
        }

        private boolean isBackDated(LogRow row) {
            return allSealed.isAfter(Instant.EPOCH) && row.at().isBefore(allSealed.minus(settings.latestSealing()));
        }

        /** A row without a seal waits for it, unless it should have been sealed long ago. */
        private void unsealed(LogRow row) {
            if (isBackDated(row)) {
                find(before.seq() + 1, row.id(), "the row says that it is of " + row.at() + ", and it has no seal although everything of that time was sealed at " + allSealed
                        + ": it was inserted later, or its seal was removed");
            } else {
                waiting++;
            }
        }

        private void find(long seq, Long row, String reason) {
            findings.add(new Verdict.Finding(seq, row, reason));
        }
    }
}
