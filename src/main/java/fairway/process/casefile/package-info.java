/** The steps of performanceCase that the engine takes on the case file. */
package fairway.process.casefile;
