/** Cases from the concern to each of their ends, in a browser, as the people of the Trust take them. */
package fairway.journey;
