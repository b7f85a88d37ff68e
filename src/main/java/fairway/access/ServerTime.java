package fairway.access;

import java.time.Instant;

/**
 * The time that passes on the server. Sessions and tokens last by it, as the provider's and the container's own do, and not by the clock of
 * the Trust's business, which the demonstration moves by weeks.
 */
interface ServerTime {

    Instant now();
}
