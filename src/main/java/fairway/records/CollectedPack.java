package fairway.records;

import java.util.List;

/**
 * Everything that is kept about somebody as it was collected, and who else is named in it.
 *
 * @param files numbers of the documents that were sent to them and go with the pack as they are
 */
record CollectedPack(List<KeptItem> items, List<ThirdParty> thirdParties, List<Long> files) {
}
