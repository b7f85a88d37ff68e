/** Reviews of an Improvement Action Plan from the first one to the outcome: what was seen, what the Trust still owes, extensions, the formal stage brought forward. */
package fairway.monitoring;
