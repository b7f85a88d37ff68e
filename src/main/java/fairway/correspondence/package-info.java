/** Letters, mail and the calendar: what is sent to people, kept as it was sent, and what has become of it. */
package fairway.correspondence;
