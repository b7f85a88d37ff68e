/** The way of a form: one schema, one record, one class that fills it in and applies it, and the refusals that people read. */
package fairway.form;
