/** The handbook's page of clauses, written from what carries them. */
package fairway.handbook;
