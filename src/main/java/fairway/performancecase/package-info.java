/** The performance case: from the concern to its end, with its owners, its stage, its evidence and its clocks. */
package fairway.performancecase;
