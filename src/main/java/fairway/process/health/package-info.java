/** What the model of a referral to Occupational Health calls; ids only, never a text. */
package fairway.process.health;
