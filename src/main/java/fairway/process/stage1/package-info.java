/** What the models of the Stage 1 meeting and of its follow-up call. */
package fairway.process.stage1;
