/** The vocabulary of the models: ids, variables, messages and errors, so that delegates and tests speak the words of the diagrams. */
package fairway.process.model;
