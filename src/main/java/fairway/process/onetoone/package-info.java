/** The steps of the one-to-one cycle, and its start and end on the engine. */
package fairway.process.onetoone;
