package fairway.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Goes along the whole chain and finds every row that was changed, removed, inserted or put elsewhere, and a chain that is not the one that was anchored. */
@Component
class Verification {

    private static final int AT_ONCE = 2_000;

    private final Chain chain;
    private final AuditSettings settings;
    private final Clock clock;

    Verification(Chain chain, AuditSettings settings, Clock clock) {
        this.chain = chain;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param kept  the anchors of the folder, in the order of the chain
     * @param given what else is known of the chain outside of the database
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verdict verify(List<Anchor> kept, List<Anchor> given) {
        Walk walk = new Walk();
        List<Chain.Sealed> some = chain.from(Long.MIN_VALUE, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(walk::step);
            some = chain.from(walk.before.seq() + 1, AT_ONCE);
        }
        chain.neverSealed().forEach(walk::unsealed);
        List<Anchor> anchors = Stream.concat(kept.stream(), given.stream()).sorted(Comparator.comparingLong(Anchor::seq)).toList();
        compare(anchors, walk);
        oneAfterTheOther(kept, walk);
        if (settings.anchorFolder() != null) {
            areThere(kept, walk);
        }
        atWork(walk);
        return new Verdict(walk.links, walk.rows, walk.waiting, anchors.size(), walk.findings, walk.alarms, walk.notes);
    }

    private void compare(List<Anchor> anchors, Walk walk) {
        Anchor agreed = null;
        for (Anchor anchor : anchors) {
            Optional<Link> there = chain.at(anchor.seq());
            if (there.isEmpty()) {
                walk.find(Math.min(anchor.seq(), walk.before.seq() + 1), null, "the anchor of " + anchor.at() + " knows seal " + anchor.seq() + ", and the chain ends at seal " + walk.before.seq()
                        + ": its end was cut off");
            } else if (!anchor.isOf(there.get())) {
                walk.find(agreed == null ? 1 : agreed.seq() + 1, null, "the anchor of " + anchor.at() + " has another hash for seal " + anchor.seq() + ": the chain was written anew somewhere between "
                        + (agreed == null ? "its beginning" : "seal " + agreed.seq()) + " and there");
            } else {
                agreed = anchor;
            }
        }
    }

    /** Each anchor of the folder names the one before it; those from before anchors had numbers are only counted. */
    private static void oneAfterTheOther(List<Anchor> kept, Walk walk) {
        for (int i = 0; i < kept.size(); i++) {
            Anchor anchor = kept.get(i);
            Anchor before = i == 0 ? null : kept.get(i - 1);
            long counted = before == null ? 0 : before.number() == 0 ? i : before.number();
            if (anchor.number() > 0 && (anchor.number() != counted + 1 || anchor.before() > 0 && (before == null || !anchor.follows(before)))) {
                walk.find(anchor.seq(), null, "the anchor of " + anchor.at() + " is number " + anchor.number() + " of its folder, after that of seal " + anchor.before() + ", and "
                        + (before == null ? "none" : "that of seal " + before.seq() + ", number " + counted + ",") + " stands before it: anchors were removed from the folder");
            }
        }
    }

    /** A folder that is not mounted holds nothing against the chain, and one that nothing is written to any more ever less. */
    private void areThere(List<Anchor> kept, Walk walk) {
        if (kept.isEmpty()) {
            walk.alarms.add("The folder of anchors " + settings.anchorFolder() + " holds none. Look whether it is mounted. Before the first one is written, say --audit=anchor");
            return;
        }
        Anchor newest = kept.get(kept.size() - 1);
        if (newest.at().isBefore(clock.instant().minus(settings.newestAnchor()))) {
            walk.alarms.add("The newest anchor in " + settings.anchorFolder() + " is of " + newest.at() + ", more than " + inWords(settings.newestAnchor())
                    + " ago: what was sealed since is compared with nothing outside of the database. Look why none is written any more, then say --audit=anchor");
        }
        Instant oldest = kept.get(0).at();
        if (walk.firstSealed != null && oldest.isAfter(walk.firstSealed.plus(settings.newestAnchor()))) {
            walk.notes.add("The anchors begin at " + oldest + ", the chain at " + walk.firstSealed + ". If there were anchors in between, they were removed");
        }
    }

    /** While nobody seals, rows can be changed before they get into the chain. */
    private void atWork(Walk walk) {
        Instant since = walk.links > 0 ? walk.before.sealedAt() : walk.oldestWaiting;
        if (walk.waiting > 0 && since.isBefore(clock.instant().minus(settings.standstill()))) {
            walk.alarms.add((walk.waiting == 1 ? "1 row waits" : walk.waiting + " rows wait") + " to be sealed, and " + (walk.links > 0 ? "the last seal is of " + since
                    : "nothing was ever sealed, although the oldest of them is of " + since) + ": nobody seals. Start Fairway, or say --audit=anchor");
        }
    }

    private static String inWords(Duration time) {
        return time.toMinutes() < 120 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }

    /** On the way along the chain. */
    private final class Walk {

        private final List<Verdict.Finding> findings = new ArrayList<>();
        private final List<String> alarms = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private Link before = Link.beginning();
        /** When nothing else waited, for the last time so far. */
        private Instant allSealed = Instant.MIN;
        private long links;
        private long rows;
        private long waiting;
        private Instant firstSealed;
        private Instant oldestWaiting;

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
            if (before.seq() > 0 && link.sealedAt().isAfter(before.sealedAt().plus(settings.standstill()))) {
                notes.add("Nothing was sealed for " + inWords(Duration.between(before.sealedAt(), link.sealedAt())) + ", from " + before.sealedAt() + " (seal " + before.seq() + ") to "
                        + link.sealedAt() + " (seal " + link.seq() + "). Look whether Fairway was stopped then");
            }
            firstSealed = firstSealed == null ? link.sealedAt() : firstSealed;
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
                oldestWaiting = oldestWaiting == null || row.at().isBefore(oldestWaiting) ? row.at() : oldestWaiting;
            }
        }

        private void find(long seq, Long row, String reason) {
            findings.add(new Verdict.Finding(seq, row, reason));
        }
    }
}
