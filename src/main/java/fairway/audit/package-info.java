/** The record of who did and saw what, made safe: its chain, its anchors outside of the database, and the page on which HR of the whole Trust searches it. */
package fairway.audit;
