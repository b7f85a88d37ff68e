/** Steps of the case's own model: each asks the case for one thing. */
package fairway.process.performancecase;
