package fairway.monitoring;

import java.util.List;

import fairway.secrecy.SealedText;

/** What a review found: per target, per promised support item, barriers named (S1D-16), what the colleague added, adjustments considered. */
record ReviewFindings(List<TargetResult> targets, List<SupportResult> support, String barriers, String colleagueView, boolean declinedToComment,
                      SealedText adjustmentsConsidered) {
}
