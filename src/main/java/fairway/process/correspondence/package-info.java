/** The delivery of a message as the engine runs it: attempts with growing pauses, and people where it does not get there. */
package fairway.process.correspondence;
