/** Retention and access requests on the engine. */
package fairway.process.records;
