/** Holds what Fairway is made of to what is written about it: licences, and published holes with the reason why each is closed. */
package fairway.supply;
