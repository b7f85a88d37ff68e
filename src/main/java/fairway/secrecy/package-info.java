/** What is encrypted in the database, and the keys to it, which come from outside of the database. */
package fairway.secrecy;
