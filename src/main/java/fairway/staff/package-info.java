/** The staff list, the reporting lines that follow from it, and who is away. */
package fairway.staff;
