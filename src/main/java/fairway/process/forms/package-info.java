/** How a submission reaches its form: listeners that nobody can skip, refusals as 422 at both REST doors, drafts. */
package fairway.process.forms;
