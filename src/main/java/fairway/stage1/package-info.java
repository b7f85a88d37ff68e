/** The informal Stage 1: its meeting, what was said there, the Improvement Action Plan, the support that was promised, and the outcome letter. */
package fairway.stage1;
