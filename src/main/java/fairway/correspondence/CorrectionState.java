package fairway.correspondence;

/** What has become of a correction. A confirmed one is on its way to being sent, in the same transaction. */
enum CorrectionState { waiting, confirmed, issued, refused }
