/** The steps of progressMonitoring that the engine takes by itself, each one call of the monitoring module. */
package fairway.process.monitoring;
