/** The engine: the only package that knows Camunda. It carries tokens, clocks and tasks; what they mean is said by the other modules. */
package fairway.process;
