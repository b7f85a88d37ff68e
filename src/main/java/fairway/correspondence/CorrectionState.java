package fairway.correspondence;

/** What has become of a correction. */
enum CorrectionState { waiting, issued, refused }
