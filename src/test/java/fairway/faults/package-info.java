/** Long fault runs, started by {@code mvn verify -Pfaults}. */
package fairway.faults;
