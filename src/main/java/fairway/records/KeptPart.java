package fairway.records;

/** The parts of the pack of everything that is kept about somebody. */
enum KeptPart {
    STAFF_LIST, ONE_TO_ONES, CASES, LETTERS, DRAFTS, NAMED, READINGS, UPKEEP
}
