/** The engine behind its doors: who is let to its REST API and web applications, what of them is open to whom, and its known holes shut. */
package fairway.process.doors;
