/** What people look at: the register of the cases they see, the page of a case, and the actions that it offers. */
package fairway.casefile;
