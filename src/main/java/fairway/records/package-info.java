/** How long everything is kept and how it is erased; what is kept about a person, for themselves. */
package fairway.records;
