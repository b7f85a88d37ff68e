/** The demonstration Trust: real database, real mail, made-up people. Never part of the packaged application. */
package fairway.demonstration;
